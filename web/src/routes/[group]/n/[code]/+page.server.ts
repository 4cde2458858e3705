import { parsePhone } from '@barnraise/kernel/contact.ts';
import { needByLink } from '@barnraise/server/requests/need-by-link.ts';
import { takeByLink } from '@barnraise/server/requests/take-by-link.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { postedAmount } from '#lib/server/posted-amount.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
  const { group } = event.locals;
  return { linked: await linkedNeed(event), zone: group.zone, emergencyNumber: group.emergencyNumber };
};

export const actions: Actions = {
  default: async (event) => {
    const { context, group, t } = event.locals;
    const form = await readForm(event.request);
    const linked = await linkedNeed(event);
    const name = form.text('name', 80);
    const phone = parsePhone(form.text('phone', 40), group.country);
    const quantity = postedAmount(form.text('quantity', 20), linked.kind, linked.enteredUnit, t);
    const problems = {
      ...(name === '' && { name: t('errors.required') }),
      ...(phone === undefined && { phone: t('commitment.problemPhone') }),
      ...(quantity === undefined && { quantity: t('commitment.problemAmount') }),
    };
    if (phone === undefined || quantity === undefined || name === '') return form.refuse(400, { problems });
    const done = await takeByLink(context, group.id, {
      linkCode: event.params.code,
      name,
      phone,
      quantity,
      language: t.language,
      people: Number(form.text('people', 2)) || undefined,
      formKey: form.idempotencyKey,
    });
    if (!done.ok) return form.refuse(409, { refusal: refusalText(t, done.refusal) });
    redirect(303, `/${group.slug}/c/${done.value.token}`);
  },
};

async function linkedNeed(event: RequestEvent<RouteParams>) {
  const linked = await needByLink(event.locals.context, event.locals.group.id, event.params.code);
  return linked ?? error(404);
}
