import { changeSettings } from '@barnraise/server/people/change-settings.ts';
import { deleteDemo } from '@barnraise/server/demo/delete-demo.ts';
import { readSettings } from '@barnraise/server/people/settings-form.ts';
import { settingsPage } from '@barnraise/server/people/settings-page.ts';
import { startChoices } from '@barnraise/server/people/start-form.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const page = await settingsPage(locals.context, locals.caller, locals.group);
  if (!page.ok) error(403);
  return { ...page.value, choices: startChoices(locals.t.locale) };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const { value, problems } = readSettings(form);
    if (Object.keys(problems).length > 0) {
      const sentences = Object.entries(problems).map(([field, code]) => [field, locals.t(`settings.problem-${code}`)]);
      return form.refuse(400, { problems: Object.fromEntries(sentences) as Record<string, string> });
    }
    const changed = await changeSettings(locals.context, locals.caller, value);
    if (!changed.ok) return form.refuse(409, { refusal: refusalText(locals.t, changed.refusal) });
    redirect(303, `/${params.group}/settings?act=${changed.value.actId}`);
  },

  deleteDemo: async ({ request, locals }) => {
    const form = await readForm(request);
    const deleted = await deleteDemo(locals.context, locals.caller);
    if (!deleted.ok) return form.refuse(409, { refusal: refusalText(locals.t, deleted.refusal) });
    redirect(303, '/');
  },
};
