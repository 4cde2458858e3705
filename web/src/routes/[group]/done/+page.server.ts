import { type KindId, parseId } from '@barnraise/kernel/ids.ts';
import { addDays, instantOf, localDateOf, parseLocalDate, parseWallTime } from '@barnraise/kernel/time.ts';
import { latestHelp } from '@barnraise/server/requests/latest-help.ts';
import { recordHelp } from '@barnraise/server/requests/record-help.ts';
import { shownUnit } from '@barnraise/server/words/amount-text.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { postedAmount } from '#lib/server/posted-amount.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, caller, group } = locals;
  if (caller.actor.kind !== 'member') redirect(303, signInFirst(url));
  const page = (await latestHelp(context, caller)) ?? error(403);
  const today = localDateOf(page.now, group.zone);
  return { ...page, zone: group.zone, today, earliest: addDays(today, -365) };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const { context, caller, group, t } = locals;
    const form = await readForm(request);
    const page = (await latestHelp(context, caller)) ?? error(403);
    const kind = page.kinds.find((one) => one.id === parseId<KindId>(form.text('kind')));
    if (!kind) return form.refuse(400, { problems: { kind: t('refusal.kind-unknown') } });
    const quantity = postedAmount(form.text('amount', 20), kind, shownUnit(kind).code, t);
    if (quantity === undefined) return form.refuse(400, { problems: { amount: t('commitment.problemAmount') } });
    const happenedAt = noonOf(form.text('day'), group.zone, page.now);
    if (happenedAt === undefined) return form.refuse(400, { problems: { day: t('commitment.problemTime') } });
    const minutes = Math.round(Number(form.text('minutes', 6)));
    const effortMinutes = minutes > 0 ? minutes : null;
    const help = { kindId: kind.id, quantity, happenedAt, effortMinutes, formKey: form.idempotencyKey };
    const done = await recordHelp(context, caller, help);
    if (!done.ok) return form.refuse(409, { refusal: refusalText(t, done.refusal) });
    redirect(303, `${url.pathname}?act=${done.value.actId}`);
  },
};

/** Noon of the day, or now where that is still ahead; undefined for days more than a year back or to come. */
function noonOf(text: string, zone: string, now: number): number | undefined {
  const day = parseLocalDate(text);
  const noon = parseWallTime('12:00');
  const today = localDateOf(now, zone);
  if (!day || !noon || day > today || day < addDays(today, -365)) return undefined;
  return Math.min(instantOf(day, noon, zone), now);
}
