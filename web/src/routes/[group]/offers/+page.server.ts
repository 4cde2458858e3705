import { type OfferId, parseId } from '@barnraise/kernel/ids.ts';
import { takeInOffer } from '@barnraise/server/requests/change-offer.ts';
import { offersList } from '@barnraise/server/requests/offer-pages.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const list = await offersList(locals.context, locals.caller);
  if (!list) error(403);
  return { ...list, zone: locals.group.zone };
};

export const actions: Actions = {
  takeIn: async ({ request, locals, url }) => {
    const form = await readForm(request);
    const offerId = parseId<OfferId>(form.text('offerId'));
    if (!offerId) error(404);
    const taken = await takeInOffer(locals.context, locals.caller, { offerId });
    if (!taken.ok) return form.refuse(409, { refusal: locals.t(`refusal.${taken.refusal.code}`) });
    redirect(303, `${url.pathname}?act=${taken.value}`);
  },
};
