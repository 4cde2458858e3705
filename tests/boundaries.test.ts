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
  words: ['config'],
  record: ['database', 'context'],
  ledger: ['database', 'record'],
  messaging: ['config', 'database', 'record', 'words', 'people', 'context'],
  people: ['config', 'database', 'record', 'words', 'messaging', 'ledger', 'context'],
  requests: ['config', 'database', 'record', 'words', 'messaging', 'people', 'ledger', 'context'],
  jobs: ['config', 'database', 'record', 'words', 'messaging', 'people', 'requests', 'ledger', 'context'],
  demo: ['config', 'database', 'record', 'words', 'messaging', 'people', 'requests', 'ledger', 'context'],
  cli: [
    'config',
    'database',
    'record',
    'words',
    'messaging',
    'people',
    'requests',
    'ledger',
    'jobs',
    'demo',
    'context',
  ],
  context: ['config', 'database', 'record', 'words', 'messaging', 'people', 'requests', 'ledger', 'jobs', 'demo'],
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
  .filter((file) => /^(kernel|dispatch|server|web)\/src\//.test(file) && !/\.test\.ts$/.test(file));

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: readonly Import[] = files.flatMap((file) =>
  [
    ...sourceOf(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => ({ file, target: match[1] ?? match[2] ?? match[3] ?? '' })),
);

describe('the house', () => {
  it('finds files and imports to look at', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets arrows only go downwards between workspaces', () => {
    const wrong = imports.filter(({ file, target }) => {
      const workspace = file.split('/')[0];
      if (workspace === 'kernel')
        return !target.startsWith('./') && !target.startsWith('../') && target !== 'temporal-polyfill';
      if (workspace === 'dispatch') return target.startsWith('@barnraise/') || leavesWorkspace(file, target);
      if (workspace === 'server') return target.startsWith('@barnraise/web') || leavesWorkspace(file, target);
      // Words are only text, so a page may have them from the server's catalog.
      return isPage(file) && /^@barnraise\/server\/(?!words\/)/.test(target);
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

/** Pages and components go to the browser's side of the wall; `*.server.ts` and `hooks.server.ts` do not. */
function isPage(file: string): boolean {
  return file.startsWith('web/') && !/\.server\.ts$/.test(file) && !file.startsWith('web/src/lib/server/');
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
