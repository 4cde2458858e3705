import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import { type ExportedList, exportedLists } from '@barnraise/kernel/group-policy.ts';

import { type Context, openContextFromEnv } from '../context.ts';
import { exportList } from '../export/export-list.ts';
import { findGroup, type GroupHead } from '../people/find-group.ts';
import { isLocale, type Locale } from '../words/locale.ts';
import { wordsFor } from '../words/words.ts';
import { type Command, UsageError } from './command.ts';

interface Wish {
  readonly list: ExportedList;
  readonly slug: string;
  readonly out: string | undefined;
  /** Headings and states in this language; stable names and codes without. */
  readonly language: Locale | undefined;
  readonly query: URLSearchParams;
  readonly isPrivate: boolean;
}

export const exportCommand: Command = {
  usage: 'LIST --group SLUG [--out FILE]',
  summary: 'Writes a list of a group as a table (CSV).',
  details: `LIST is one of: ${exportedLists.join(', ')}. docs/export.md says what stands in each column.
--out FILE         there, instead of on the standard output; a table that breaks off leaves no file
--language en|es   headings and states in words; without it stable names and codes, for programs
--filter QUERY     what the address of the list's page says after its question mark, as in "state=closed"
--private          with names, numbers and addresses; every person can see that they were taken out`,
  run: async (args) => {
    const wish = readWish(args);
    const context = await openContextFromEnv();
    try {
      const group = await findGroup(context, wish.slug);
      if (!group) throw new Error(`There is no group "${wish.slug}" on this server.`);
      await (wish.out === undefined
        ? write(process.stdout, await tableOf(context, group, wish))
        : writeFile(wish.out, await tableOf(context, group, wish)));
      return 0;
    } finally {
      await context.close();
    }
  },
};

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      group: { type: 'string' },
      out: { type: 'string' },
      language: { type: 'string' },
      filter: { type: 'string' },
      private: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const list = exportedLists.find((one) => one === positionals[0]);
  if (!list || positionals.length > 1) throw new UsageError(`Say which list: ${exportedLists.join(', ')}.`);
  if (values.group === undefined) throw new UsageError('Say which group.');
  if (values.language !== undefined && !isLocale(values.language)) throw new UsageError('The languages are en and es.');
  return {
    list,
    slug: values.group,
    out: values.out,
    language: values.language,
    query: new URLSearchParams(values.filter ?? ''),
    isPrivate: values.private ?? false,
  };
}

async function tableOf(context: Context, group: GroupHead, wish: Wish): Promise<AsyncGenerator<string>> {
  const { list, query, isPrivate, language } = wish;
  const caller = { groupId: group.id, actor: { kind: 'system' } } as const;
  const table = await exportList(context, caller, {
    list,
    query,
    isPrivate,
    t: wordsFor(language ?? 'en'),
    style: language ? 'words' : 'codes',
    zone: group.zone,
  });
  if (!table.ok) throw new Error('This list does not leave this way.');
  return table.value;
}

/** Under another name until it is whole, so that nobody takes half a list for a list. */
async function writeFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.part`;
  const stream = createWriteStream(unfinished, { mode: 0o600 });
  try {
    await write(stream, lines);
    stream.end();
    await once(stream, 'close');
    await rename(unfinished, file);
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function write(stream: Writable, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) if (!stream.write(line)) await once(stream, 'drain');
}
