import type { FormId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { byteOrderMark, csvLine } from '../export/csv-text.ts';
import { answerLines } from '../words/answer-text.ts';
import type { Words } from '../words/words.ts';
import { answerList, type AnswerList, parseCursor } from './answer-list.ts';

export interface AnswersToWrite {
  readonly formId: FormId;
  readonly t: Words;
  readonly zone: string;
}

/**
 * Every answer to a form that the reader may see, as one table, line by line: a page of answers is opened only when the
 * one before was taken. Undefined where they may see none.
 */
export async function answerTable(
  context: Context,
  caller: Caller,
  writing: AnswersToWrite,
): Promise<AsyncGenerator<string> | undefined> {
  const first = await answerList(context, caller, { formId: writing.formId, language: writing.t.locale });
  return first && linesOf(context, caller, first, writing);
}

async function* linesOf(
  context: Context,
  caller: Caller,
  first: AnswerList,
  writing: AnswersToWrite,
): AsyncGenerator<string> {
  const { formId, t } = writing;
  // A version published meanwhile may ask more; what is written keeps the columns that it began with.
  const { columns } = first;
  const names = [t('forms.csvSent'), t('forms.csvVersion'), ...columns.map(({ label }) => label)];
  yield byteOrderMark + csvLine(names);
  for (let page: AnswerList | undefined = first; page;) {
    yield page.rows.map((row) => csvLine(cellsOf(row, columns, writing))).join('');
    const after = parseCursor(page.next ?? null);
    page = after && (await answerList(context, caller, { formId, after, language: t.locale }));
  }
}

function cellsOf(
  row: AnswerList['rows'][number],
  columns: AnswerList['columns'],
  { t, zone }: AnswersToWrite,
): readonly string[] {
  const byQuestion = new Map(row.answers.map(({ question, value }) => [question, value]));
  const cells = columns.map(({ question }) => {
    const value = byQuestion.get(question);
    return value ? answerLines(t, value).join('; ') : '';
  });
  return [t.instant(row.sentAt, zone, 'dateTime'), String(row.no), ...cells];
}
