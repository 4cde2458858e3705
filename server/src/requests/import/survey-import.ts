import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import { settingsOf } from '../../people/settings-table.ts';
import type { Caller } from '../../record/caller.ts';
import { changeImport, type ImportId, type ImportRow, lockImport, readImport } from './import-table.ts';
import type { ImportSubject } from './mapping.ts';
import { openPieces } from './pieces.ts';
import type { TableEncoding } from './read/repair-text.ts';
import type { TableProblem } from './read/table-row.ts';
import { type Survey, surveyTable } from './survey/survey-table.ts';
import type { ImportRefusal } from './undo-import.ts';

/** How a file is to be read, as far as somebody has said so; the rest is guessed. */
export interface ReadingChoice {
  readonly subject?: ImportSubject;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: TableEncoding | undefined;
}

export type SurveyRefusal = ImportRefusal | { readonly code: 'not-read-as-table'; readonly problem: TableProblem };

/** Countries that write the month before the day (CLDR 46, the short dates of their English and Spanish locales). */
const monthFirst = new Set(['US', 'PR', 'GU', 'VI', 'MP', 'AS', 'FM', 'MH', 'PW']);

/**
 * Reads a file that was laid down from end to end and keeps what it showed, sealed, for the page on which somebody says
 * what its columns mean. It can be read again in another way; what was chosen before of its columns is then void.
 */
export async function surveyImport(
  context: Context,
  { groupId, actor }: Caller,
  importId: ImportId,
  choice: ReadingChoice = {},
): Promise<Outcome<Survey, SurveyRefusal>> {
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  const found = await context.database.readGroup(groupId, async (tx) => {
    const row = await readImport(tx, importId);
    return row && { row, country: (await settingsOf(tx)).country };
  });
  if (!found) return refuse({ code: 'not-found' });
  const { row, country } = found;
  if (row.state !== 'waiting') return refuse({ code: 'wrong-import-state', state: row.state });
  const subject = choice.subject ?? (row.subject as ImportSubject);
  const options = { ...choice, subject, country, monthFirst: monthFirst.has(country) };
  const survey = await surveyTable(() => openPieces(context, groupId, importId), options);
  if ('refusal' in survey) return refuse({ code: 'not-read-as-table', problem: survey.refusal });
  await keepSurvey(context, { groupId, actor }, importId, subject, survey);
  return accept(survey);
}

async function keepSurvey(
  context: Context,
  { groupId }: Caller,
  importId: ImportId,
  subject: ImportSubject,
  survey: Survey,
): Promise<void> {
  await context.database.forGroup(groupId, async (tx) => {
    const row = await lockImport(tx, importId);
    if (row?.state !== 'waiting') return;
    const sealed = await sealSurvey(context, tx, importId, survey);
    await changeImport(tx, importId, {
      subject,
      format: survey.format,
      rows_total: survey.rowsTotal,
      survey_sealed: sealed,
      mapping: null,
    });
  });
}

function sealSurvey(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  importId: ImportId,
  survey: Survey,
): Promise<Buffer> {
  return context.vault.sealForGroup(tx, surveyPlace(importId), Buffer.from(JSON.stringify(survey)));
}

/** What is kept of it once the import is over: the columns' names, for the sheet of the rows to correct, and no cell. */
export async function surveyWithoutCells(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  row: ImportRow,
): Promise<Buffer | null> {
  const survey = await openSurvey(context, tx, row);
  if (!survey) return null;
  const columns = survey.columns.map((column) => ({ ...column, samples: [], categories: undefined }));
  const kept = { ...survey, columns, top: [], first: [], odd: [] };
  return sealSurvey(context, tx, row.id as ImportId, kept);
}

/** What reading the file showed; undefined before it was read, and once the import is over. */
export async function openSurvey(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  row: ImportRow,
): Promise<Survey | undefined> {
  if (!row.survey_sealed) return undefined;
  const plain = await context.vault.openForGroup(tx, surveyPlace(row.id as ImportId), row.survey_sealed);
  return JSON.parse(plain.toString()) as Survey;
}

const surveyPlace = (id: ImportId): string => `import-survey ${id}`;
