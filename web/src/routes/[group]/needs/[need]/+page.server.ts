import { type MemberId, type NeedId, parseId } from '@barnraise/kernel/ids.ts';
import { askPeople } from '@barnraise/server/requests/ask-people.ts';
import { commitToNeed } from '@barnraise/server/requests/commit-to-need.ts';
import { needPage } from '@barnraise/server/requests/need-page.ts';
import { sayYesFor } from '@barnraise/server/requests/say-yes-for.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { type FormInput, readForm } from '#lib/server/form-input.ts';
import { postedAmount } from '#lib/server/posted-amount.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad, RouteParams } from './$types';

type Event = RequestEvent<RouteParams>;

export const load: PageServerLoad = async (event) => {
  const { caller, group } = event.locals;
  if (caller.actor.kind !== 'member') redirect(303, signInFirst(event.url));
  return { page: await shownNeed(event), zone: group.zone, base: `/${group.slug}`, origin: event.url.origin };
};

export const actions: Actions = {
  commit: (event) =>
    act(event, 'quantity', async (form, wish) => {
      const done = await commitToNeed(event.locals.context, event.locals.caller, {
        ...wish,
        people: Number(form.text('people')) || undefined,
      });
      return done.ok ? { path: '/today', actId: done.value.actId } : done.refusal;
    }),
  sayYes: (event) =>
    act(event, 'quantityFor', async (form, wish) => {
      const memberId = parseId<MemberId>(form.text('who'));
      if (!memberId) return { code: 'provider-unknown' };
      const provider = { kind: 'member', memberId } as const;
      const done = await sayYesFor(event.locals.context, event.locals.caller, { ...wish, provider });
      return done.ok ? { path: `/needs/${wish.needId}`, actId: done.value.actId } : done.refusal;
    }),
  ask: async (event) => {
    const form = await readForm(event.request);
    const to = form.several('to').flatMap((text) => {
      const memberId = parseId<MemberId>(text);
      return memberId ? [{ kind: 'member', memberId } as const] : [];
    });
    const done = await askPeople(event.locals.context, event.locals.caller, { needId: needIdOf(event), to });
    if (!done.ok) return form.refuse(409, { refusal: refusalText(event.locals.t, done.refusal) });
    redirect(303, `${event.url.pathname}?act=${done.value.actIds.at(-1)}`);
  },
};

type Wish = { readonly needId: NeedId; readonly quantity: number; readonly formKey: string };
type Done = { readonly path: string; readonly actId: string } | { readonly code: string };

/** Reads the amount, does what `commit` says with it, and goes on to where the act is seen. */
async function act(event: Event, amountField: string, commit: (form: FormInput, wish: Wish) => Promise<Done>) {
  const { t, group } = event.locals;
  const form = await readForm(event.request);
  const { kind, enteredUnit } = await shownNeed(event);
  const quantity = postedAmount(form.text(amountField, 20), kind, enteredUnit, t);
  if (quantity === undefined) return form.refuse(400, { problems: { [amountField]: t('commitment.problemAmount') } });
  const done = await commit(form, { needId: needIdOf(event), quantity, formKey: form.idempotencyKey });
  if ('code' in done) return form.refuse(409, { refusal: refusalText(t, done) });
  redirect(303, `/${group.slug}${done.path}?act=${done.actId}`);
}

async function shownNeed(event: Event) {
  const page = await needPage(event.locals.context, event.locals.caller, needIdOf(event));
  return page ?? error(404);
}

function needIdOf({ params }: Event): NeedId {
  return parseId<NeedId>(params.need) ?? error(404);
}
