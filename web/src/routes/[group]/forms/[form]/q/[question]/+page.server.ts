import { questionOf } from '@barnraise/kernel/form/definition.ts';
import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { changeForm } from '@barnraise/server/forms/change-form.ts';
import { formPage } from '@barnraise/server/forms/form-pages.ts';
import { error, type RequestEvent } from '@sveltejs/kit';

import { formAct } from '#lib/server/form-act.ts';
import { questionEdits, testRows } from '#lib/server/question-edits.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { page, question } = await found(event);
  return { page, question, testRows };
};

async function found({ locals, params }: RequestEvent) {
  const id = parseId<FormId>(params['form']);
  const page = id && (await formPage(locals.context, locals.caller, id));
  if (!page) error(locals.caller.actor.kind === 'member' && id ? 404 : 403);
  const question = questionOf(page.draft, questionId({ params }));
  if (!question) error(404);
  return { page, question };
}

const questionId = ({ params }: Pick<RequestEvent, 'params'>): QuestionId => (params['question'] ?? '') as QuestionId;
const list = ({ params }: RequestEvent): string => `/${params['group']}/forms/${params['form']}`;

export const actions: Actions = {
  save: formAct(
    async (event, input, act) => {
      const { page, question } = await found(event);
      // Read against what the page showed: what stands in the form now may have other choices.
      if (page.version !== act.version) return refuse({ code: 'form-changed' });
      const edits = questionEdits(page.draft, question, input);
      return changeForm(event.locals.context, event.locals.caller, { ...act, edits });
    },
    // A button of one choice, or new choices: one stays, and sees them.
    (event, input) =>
      input.has('do') || input.has('newOptions')
        ? `${event.url.pathname}#options`
        : `${list(event)}#row-${questionId(event)}`,
  ),
  remove: formAct(
    (event, _, act) => {
      const edits = [{ do: 'remove-question', question: questionId(event) }] as const;
      return changeForm(event.locals.context, event.locals.caller, { ...act, edits });
    },
    (event) => list(event),
  ),
};
