import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { openContextFromEnv } from '../context.ts';
import { findGroup } from '../people/find-group.ts';
import { importRequests, type ImportSummary } from '../requests/import/import-requests.ts';
import { readMapping } from '../requests/import/mapping.ts';
import type { RowRefusal, RowRemark } from '../requests/import/row-to-request.ts';
import { type Command, UsageError } from './command.ts';

/** Refused rows written out one by one; the number is always told. */
const shownMax = 50;

export const importCommand: Command = {
  usage: 'FILE --mapping MAP.json --group SLUG',
  summary: 'Brings a table of requests (CSV) into a group.',
  details: `MAP.json says which column means what; docs/import.md explains it with two examples. Rows come in as new requests, for
somebody to take in. Reading the same file again brings in only what is new. Nothing is written when a column is missing.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { mapping: { type: 'string' }, group: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Say which one file to read.');
    if (values.mapping === undefined || values.group === undefined) {
      throw new UsageError('Say which mapping and which group.');
    }
    const mapping = readMapping(readFileSync(values.mapping, 'utf8'));
    const context = await openContextFromEnv();
    try {
      const group = await findGroup(context, values.group);
      if (!group) throw new Error(`There is no group "${values.group}" on this server.`);
      const summary = await importRequests(context, group.id, file, mapping);
      for (const line of reportLines(summary)) console.log(line);
      return 0;
    } finally {
      await context.close();
    }
  },
};

/** What became of the file, as an operator reads it. */
export function reportLines(summary: ImportSummary): readonly string[] {
  const { rowsIn, made, known, skipped, needs, halted, noAnswers, refused, remarks } = summary;
  return [
    `Rows read ${rowsIn}, made ${made}, known before ${known}, left out ${skipped}, refused ${refused.length}.`,
    `Needs ${needs}, of which ${halted} halted; calls without an answer ${noAnswers}.`,
    ...Object.entries(remarks).flatMap(([remark, count]) =>
      count === 0 ? [] : [`${count} × ${remarkWords[remark as RowRemark]}`],
    ),
    ...refused.slice(0, shownMax).map(({ rowNo, refusal }) => `Row ${rowNo}: ${refusalWords(refusal)}`),
    ...(refused.length > shownMax ? [`… and ${refused.length - shownMax} more.`] : []),
  ];
}

const remarkWords: Readonly<Record<RowRemark, string>> = {
  'repaired-letters': 'broken letters were put right',
  'no-kind-found': 'the words name nothing we know; a person has to read them',
  'point-not-read': 'the latitude and longitude are no point on Earth',
  'cut-short': 'the words were too long and are kept in part',
};

function refusalWords(refusal: RowRefusal): string {
  switch (refusal.code) {
    case 'columns-differ':
      return 'it has more or fewer cells than the first line.';
    case 'no-key':
      return 'the cells that name it are empty.';
    case 'nothing-said':
      return 'it says neither who nor what.';
    case 'date-not-read':
      return `"${refusal.value}" is no date in the stated format.`;
    case 'date-out-of-range':
      return `"${refusal.value}" is too long ago or too far ahead.`;
  }
}
