import { canManageForms } from '@barnraise/kernel/group-policy.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { formPreview } from '@barnraise/server/forms/public-form.ts';
import { error } from '@sveltejs/kit';

import { conditionStyles } from '#lib/server/condition-styles.ts';

import type { RequestHandler } from './$types';

/** As for a published form, for the draft. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const id = parseId<FormId>(params.form);
  if (!canManageForms(locals.caller.actor)) error(403);
  const form = id && (await formPreview(locals.context, locals.group.id, id));
  if (!form) error(404);
  return new Response(conditionStyles(form.definition), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' },
  });
};
