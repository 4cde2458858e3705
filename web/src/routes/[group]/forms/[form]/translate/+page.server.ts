import { type FormDefinition, mainLanguageOf } from '@barnraise/kernel/form/definition.ts';
import { wordingsOf } from '@barnraise/kernel/form/form-problems.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { changeForm } from '@barnraise/server/forms/change-form.ts';
import { formPage } from '@barnraise/server/forms/form-pages.ts';
import { error } from '@sveltejs/kit';

import { formAct } from '#lib/server/form-act.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<FormId>(params.form);
  const page = id && (await formPage(locals.context, locals.caller, id));
  if (!page) error(locals.caller.actor.kind === 'member' && id ? 404 : 403);
  const main = mainLanguageOf(page.draft);
  const others = page.draft.languages.slice(1);
  const to = others.find((language) => language === url.searchParams.get('to')) ?? others[0];
  return { page, main, others, to, texts: textsOf(page.draft) };
};

/** What has no words in the first language has nothing to be translated. */
function textsOf(form: FormDefinition) {
  return wordingsOf(form).filter(({ wording }) => (wording[mainLanguageOf(form)] ?? '') !== '');
}

export const actions: Actions = {
  save: formAct(
    async ({ locals }, input, act) => {
      const page = await formPage(locals.context, locals.caller, act.formId);
      if (!page) error(404);
      const texts = Object.fromEntries(textsOf(page.draft).map(({ key }) => [key, input.lines(`t-${key}`, 2500)]));
      const language = input.text('to', 20);
      return changeForm(locals.context, locals.caller, { ...act, edits: [{ do: 'translate', language, texts }] });
    },
    ({ params }) => `/${params.group}/forms/${params.form}`,
  ),
};
