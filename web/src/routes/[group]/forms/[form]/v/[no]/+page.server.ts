import { formLanguage } from '@barnraise/kernel/form/definition.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { formPage, formVersionPage } from '@barnraise/server/forms/form-pages.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, caller, t, group } = locals;
  const formId = parseId<FormId>(params.form);
  const no = /^\d{1,6}$/.test(params.no) ? Number(params.no) : 0;
  const page = formId && (await formPage(context, caller, formId));
  if (!page) error(caller.actor.kind === 'member' && formId ? 404 : 403);
  const version = await formVersionPage(context, caller, { formId, no });
  if (!version) error(404);
  const language = formLanguage(version.definition, [url.searchParams.get('in'), t.locale]);
  return { page, no, version, language, zone: group.zone };
};
