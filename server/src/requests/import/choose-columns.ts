import { type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import { type ImportId, readImport } from './import-table.ts';
import { importMapping, type ImportSubject } from './mapping.ts';
import { chooseMapping, type MappingRefusal } from './start-import.ts';
import type { ColumnMeaning } from './survey/column-meaning.ts';
import { mappingOf } from './survey/guess-columns.ts';
import { openSurvey } from './survey-import.ts';

/** What somebody says of a table's columns, in the words of its page. */
export interface ColumnChoices {
  readonly meanings: readonly { readonly column: string; readonly meaning: ColumnMeaning }[];
  /** The columns that tell the rows apart. */
  readonly key: readonly string[];
  readonly dateFormat: string | undefined;
  /** Values that say that nobody answered. */
  readonly noAnswer: readonly string[];
  /** The kind that a category stands for, by its code. */
  readonly codes: Readonly<Record<string, string>> | undefined;
  readonly alarms: boolean;
}

export type ChoiceRefusal = MappingRefusal | { readonly code: 'key-needed' } | { readonly code: 'not-looked-at' };

/** Turns what was said of the columns into the import's mapping, which is checked against the file and remembered. */
export async function chooseColumns(
  context: Context,
  caller: Caller,
  { importId, choices }: { readonly importId: ImportId; readonly choices: ColumnChoices },
): Promise<Outcome<null, ChoiceRefusal>> {
  if (!canImport(caller.actor)) return refuse({ code: 'not-allowed' });
  const found = await context.database.readGroup(caller.groupId, async (tx) => {
    const row = await readImport(tx, importId);
    return row && { row, survey: await openSurvey(context, tx, row) };
  });
  if (!found) return refuse({ code: 'not-found' });
  const { row, survey } = found;
  if (row.state !== 'waiting') return refuse({ code: 'wrong-import-state', state: row.state });
  if (!survey) return refuse({ code: 'not-looked-at' });
  const names = new Set(survey.columns.map(({ name }) => name));
  const key = choices.key.filter((name) => names.has(name));
  if (key.length === 0) return refuse({ code: 'key-needed' });
  const proposed = mappingOf(survey, row.subject as ImportSubject, row.source, choices.meanings);
  const { askedAt } = proposed.columns;
  const mapping = importMapping.parse({
    ...proposed,
    key,
    alarms: choices.alarms,
    columns: {
      ...proposed.columns,
      ...(askedAt && { askedAt: { ...askedAt, format: choices.dateFormat ?? askedAt.format } }),
    },
    ...(proposed.kinds && { kinds: { ...proposed.kinds, codes: choices.codes ?? proposed.kinds.codes } }),
    ...(proposed.answered && { answered: { ...proposed.answered, noAnswer: choices.noAnswer.slice(0, 20) } }),
  });
  return chooseMapping(context, caller, { importId, mapping });
}
