import { type ActId, parseId } from '@barnraise/kernel/ids.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import { lastAct } from '@barnraise/server/record/last-act.ts';
import { undoAct } from '@barnraise/server/record/undo-act.ts';
import { intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { changeOffer, endOffer, pauseOffer } from '@barnraise/server/requests/change-offer.ts';
import { asksAWeek, offerFields, offerFromFields, reaches } from '@barnraise/server/requests/offer-form.ts';
import { giverByLink, offerStatus } from '@barnraise/server/requests/offer-pages.ts';
import { readForm as readFields } from '@barnraise/server/requests/read-form.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { group, context } = locals;
  const status = await offerStatus(context, group.id, params.token);
  if (!status) error(404);
  const isNew = url.searchParams.has('new');
  const { kinds } = await intakeRules(context, group.id);
  return {
    ...status,
    shownCode: showShortCode(status.offer.code as ShortCode),
    isNew,
    link: isNew ? `${url.origin}${url.pathname}` : undefined,
    wasChanged: url.searchParams.has('act'),
    kinds: kinds.map(({ code, names }) => ({ code, names })),
    limits: { reaches, asksAWeek },
    today: localDateOf(status.now, group.zone),
    zone: group.zone,
    undoOwn: await undoBar(url.searchParams.get('act'), { locals, params }),
  };
};

export const actions: Actions = {
  change: async (event) => {
    const { locals } = event;
    const { caller, offerId } = await holder(event);
    const read = readFields(offerFields, await event.request.formData());
    const values = read.typed;
    if (!read.ok) return fail(400, { values, problems: problemSentences(locals.t, read.problems) });
    // Who they are and how to reach them stays; only what they offer is read anew.
    const fields = { ...read.value, askBy: 'page' as const, phone: '', mail: '' };
    const offer = offerFromFields(fields, await intakeRules(locals.context, caller.groupId));
    if (!offer.ok) return fail(400, { values, problems: problemSentences(locals.t, offer.problems) });
    const { askBy } = read.value;
    const changed = await changeOffer(locals.context, caller, { offerId, offer: { ...offer.value, askBy } });
    if (!changed.ok) return fail(409, { values, refusal: locals.t(`refusal.${changed.refusal.code}`) });
    redirect(303, `${event.url.pathname}?act=${changed.value}`);
  },

  pause: async (event) => {
    const { caller, offerId } = await holder(event);
    const form = await readForm(event.request);
    const days = [7, 30, 90].find((one) => String(one) === form.text('days')) ?? 30;
    const paused = await pauseOffer(event.locals.context, caller, { offerId, days });
    if (!paused.ok) return fail(409, { refusal: event.locals.t(`refusal.${paused.refusal.code}`) });
    redirect(303, `${event.url.pathname}?act=${paused.value}`);
  },

  end: async (event) => {
    const { caller, offerId } = await holder(event);
    const ended = await endOffer(event.locals.context, caller, { offerId });
    if (!ended.ok) return fail(409, { refusal: event.locals.t(`refusal.${ended.refusal.code}`) });
    redirect(303, `${event.url.pathname}?act=${ended.value}`);
  },

  undo: async (event) => {
    const { caller } = await holder(event);
    const form = await readForm(event.request);
    const actId = parseId<ActId>(form.text('actId'));
    if (!actId) error(404);
    const undone = await undoAct(event.locals.context, caller, { actId });
    if (!undone.ok) return form.refuse(409, { refusal: event.locals.t(`refusal.${undone.refusal.code}`) });
    redirect(303, `${event.url.pathname}?undone=1`);
  },
};

type Held = Pick<RequestEvent<{ group: string; token: string }>, 'locals' | 'params'>;

async function holder({ locals, params }: Held): Promise<NonNullable<Awaited<ReturnType<typeof giverByLink>>>> {
  const found = await giverByLink(locals.context, locals.group.id, params.token);
  if (!found) error(404);
  return found;
}

async function undoBar(act: string | null, event: Held) {
  const actId = parseId<ActId>(act);
  if (!actId) return undefined;
  const { locals } = event;
  const { caller } = await holder(event);
  const own = await locals.context.database.readGroup(caller.groupId, (tx) => lastAct(tx, caller, actId));
  return (
    own && {
      actId: own.actId,
      done: locals.t(`act.${own.verb}`),
      until: locals.t.instant(own.until, locals.group.zone, 'time'),
      action: '?/undo',
    }
  );
}
