import type { MemberId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import { type ImportReport, reportOf } from './import-report.ts';
import {
  type ImportId,
  importInListColumns,
  type ImportRow,
  type ImportRowInList,
  readImport,
} from './import-table.ts';
import { fileNamePlace } from './lay-down-table.ts';
import { importMapping, type ImportMapping, type ImportSubject, mappedColumns } from './mapping.ts';
import { guessColumns, type MappingGuess } from './survey/guess-columns.ts';
import type { Survey } from './survey/survey-table.ts';
import { openSurvey } from './survey-import.ts';

/** One import as lists show it. */
export interface ImportInList {
  readonly importId: ImportId;
  readonly subject: ImportSubject | 'messages';
  readonly source: string;
  /** Empty for what was not a file. */
  readonly fileName: string;
  readonly madeAt: Instant;
  readonly madeBy: MemberId | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly report: ImportReport;
}

export interface ImportPage extends ImportInList {
  /** While the file waits: what reading it showed. */
  readonly survey: Survey | undefined;
  readonly guess: MappingGuess | undefined;
  /** What was said of the columns: for this import, else the last time for this source, where the columns are there. */
  readonly mapping: ImportMapping | undefined;
  readonly isRemembered: boolean;
}

type NotThere = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

/** One import, with what its page asks and shows. */
export async function importPage(
  context: Context,
  { groupId, actor }: Caller,
  importId: ImportId,
): Promise<Outcome<ImportPage, NotThere>> {
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  return context.database.readGroup(groupId, async (tx) => {
    const row = await readImport(tx, importId);
    if (!row || row.subject === 'messages') return refuse({ code: 'not-found' });
    const survey = row.state === 'waiting' ? await openSurvey(context, tx, row) : undefined;
    const { subject } = row;
    const chosen = row.mapping === null ? undefined : importMapping.parse(row.mapping);
    const remembered = survey && !chosen ? await rememberedMapping(tx, row, survey) : undefined;
    return accept({
      ...(await inList(context, tx, row)),
      survey,
      guess: survey && guessColumns(survey, subject, row.source),
      mapping: chosen ?? remembered,
      isRemembered: remembered !== undefined,
    });
  });
}

/** How this source was read the last time, if its columns are still there; how the file is cut is read from the file. */
async function rememberedMapping(
  tx: GroupReader,
  { source, subject }: ImportRow,
  survey: Survey,
): Promise<ImportMapping | undefined> {
  const row = await tx.db
    .selectFrom('import_mappings')
    .select('mapping')
    .where('group_id', '=', tx.groupId)
    .where('source', '=', source)
    .where('subject', '=', subject)
    .executeTakeFirst();
  const read = importMapping.safeParse(row?.mapping);
  if (!read.success) return undefined;
  const names = new Set(survey.columns.map(({ name }) => name));
  if (!mappedColumns(read.data).every((name) => names.has(name))) return undefined;
  const { sheet, headerRow, delimiter, encoding } = survey;
  return { ...read.data, headerRow, delimiter, encoding, ...(sheet !== undefined && { sheet }) };
}

const importsPerPage = 20;

/** The imports of tables, newest first. */
export async function importList(
  context: Context,
  { groupId, actor }: Caller,
  { page }: { readonly page: number },
): Promise<Outcome<{ readonly imports: readonly ImportInList[]; readonly isMore: boolean }, NotThere>> {
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  return context.database.readGroup(groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('imports')
      .select(importInListColumns)
      .where('group_id', '=', tx.groupId)
      .where('subject', '<>', 'messages')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(importsPerPage + 1)
      .offset((page - 1) * importsPerPage)
      .execute();
    const imports: ImportInList[] = [];
    for (const row of rows.slice(0, importsPerPage)) imports.push(await inList(context, tx, row));
    return accept({ imports, isMore: rows.length > importsPerPage });
  });
}

async function inList(context: Context, tx: GroupReader, row: ImportRowInList): Promise<ImportInList> {
  const importId = row.id as ImportId;
  const sealed = row.file_name_sealed;
  return {
    importId,
    subject: row.subject,
    source: row.source,
    fileName: sealed ? (await context.vault.openForGroup(tx, fileNamePlace(importId), sealed)).toString() : '',
    madeAt: row.created_at,
    madeBy: row.made_by_id,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    report: reportOf(row),
  };
}
