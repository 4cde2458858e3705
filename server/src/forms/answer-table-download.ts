import type { FormId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { byteOrderMark, csvLine } from '../export/csv-text.ts';
import { answerLines } from '../words/answer-text.ts';
import type { Words } from '../words/words.ts';
import { answerList, type AnswerList, parseCursor } from './answer-list.ts';

/** More rows than any spreadsheet is good for. */
const rowsMax = 20_000;

/** Every answer to a form that the reader may see, as one table; undefined where they may see none. */
export async function answerTable(
  context: Context,
  caller: Caller,
  formId: FormId,
  t: Words,
  zone: string,
): Promise<string | undefined> {
  const rows: (readonly string[])[] = [];
  let page: AnswerList | undefined;
  do {
    const after = parseCursor(page?.next ?? null);
    page = await answerList(context, caller, { formId, language: t.locale, ...(after && { after }) });
    if (!page) return undefined;
    const { columns } = page;
    if (rows.length === 0) rows.push([t('forms.csvSent'), t('forms.csvVersion'), ...columns.map(({ label }) => label)]);
    for (const row of page.rows) {
      const byQuestion = new Map(row.answers.map(({ question, value }) => [question, value]));
      const cells = columns.map(({ question }) => {
        const value = byQuestion.get(question);
        return value ? answerLines(t, value).join('; ') : '';
      });
      rows.push([t.instant(row.sentAt, zone, 'dateTime'), String(row.no), ...cells]);
    }
  } while (page.next !== undefined && rows.length < rowsMax);
  return byteOrderMark + rows.map(csvLine).join('');
}
