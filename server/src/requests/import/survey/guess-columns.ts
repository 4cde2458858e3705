import type { ImportMapping, ImportSubject } from '../mapping.ts';
import type { TableEncoding } from '../read/repair-text.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { ColumnSurvey } from './column-tally.ts';
import { type ColumnGuess, guessMeanings, isNoAnswer, surely } from './guess-meaning.ts';
import { kindCodes } from './kind-codes.ts';
import type { Survey } from './survey-table.ts';

/** What a person has to settle, since the file does not. */
export type SurveyQuestion =
  | {
      readonly code: 'which-date-format';
      readonly column: string;
      readonly formats: readonly string[];
      readonly example: string;
    }
  | { readonly code: 'which-encoding'; readonly encodings: readonly TableEncoding[] }
  /** No column numbers the rows; these together tell them apart, or nearly. */
  | { readonly code: 'which-key'; readonly columns: readonly string[]; readonly isUnique: boolean }
  | { readonly code: 'which-name'; readonly columns: readonly string[] }
  | { readonly code: 'nothing-known' };

export interface MappingGuess {
  readonly mapping: ImportMapping;
  readonly columns: readonly ColumnGuess[];
  readonly questions: readonly SurveyQuestion[];
}

/** Proposes what each column means. A person sees it before any row comes in. */
export function guessColumns(survey: Survey, subject: ImportSubject, source: string): MappingGuess {
  const columns = guessMeanings(survey.columns, subject);
  return { mapping: mappingOf(survey, subject, source, columns), columns, questions: questionsOf(survey, columns) };
}

/** The mapping that follows from what each column was taken for, by a guess or by a person. */
export function mappingOf(
  survey: Survey,
  subject: ImportSubject,
  source: string,
  meanings: readonly Pick<ColumnGuess, 'column' | 'meaning'>[],
): ImportMapping {
  const all = (meaning: ColumnMeaning): string[] =>
    meanings.filter((one) => one.meaning === meaning).map(({ column }) => column);
  const some = (meaning: ColumnMeaning): string[] | undefined => (all(meaning).length > 0 ? all(meaning) : undefined);
  const surveyed = (name: string | undefined): ColumnSurvey | undefined =>
    survey.columns.find((column) => column.name === name);
  const dated = surveyed(all('askedAt')[0]);
  const [format] = dated?.dates.formats ?? [];
  const listed = surveyed(all('kinds')[0]);
  const called = surveyed(all('answered')[0]);
  return {
    source,
    subject,
    ...(survey.sheet !== undefined && { sheet: survey.sheet }),
    headerRow: survey.headerRow,
    encoding: survey.encoding,
    delimiter: survey.delimiter,
    channel: 'import',
    key: keyOf(survey, all('key')),
    columns: {
      name: some('name'),
      phone: some('phone'),
      mail: some('mail'),
      address: some('address'),
      directions: some('directions'),
      latitude: all('latitude')[0],
      longitude: all('longitude')[0],
      point: all('point')[0],
      ...(dated && format !== undefined && { askedAt: { column: dated.name, format } }),
      words: some('words'),
      needs: some('needs'),
      size: all('size')[0],
      adults: all('adults')[0],
      children: all('children')[0],
      language: all('language')[0],
    },
    ...(listed?.categories && {
      kinds: { column: listed.name, separator: listed.categories.separator, codes: kindCodes(listed.categories) },
    }),
    ...(called && { answered: { column: called.name, noAnswer: noAnswersOf(called) } }),
    addKinds: true,
    alarms: false,
  };
}

function noAnswersOf({ categories }: ColumnSurvey): string[] {
  return (categories?.values ?? []).filter(isNoAnswer).slice(0, 20);
}

/** A numbering of their own names the rows if it was chosen; else what the survey found to tell them apart. */
function keyOf({ key, columns }: Survey, numbered: readonly string[]): string[] {
  if (key.columns.length > 0) return [...key.columns];
  return numbered.length > 0 ? [...numbered] : columns.slice(0, 1).map(({ name }) => name);
}

function questionsOf(survey: Survey, guesses: readonly ColumnGuess[]): readonly SurveyQuestion[] {
  const questions: SurveyQuestion[] = [];
  const names = guesses.filter(({ meaning }) => meaning === 'name').map(({ column }) => column);
  for (const { name, dates } of survey.columns) {
    const isDate = guesses.some(({ column, meaning }) => column === name && meaning === 'askedAt');
    if (isDate && dates.formats.length > 1)
      questions.push({ code: 'which-date-format', column: name, formats: dates.formats, example: dates.example });
  }
  if (survey.encodings.length > 1) questions.push({ code: 'which-encoding', encodings: survey.encodings });
  const numbered = guesses.some(({ column, meaning }) => meaning === 'key' && survey.key.columns.includes(column));
  if (!numbered) questions.push({ code: 'which-key', ...survey.key });
  if (names.length > 1 && !arePartsOfOneName(names)) questions.push({ code: 'which-name', columns: names });
  if (guesses.every(({ meaning, confidence }) => meaning === 'none' || confidence < surely))
    questions.push({ code: 'nothing-known' });
  return questions;
}

/** First and last name together are one; a shelter's and a caller's are two. */
function arePartsOfOneName(columns: readonly string[]): boolean {
  const part = /first|last|middle|given|sur|family|nombre|apellido|initial|maternal|paternal|materno|paterno/i;
  return columns.every((column) => part.test(column));
}
