import { printFlyer } from '@barnraise/server/paper/print-flyer.ts';

import { pdfAnswer, sizeOf, spokenOf } from '#lib/server/paper-answer.ts';

import type { RequestHandler } from './$types';

/** The group's flyer, for everybody who has a wall. */
export const GET: RequestHandler = async (event) => {
  const { locals, url } = event;
  const how = { size: sizeOf(event, url.searchParams), spoken: spokenOf(event, url.searchParams), origin: url.origin };
  return pdfAnswer(await printFlyer(locals.context, locals.group, how), `${locals.group.slug}-flyer`);
};
