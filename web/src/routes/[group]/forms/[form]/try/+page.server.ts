import { formLanguage } from '@barnraise/kernel/form/definition.ts';
import { canManageForms } from '@barnraise/kernel/group-policy.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { formPreview } from '@barnraise/server/forms/public-form.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, group, caller, t } = locals;
  const id = parseId<FormId>(params.form);
  if (!canManageForms(caller.actor)) error(403);
  const form = id && (await formPreview(context, group.id, id));
  if (!form) error(404);
  return { form, language: formLanguage(form.definition, [url.searchParams.get('in'), t.locale]) };
};
