import { ownDetailsPage } from '@barnraise/server/people/account-page.ts';
import { changeOwnDetails } from '@barnraise/server/people/change-own-details.ts';
import { endMembership } from '@barnraise/server/people/end-membership.ts';
import { isLocale } from '@barnraise/server/words/locale.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const own = await ownDetailsPage(locals.context, locals.caller);
  if (!own) redirect(303, signInFirst(url));
  const { name, zone, country } = locals.group;
  return { own, group: { name, zone, country }, wasSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  details: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const language = form.text('language', 8);
    const changed = await changeOwnDetails(locals.context, locals.caller, {
      handle: form.text('handle', 60),
      phone: form.text('phone', 40),
      phoneIsShown: form.text('phoneFor') === 'members',
      mail: form.text('mail', 254),
      language: isLocale(language) ? language : locals.t.locale,
    });
    if (changed.ok) redirect(303, `/account/${params.group}?saved=1`);
    const { code } = changed.refusal;
    const field = ({ 'name-needed': 'handle', 'not-a-phone': 'phone', 'not-a-mail': 'mail' } as const)[
      code as 'not-a-mail'
    ];
    const sentence = refusalText(locals.t, changed.refusal);
    return form.refuse(400, field ? { problems: { [field]: sentence } } : { refusal: sentence });
  },

  leave: async ({ request, locals }) => {
    const form = await readForm(request);
    const { actor } = locals.caller;
    if (actor.kind !== 'member') error(404);
    const ended = await endMembership(locals.context, locals.caller, { memberId: actor.memberId });
    if (!ended.ok) return form.refuse(409, { refusal: refusalText(locals.t, ended.refusal) });
    redirect(303, '/account');
  },
};
