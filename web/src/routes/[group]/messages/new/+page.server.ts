import { parseId, type TeamId } from '@barnraise/kernel/ids.ts';
import { recipientChoices } from '@barnraise/server/messaging/recipient-choices.ts';
import { type Recipients, sendToMany } from '@barnraise/server/messaging/send-to-many.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const choices = await recipientChoices(locals.context, locals.caller);
  if (!choices.ok) error(403);
  return { choices: choices.value, sendsMail: locals.context.mail.sends };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const { t } = locals;
    const isTrial = form.text('go') === 'myself';
    const subject = form.text('subject', 120);
    const text = form.lines('body', 5000);
    const recipients = isTrial ? ({ to: 'myself' } as const) : recipientsFrom(form.text('to'));
    const required = t('errors.required');
    const problems = {
      ...(recipients ? {} : { to: t('errors.chooseOne') }),
      ...(subject === '' ? { subject: required } : {}),
      ...(text === '' ? { body: required } : {}),
    };
    if (!recipients || Object.keys(problems).length > 0) return form.refuse(400, { problems });
    // A trial may be sent again as often as it is changed; the message itself goes once, however often the form comes.
    const options = isTrial ? {} : { idempotencyKey: form.idempotencyKey };
    const sent = await sendToMany(locals.context, locals.caller, { recipients, subject, text }, options);
    if (!sent.ok) return form.refuse(409, { refusal: refusalText(t, sent.refusal) });
    if (isTrial) return { ...form.refuse(200, {}).data, wasTried: true };
    redirect(303, `/${params.group}/messages?act=${sent.value.actId}`);
  },
};

function recipientsFrom(text: string): Recipients | undefined {
  if (text === 'members' || text === 'coordinators') return { to: text };
  const teamId = parseId<TeamId>(text);
  return teamId && { to: 'team', teamId };
}
