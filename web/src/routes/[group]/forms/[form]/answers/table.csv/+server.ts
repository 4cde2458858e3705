import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { answerTable } from '@barnraise/server/forms/answer-table-download.ts';
import { error } from '@sveltejs/kit';

import { streamOf } from '#lib/server/stream-of.ts';

import type { RequestHandler } from './$types';

/** The answers to a form as a table for a spreadsheet: what the reader may see, and nothing else. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const formId = parseId<FormId>(params.form);
  const { context, caller, t, group } = locals;
  const table = formId && (await answerTable(context, caller, { formId, t, zone: group.zone }));
  if (!table) error(caller.actor.kind === 'member' ? 404 : 403);
  return new Response(streamOf(table), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="answers.csv"',
      'cache-control': 'no-store',
    },
  });
};
