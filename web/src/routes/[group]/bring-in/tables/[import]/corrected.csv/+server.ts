import { parseId } from '@barnraise/kernel/ids.ts';
import { byteOrderMark, csvLine } from '@barnraise/server/export/csv-text.ts';
import { correctedRows, type CorrectedRows } from '@barnraise/server/requests/import/corrected-rows.ts';
import type { ImportId } from '@barnraise/server/requests/import/import-table.ts';
import type { Words } from '@barnraise/server/words/words.ts';
import { error } from '@sveltejs/kit';

import { sayCode } from '#lib/bring-in/say-code.ts';
import { streamOf } from '#lib/server/stream-of.ts';

import type { RequestHandler } from './$types';

/** The rows that did not come in, each with what is wrong, to be put right and brought in again. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { context, caller, t } = locals;
  const importId = parseId<ImportId>(params.import) ?? error(404);
  const sheet = (await correctedRows(context, caller, importId)) ?? error(404);
  return new Response(streamOf(linesOf(sheet, t)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${sheet.source}-corrected.csv"`,
      'cache-control': 'no-store',
    },
  });
};

/** What is wrong stands first, so that a row with too many cells does not run into it. */
async function* linesOf({ columns, rows }: CorrectedRows, t: Words): AsyncGenerator<string, void, undefined> {
  yield byteOrderMark + csvLine([t('importTable.rowNumber'), t('importTable.whatIsWrong'), ...columns]);
  for await (const { rowNo, refusal, cells } of rows) yield csvLine([rowNo, sayCode(t, 'row', refusal), ...cells]);
}
