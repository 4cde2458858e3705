import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

/**
 * Which floor or room may import which. The list may only shrink: an entry that no import uses any more fails too.
 * A room is a folder of server/src; `kernel`, `config` and `database` are open to every room, and `record` to all that act.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  config: [],
  database: ['config'],
  words: [],
  record: ['database', 'context'],
  ledger: ['database'],
  messaging: ['database', 'record', 'words', 'people', 'context'],
  people: ['database', 'record', 'words', 'messaging', 'context'],
  requests: ['database', 'record', 'words', 'messaging', 'people', 'ledger', 'context'],
  export: ['database', 'record', 'words', 'messaging', 'people', 'ledger', 'requests', 'context'],
  forms: ['database', 'record', 'words', 'people', 'requests', 'export', 'context'],
  api: ['database', 'record', 'words', 'people', 'requests', 'context'],
  paper: ['database', 'record', 'words', 'people', 'requests', 'context'],
  jobs: ['database', 'forms', 'messaging', 'people', 'requests', 'api', 'context'],
  demo: ['database', 'record', 'words', 'people', 'requests', 'context'],
  cli: ['config', 'database', 'words', 'messaging', 'people', 'requests', 'export', 'jobs', 'demo', 'context'],
  context: ['config', 'database', 'record', 'forms', 'messaging', 'people', 'requests', 'api'],
};

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.ts', '*.svelte'],
  {
    encoding: 'utf8',
    maxBuffer: 1e8,
  },
)
  .split('\n')
  .filter((file) => /^(kernel|dispatch|server|web)\/src\//.test(file) && !file.endsWith('.test.ts'));

interface Import {
  readonly file: string;
  readonly target: string;
  /** Erased before the program runs: a page may know the shape of what its server hands it. */
  readonly isType: boolean;
}

const importing =
  /(?:^|\n)\s*(?:import|export)\b(\s+type\b)?[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

const imports: readonly Import[] = files.flatMap((file) =>
  [...sourceOf(file).matchAll(importing)].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    isType: match[1] !== undefined,
  })),
);

describe('the house', () => {
  it('finds files and imports to look at', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets arrows only go downwards between workspaces', () => {
    const wrong = imports.filter(({ file, target, isType }) => {
      const workspace = file.split('/')[0];
      if (workspace === 'kernel')
        return !target.startsWith('./') && !target.startsWith('../') && target !== 'temporal-polyfill';
      if (workspace === 'dispatch') return target.startsWith('@barnraise/') || leavesWorkspace(file, target);
      if (workspace === 'server') return target.startsWith('@barnraise/web') || leavesWorkspace(file, target);
      // Words are only text, so a page may have them from the server's catalog.
      return !isType && isPage(file) && /^@barnraise\/server\/(?!words\/)/.test(target);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each room to the rooms it is allowed', () => {
    const wrong = roomArrows().filter(({ from, to }) => from !== to && !rooms[from]?.includes(to));
    expect(wrong).toEqual([]);
  });

  it('has no allowed arrow that nobody uses', () => {
    const used = new Set(roomArrows().map(({ from, to }) => `${from} -> ${to}`));
    const present = new Set(files.map(roomOf));
    const unused = Object.entries(rooms)
      .filter(([from]) => present.has(from))
      .flatMap(([from, to]) => to.map((one) => `${from} -> ${one}`))
      .filter((arrow) => !used.has(arrow));
    expect(unused).toEqual([]);
  });

  it('knows every room', () => {
    const unknown = files.map(roomOf).filter((room) => room !== undefined && !(room in rooms));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('has no rooms without a name', () => {
    const nameless = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)|(^|\/)types\.ts$/.test(file),
    );
    expect(nameless).toEqual([]);
  });

  it('keeps clock, chance and I/O out of the kernel', () => {
    const impure = files
      .filter((file) => file.startsWith('kernel/src/'))
      .filter((file) =>
        /Math\.random|Date\.now|new Date\(\)|performance\.now|\bfetch\(|process\.|Temporal\.Now/.test(code(file)),
      );
    expect(impure).toEqual([]);
  });

  it('reads the environment in one file only', () => {
    const readers = files.filter((file) => file.startsWith('server/src/') && /process\.env/.test(code(file)));
    expect(readers).toEqual(['server/src/config/env.ts']);
  });
});

function roomArrows(): readonly { readonly from: string; readonly to: string; readonly file: string }[] {
  return imports.flatMap(({ file, target }) => {
    const from = roomOf(file);
    const to = target.startsWith('.') ? roomOf(path.posix.join(path.posix.dirname(file), target)) : undefined;
    return from && to && from !== to ? [{ from, to, file }] : [];
  });
}

function roomOf(file: string): string | undefined {
  return /^server\/src\/([^/.]+)/.exec(file)?.[1];
}

/** Pages and components go to the browser's side of the wall; `*.server.ts` and `+server.ts` do not. */
function isPage(file: string): boolean {
  const isServerSide =
    file.endsWith('.server.ts') || file.endsWith('/+server.ts') || file.startsWith('web/src/lib/server/');
  return file.startsWith('web/') && !isServerSide;
}

function leavesWorkspace(file: string, target: string): boolean {
  if (!target.startsWith('.')) return false;
  const workspace = file.split('/')[0] ?? '';
  return !path.posix.join(path.posix.dirname(file), target).startsWith(`${workspace}/`);
}

function sourceOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The source without comments, which may speak of what the code must not do. */
function code(file: string): string {
  return sourceOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
