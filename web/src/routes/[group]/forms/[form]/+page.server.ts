import type { FormEdit } from '@barnraise/kernel/form/form-edit.ts';
import { type QuestionId, questionSorts } from '@barnraise/kernel/form/question.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { changeForm, restoreVersion } from '@barnraise/server/forms/change-form.ts';
import { formPage } from '@barnraise/server/forms/form-pages.ts';
import { closeForm, publishForm } from '@barnraise/server/forms/publish-form.ts';
import { error } from '@sveltejs/kit';

import { formAct } from '#lib/server/form-act.ts';
import type { FormInput } from '#lib/server/form-input.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<FormId>(params.form);
  const page = id && (await formPage(locals.context, locals.caller, id));
  if (!page) error(locals.caller.actor.kind === 'member' && id ? 404 : 403);
  return { page, address: `${url.origin}/${params.group}/f/${page.slug}`, zone: locals.group.zone };
};

const edit = (edits: (input: FormInput, main: string) => readonly FormEdit[]) =>
  formAct(async ({ locals }, input, act) =>
    changeForm(locals.context, locals.caller, { ...act, edits: edits(input, input.text('main', 12)) }),
  );

export const actions: Actions = {
  move: edit((input) => {
    const [way, id] = input.text('move').split(' ');
    return [{ do: 'move-question', question: id as QuestionId, by: way === 'up' ? -1 : 1 }];
  }),
  add: edit((input, main) => {
    const sort = questionSorts.find((one) => one === input.text('sort')) ?? 'short-text';
    return [{ do: 'add-question', sort, label: { [main]: input.lines('label', 2500) } }];
  }),
  words: edit((input, main) => {
    const languages = input
      .text('languages', 100)
      .split(/[\s,;]+/)
      .filter(Boolean);
    return [
      { do: 'word-form', title: { [main]: input.text('title', 120) }, intro: { [main]: input.lines('intro', 2500) } },
      { do: 'set-languages', languages },
    ];
  }),
  publish: formAct(({ locals }, _, act) => publishForm(locals.context, locals.caller, act)),
  close: formAct(({ locals }, _, act) => closeForm(locals.context, locals.caller, act)),
  restore: formAct(({ locals }, input, act) =>
    restoreVersion(locals.context, locals.caller, { ...act, no: Math.trunc(Number(input.text('no', 9))) || 0 }),
  ),
};
