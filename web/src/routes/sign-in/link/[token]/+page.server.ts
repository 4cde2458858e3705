import { signInLinkWorks, useSignInLink } from '@barnraise/server/people/use-sign-in-link.ts';
import { redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { rememberSession, visitOf } from '#lib/server/sign-in-cookie.ts';
import { toQuery, wayBack } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

/** Looking at a link uses nothing up: mail scanners open every one. */
export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const again = `/sign-in${toQuery(wayBack(url.searchParams.get('to')))}`;
  return { works: await signInLinkWorks(locals.context, params.token), again };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request);
    const visit = { ...visitOf(event), formKey: form.idempotencyKey };
    const used = await useSignInLink(event.locals.context, { token: event.params.token, visit });
    if (!used.ok) return form.refuse(410, { refusal: refusalText(event.locals.t, used.refusal) });
    rememberSession(event, used.value.sessionToken);
    const first = used.value.slug ? `/${used.value.slug}/today` : '/account';
    redirect(303, wayBack(event.url.searchParams.get('to')) ?? first);
  },
};
