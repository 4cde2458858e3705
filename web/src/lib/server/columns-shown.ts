import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { ImportSubject } from '@barnraise/server/requests/import/mapping.ts';
import type { ImportPage } from '@barnraise/server/requests/import/import-page.ts';
import { dateReader } from '@barnraise/server/requests/import/read/read-date.ts';
import { type ColumnMeaning, columnMeanings } from '@barnraise/server/requests/import/survey/column-meaning.ts';
import type { ColumnSurvey } from '@barnraise/server/requests/import/survey/column-tally.ts';
import { isNoAnswer, surely } from '@barnraise/server/requests/import/survey/guess-meaning.ts';
import { meaningsOf } from '@barnraise/server/requests/import/survey/meanings-of.ts';
import { kindText } from '@barnraise/server/words/amount-text.ts';
import type { Words } from '@barnraise/server/words/words.ts';

/** What the page shows of a column, and what can be chosen for it. */
export interface ShownColumn {
  readonly name: string;
  readonly meaning: ColumnMeaning;
  readonly by: 'guess' | 'unsure-guess' | 'last-time' | 'person';
  readonly samples: readonly string[];
  readonly filled: number;
  readonly isInKey: boolean;
  /** Where its values can be dates: in which order, and what a value then is. */
  readonly dates: { readonly text: string; readonly formats: readonly Labelled[]; readonly chosen: string } | null;
  /** Of a column of categories: what each stands for. */
  readonly categories: readonly { readonly value: string; readonly kind: string }[] | null;
  /** Of a column that tells of calls. */
  readonly noAnswer: readonly { readonly value: string; readonly isChosen: boolean }[] | null;
}

interface Labelled {
  readonly value: string;
  readonly label: string;
}

/** What a row of a subject can say. */
const unsaid: Readonly<Record<ImportSubject, readonly ColumnMeaning[]>> = {
  requests: [],
  offers: ['askedAt', 'answered', 'size', 'adults', 'children'],
  households: ['askedAt', 'answered', 'kinds'],
  members: ['askedAt', 'answered', 'kinds', 'needs', 'words', 'size', 'adults', 'children'],
  places: ['askedAt', 'answered', 'kinds', 'needs', 'size', 'adults', 'children', 'language'],
};

/** The meanings that can be chosen for rows of a subject. */
export function meaningsFor(subject: ImportSubject): readonly ColumnMeaning[] {
  return columnMeanings.filter((meaning) => !unsaid[subject].includes(meaning));
}

/** Powers the list of columns of an import that waits; empty once it does not. */
export function columnsShown(
  { survey, guess, mapping: chosen, isRemembered, subject }: ImportPage,
  t: Words,
  zone: string,
): readonly ShownColumn[] {
  const mapping = chosen ?? guess?.mapping;
  if (!survey || !guess || !mapping || subject === 'messages') return [];
  const possible = meaningsFor(subject);
  const names = survey.columns.map(({ name }) => name);
  const said = chosen ? meaningsOf(chosen, names) : guess.columns;
  return survey.columns.map((surveyed, index): ShownColumn => {
    const { meaning = 'none' } = said[index] ?? {};
    const isSure = meaning === 'none' || (guess.columns[index]?.confidence ?? 0) >= surely;
    return {
      name: surveyed.name,
      meaning: possible.includes(meaning) ? meaning : 'none',
      by: isRemembered ? 'last-time' : chosen ? 'person' : isSure ? 'guess' : 'unsure-guess',
      samples: surveyed.samples,
      filled: surveyed.filled,
      isInKey: mapping.key.includes(surveyed.name),
      dates: possible.includes('askedAt') ? datesOf(surveyed, mapping.columns.askedAt?.format, t, zone) : null,
      categories: meaning === 'kinds' ? categoriesOf(surveyed, mapping.kinds?.codes ?? {}, t) : null,
      noAnswer: meaning === 'answered' ? callsOf(surveyed, mapping.answered?.noAnswer) : null,
    };
  });
}

function datesOf(
  { name, dates, samples }: ColumnSurvey,
  chosen: string | undefined,
  t: Words,
  zone: string,
): ShownColumn['dates'] {
  if (dates.share < 0.5) return null;
  const text = dates.example || (samples[0] ?? name);
  const formats = dates.formats.map((format) => {
    const at = dateReader(format, zone)(text);
    return { value: format, label: at === undefined ? format : dayText(at, t, zone) };
  });
  return { text, formats, chosen: chosen ?? formats[0]?.value ?? '' };
}

/** With its year, which the order of day and month is often told by. */
function dayText(at: number, t: Words, zone: string): string {
  const year = new Date(at).getUTCFullYear();
  return `${t.instant(at, zone, 'date')}, ${year}`;
}

const categoriesShown = 60;

function categoriesOf(
  { categories }: ColumnSurvey,
  codes: Readonly<Record<string, string>>,
  t: Words,
): ShownColumn['categories'] {
  const kinds = new Map(catalog.map((kind) => [kind.code, kind]));
  return (categories?.values ?? []).slice(0, categoriesShown).map((value) => {
    const kind = kinds.get(codes[value] ?? '');
    return { value, kind: kind ? kindText(t, kind) : '' };
  });
}

function callsOf({ categories }: ColumnSurvey, chosen: readonly string[] | undefined): ShownColumn['noAnswer'] {
  return (categories?.values ?? []).slice(0, 20).map((value) => ({
    value,
    isChosen: chosen ? chosen.includes(value) : isNoAnswer(value),
  }));
}

/** The names of all types, to choose from while typing. */
export function kindNames(t: Words): readonly string[] {
  return catalog.map((kind) => kindText(t, kind)).toSorted((left, right) => left.localeCompare(right, t.locale));
}
