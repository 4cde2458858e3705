import { printAskSlips } from '@barnraise/server/paper/print-ask-slips.ts';
import { error } from '@sveltejs/kit';

import { pdfAnswer, sizeOf, spokenOf, textOf } from '#lib/server/paper-answer.ts';

import type { RequestHandler } from './$types';

/** Empty slips, each with a number of its own. */
export const GET: RequestHandler = async (event) => {
  const { locals, url } = event;
  const { group } = locals;
  const asked = url.searchParams;
  const slips = await printAskSlips(locals.context, locals.caller, {
    groupName: group.name,
    emergencyNumber: group.emergencyNumber,
    perSheet: textOf(asked, 'perSheet') === '1' ? 1 : 2,
    sheets: Math.round(Number(textOf(asked, 'sheets'))) || 1,
    size: sizeOf(event, asked),
    spoken: spokenOf(event, asked),
  });
  return slips.ok ? pdfAnswer(slips.value, `${group.slug}-ask-slips`) : error(403);
};
