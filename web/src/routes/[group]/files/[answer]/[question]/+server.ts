import { error } from '@sveltejs/kit';

import { fileAnswer } from '#lib/server/file-answer.ts';

import type { RequestHandler } from './$types';

/** A photo or a voice note that came with a form, for members who may see the answer it is. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { context, caller } = locals;
  return (await fileAnswer(context, caller, params)) ?? error(caller.actor.kind === 'member' ? 404 : 403);
};
