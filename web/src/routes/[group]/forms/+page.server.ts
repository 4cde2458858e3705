import { type FormPurpose, formPurposes } from '@barnraise/kernel/form/definition.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { formsList } from '@barnraise/server/forms/form-pages.ts';
import { startForm } from '@barnraise/server/forms/start-form.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const list = await formsList(locals.context, locals.caller);
  if (!list) error(403);
  return list;
};

export const actions: Actions = {
  begin: async ({ request, locals, params }) => {
    const { context, caller, group, t } = locals;
    const form = await readForm(request);
    const title = form.text('title', 120);
    if (title === '') {
      return form.refuse(400, { problems: problemSentences(t, [{ field: 'title', code: 'required' }]) });
    }
    const purpose: FormPurpose = formPurposes.find((one) => one === form.text('purpose')) ?? 'ask';
    const copyOf = parseId<FormId>(form.text('copyOf'));
    const started = await startForm(context, caller, {
      purpose,
      title,
      // The language the group lead writes in comes first.
      languages: [...new Set([t.locale, ...group.languages])],
      ...(copyOf && { copyOf }),
      formKey: form.idempotencyKey,
    });
    if (!started.ok) return form.refuse(409, { refusal: refusalText(t, started.refusal) });
    redirect(303, `/${params.group}/forms/${started.value.formId}?act=${started.value.actId}`);
  },
};
