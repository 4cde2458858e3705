import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { ColumnChoices } from '@barnraise/server/requests/import/choose-columns.ts';
import { tableEncodings } from '@barnraise/server/requests/import/read/repair-text.ts';
import { columnMeanings } from '@barnraise/server/requests/import/survey/column-meaning.ts';
import type { ColumnSurvey } from '@barnraise/server/requests/import/survey/column-tally.ts';
import type { ReadingChoice } from '@barnraise/server/requests/import/survey-import.ts';
import { kindText } from '@barnraise/server/words/amount-text.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import type { FormInput } from './form-input.ts';

export const delimiterNames = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/** How somebody says that the file is to be read. */
export function readingFrom(form: FormInput, sheets: readonly { readonly name: string }[]): ReadingChoice {
  const headerRow = Number(form.text('headerRow', 4));
  const delimiter = Object.entries(delimiterNames).find(([name]) => name === form.text('delimiter'));
  return {
    sheet: sheets[Number(form.text('sheet', 4))]?.name,
    headerRow: Number.isInteger(headerRow) && headerRow >= 0 && headerRow <= 50 ? headerRow : undefined,
    delimiter: delimiter?.[1],
    encoding: tableEncodings.find((one) => one === form.text('encoding')),
  };
}

/** What the form of the columns says. Columns are sent by their place, since a name may hold any letters. */
export function choicesFrom(form: FormInput, columns: readonly ColumnSurvey[], t: Words): ColumnChoices {
  const key = new Set(form.several('key').map(Number));
  const meanings = columns.map(({ name }, index) => {
    const said = form.text(`meaning-${index}`, 20);
    return { column: name, meaning: columnMeanings.find((one) => one === said) ?? 'none' };
  });
  const dated = meanings.findIndex(({ meaning }) => meaning === 'askedAt');
  const format = form.text(`date-${dated}`, 40);
  const listed = meanings.findIndex(({ meaning }) => meaning === 'kinds');
  const called = meanings.findIndex(({ meaning }) => meaning === 'answered');
  return {
    meanings,
    key: columns.filter((_, index) => key.has(index)).map(({ name }) => name),
    dateFormat: columns[dated]?.dates.formats.find((one) => one === format),
    noAnswer: pickedCalls(form, columns[called], called),
    codes: form.has(`kinds-of-${listed}`) ? codesFrom(form, columns[listed], t) : undefined,
    alarms: form.text('alarms') === 'yes',
  };
}

function pickedCalls(form: FormInput, column: ColumnSurvey | undefined, index: number): readonly string[] {
  const picked = new Set(form.several(`no-answer-${index}`).map(Number));
  return (column?.categories?.values ?? []).filter((_, place) => picked.has(place));
}

/** A type is typed by its name in the reader's language; what is no name of one is left out. */
function codesFrom(form: FormInput, column: ColumnSurvey | undefined, t: Words): Record<string, string> {
  const byName = new Map(catalog.map((kind) => [kindText(t, kind).toLowerCase(), kind.code]));
  const codes: Record<string, string> = {};
  for (const [index, value] of (column?.categories?.values ?? []).entries()) {
    const code = byName.get(form.text(`kind-${index}`, 120).toLowerCase());
    if (code) codes[value] = code;
  }
  return codes;
}
