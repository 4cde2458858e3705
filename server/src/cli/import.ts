import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { GroupId } from '@barnraise/kernel/ids.ts';

import { type Context, openContextFromEnv } from '../context.ts';
import { findGroup } from '../people/find-group.ts';
import { importFile } from '../requests/import/import-file.ts';
import { importReport, type ImportReport, refusedRows, type RefusedRowRead } from '../requests/import/import-report.ts';
import type { ImportId } from '../requests/import/import-table.ts';
import { type ImportMapping, readMapping } from '../requests/import/mapping.ts';
import type { RowRefusal, RowRemark } from '../requests/import/rows/read-row.ts';
import { runUndoImport, undoImport } from '../requests/import/undo-import.ts';
import { type Command, UsageError } from './command.ts';

/** Refused rows written out one by one; the number is always told. */
const shownMax = 50;

export const importCommand: Command = {
  usage: 'FILE --mapping MAP.json --group SLUG | --undo ID --group SLUG',
  summary: 'Brings a table (CSV, XLSX, ODS) into a group, or takes one back.',
  details: `MAP.json says which column means what; docs/import.md explains it with two examples. Reading the same file again brings in only
what is new and changes what was changed. Nothing is written when a column is missing. Undo takes back a whole import.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { mapping: { type: 'string' }, group: { type: 'string' }, undo: { type: 'string' } },
      allowPositionals: true,
    });
    if (values.group === undefined) throw new UsageError('Say which group.');
    const [file] = positionals;
    const isOneFile = file !== undefined && positionals.length === 1;
    if (values.undo === undefined && !isOneFile) throw new UsageError('Say which one file to read.');
    if (values.undo === undefined && values.mapping === undefined) throw new UsageError('Say which mapping.');
    const mapping = values.mapping === undefined ? undefined : readMapping(readFileSync(values.mapping, 'utf8'));
    const context = await openContextFromEnv();
    try {
      const group = await findGroup(context, values.group);
      if (!group) throw new Error(`There is no group "${values.group}" on this server.`);
      const caller = { groupId: group.id, actor: { kind: 'system' } } as const;
      if (values.undo !== undefined) return await takeBack(context, caller, values.undo as ImportId);
      return await bringIn(context, caller, file ?? '', mapping as ImportMapping);
    } finally {
      await context.close();
    }
  },
};

/** Whoever has a shell on the server answers for it. */
type Operator = { readonly groupId: GroupId; readonly actor: { readonly kind: 'system' } };

async function bringIn(context: Context, caller: Operator, file: string, mapping: ImportMapping): Promise<number> {
  const importId = await importFile(context, caller, file, mapping);
  const report = await importReport(context, caller, importId);
  if (!report) throw new Error('The import is gone.');
  const refused = await refusedRows(context, caller, importId, { after: 0, limit: shownMax });
  for (const line of [...reportLines(report, refused), `To take it back: --undo ${importId}`]) console.log(line);
  return report.state === 'done' ? 0 : 1;
}

async function takeBack(context: Context, caller: Operator, importId: ImportId): Promise<number> {
  const undone = await undoImport(context, caller, importId);
  if (!undone.ok) throw new Error(`It cannot be taken back: ${undone.refusal.code}`);
  await runUndoImport(context, { groupId: caller.groupId, importId });
  const report = await importReport(context, caller, importId);
  console.log(`Taken back. ${report?.left ?? 0} stay, since people have worked on them.`);
  return 0;
}

/** What became of the file, as an operator reads it. */
export function reportLines(report: ImportReport, refused: readonly RefusedRowRead[]): readonly string[] {
  const { rowsIn, made, changed, same, left, skipped, remarks } = report;
  return [
    `Rows read ${rowsIn}: made ${made}, changed ${changed}, known before ${same}, left out ${skipped}, refused ${report.refused}.`,
    ...(left > 0 ? [`${left} stay as people have them.`] : []),
    ...(report.problem ? [`The file could not be read on: ${JSON.stringify(report.problem)}`] : []),
    ...Object.entries(remarks).map(([remark, count]) => `${count} × ${remarkWords[remark as RowRemark]}`),
    ...refused.map(({ rowNo, refusal }) => `Row ${rowNo}: ${refusalWords(refusal)}`),
    ...(report.refused > refused.length ? [`… and ${report.refused - refused.length} more.`] : []),
  ];
}

const remarkWords: Readonly<Record<RowRemark, string>> = {
  'repaired-letters': 'broken letters were put right',
  'error-in-cell': 'a cell held an error of the sheet and came in empty',
  'no-kind-found': 'the words name nothing we know; a person has to read them',
  'point-not-read': 'the latitude and longitude are no point on Earth',
  'cut-short': 'the words were too long and are kept in part',
  'not-a-mail': 'what stands for the e-mail address is none',
};

function refusalWords(refusal: RowRefusal): string {
  switch (refusal.code) {
    case 'columns-differ':
      return 'it has more or fewer cells than the first line.';
    case 'no-key':
      return 'the cells that name it are empty.';
    case 'nothing-said':
      return 'it says neither who nor what.';
    case 'no-name':
      return 'it does not say who it is.';
    case 'no-kind':
      return 'it names nothing that the catalog has.';
    case 'count-not-read':
      return `"${refusal.value}" is no number of people.`;
    case 'date-not-read':
      return `"${refusal.value}" is no date in the stated format.`;
    case 'date-out-of-range':
      return `"${refusal.value}" is too long ago or too far ahead.`;
  }
}
