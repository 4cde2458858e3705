import { acceptInvitation, invitationState } from '@barnraise/server/people/accept-invitation.ts';
import { isPhone } from '@barnraise/server/people/posted-fields.ts';
import { readSession } from '@barnraise/server/people/session.ts';
import type { JoinRefusal } from '@barnraise/server/people/accept-invitation.ts';
import type { Words } from '@barnraise/server/words/words.ts';
import { redirect } from '@sveltejs/kit';

import { type FormInput, readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { rememberSession, visitOf } from '#lib/server/sign-in-cookie.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { context, group, caller } = locals;
  const state = await context.database.readGroup(group.id, (tx) => invitationState(tx, params.token));
  return {
    group: { name: group.name, slug: group.slug },
    invitation: state ?? null,
    sendsMail: context.mail.sends,
    isMember: caller.actor.kind === 'member',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event.request, { secret: ['pin'] });
    const problems = problemsOf(form, locals.group.country, locals.t);
    if (Object.keys(problems).length > 0) return form.refuse(400, { problems });
    const session = await readSession(locals.context, event.cookies.get(sessionCookie));
    const joined = await acceptInvitation(locals.context, locals.group.id, {
      token: params.token,
      pin: form.text('pin', 12),
      handle: form.text('handle', 60),
      phone: form.text('phone', 40),
      mail: form.text('mail', 254),
      language: locals.t.locale,
      loginId: session?.loginId,
      userAgent: visitOf(event).userAgent,
      formKey: form.idempotencyKey,
    });
    if (!joined.ok) return refused(form, joined.refusal, locals.t);
    rememberSession(event, joined.value.sessionToken);
    redirect(303, `/${params.group}/today`);
  },
};

function problemsOf(form: FormInput, country: string, t: Words): Record<string, string> {
  const problems: Record<string, string> = {};
  if (form.text('pin') === '') problems['pin'] = t('errors.required');
  if (form.text('handle', 60) === '') problems['handle'] = t('errors.required');
  const phone = form.text('phone', 40);
  if (phone !== '' && !isPhone(phone, country)) problems['phone'] = t('start.problem-not-a-phone');
  return problems;
}

function refused(form: FormInput, refusal: JoinRefusal, t: Words) {
  const sentence = refusalText(t, refusal);
  switch (refusal.code) {
    case 'wrong-pin':
      return form.refuse(400, { problems: { pin: sentence } });
    case 'not-a-mail':
      return form.refuse(400, { problems: { mail: sentence } });
    case 'invitation-over':
    case 'already-a-member':
      return form.refuse(410, { refusal: sentence });
  }
}
