import { helperOfLink } from '@barnraise/server/requests/helper-of-link.ts';
import { error } from '@sveltejs/kit';

import { fileAnswer } from '#lib/server/file-answer.ts';

import type { RequestHandler } from './$types';

/** A photo or a voice note for a helper without a login, as long as their promise lets them see it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const found = await helperOfLink(locals.context, locals.group.id, params.token);
  return (found && (await fileAnswer(locals.context, found.caller, params))) ?? error(404);
};
