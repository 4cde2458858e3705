import { requestSignInLink } from '@barnraise/server/people/request-sign-in-link.ts';
import { useRecoveryCode } from '@barnraise/server/people/use-sign-in-link.ts';
import { redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { rememberSession, visitOf } from '#lib/server/sign-in-cookie.ts';
import { toQuery, wayBack } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  to: wayBack(url.searchParams.get('to')),
  sendsMail: locals.context.mail.sends,
  wasSent: url.searchParams.has('sent'),
  wasSignedOut: url.searchParams.has('out'),
});

export const actions: Actions = {
  mail: async (event) => {
    const { locals } = event;
    const form = await readForm(event.request);
    const goOn = toQuery(wayBack(form.text('to')));
    const sent = await requestSignInLink(locals.context, {
      mail: form.text('mail', 254),
      address: visitOf(event).address,
      goOn,
    });
    if (!sent.ok) return form.refuse(400, { problems: { mail: refusalText(locals.t, sent.refusal) } });
    redirect(303, `/sign-in${goOn === '' ? '?' : `${goOn}&`}sent=1`);
  },

  code: async (event) => {
    const form = await readForm(event.request, { secret: ['code'] });
    const used = await useRecoveryCode(event.locals.context, {
      code: form.text('code', 60),
      visit: { ...visitOf(event), formKey: form.idempotencyKey },
    });
    if (!used.ok) return form.refuse(400, { problems: { code: refusalText(event.locals.t, used.refusal) } });
    rememberSession(event, used.value.sessionToken);
    redirect(303, wayBack(form.text('to')) ?? (used.value.slug ? `/${used.value.slug}/today` : '/account'));
  },
};
