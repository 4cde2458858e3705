import { type MemberId, parseId } from '@barnraise/kernel/ids.ts';
import { localDateOf, parseLocalDate } from '@barnraise/kernel/time.ts';
import { printLargeSheets } from '@barnraise/server/paper/print-large-sheets.ts';
import { error } from '@sveltejs/kit';

import { pdfAnswer, sizeOf, spokenOf, textOf } from '#lib/server/paper-answer.ts';

import type { RequestHandler } from './$types';

/** A day's stops in large type: one's own, or for coordinators anybody's. */
export const GET: RequestHandler = async (event) => {
  const { locals, url } = event;
  const { group } = locals;
  const asked = url.searchParams;
  const whose = textOf(asked, 'whose');
  const day = parseLocalDate(textOf(asked, 'day')) ?? localDateOf(Date.now(), group.zone);
  const sheets = await printLargeSheets(locals.context, locals.caller, {
    groupName: group.name,
    zone: group.zone,
    whose: whose === 'everybody' ? whose : (parseId<MemberId>(whose) ?? 'mine'),
    day,
    size: sizeOf(event, asked),
    t: spokenOf(event, asked)[0],
  });
  return sheets.ok ? pdfAnswer(sheets.value, `${group.slug}-${day}`) : error(403);
};
