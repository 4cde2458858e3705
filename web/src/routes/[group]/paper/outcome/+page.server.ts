import { type CommitmentReason, commitmentReasons } from '@barnraise/kernel/commitment.ts';
import { orderByCode } from '@barnraise/server/paper/order-by-code.ts';
import { type TypedOutcome, typeInOutcome } from '@barnraise/server/paper/type-in-outcome.ts';
import type { Words } from '@barnraise/server/words/words.ts';
import { redirect } from '@sveltejs/kit';

import { type FormInput, readForm } from '#lib/server/form-input.ts';
import { postedAmount } from '#lib/server/posted-amount.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, caller, group, t } = locals;
  if (caller.actor.kind !== 'member') redirect(303, signInFirst(url));
  const code = (url.searchParams.get('code') ?? '').trim().slice(0, 40);
  const found = code === '' ? undefined : await orderByCode(context, caller, code);
  return {
    code,
    zone: group.zone,
    isSaved: url.searchParams.has('act'),
    order: found?.ok ? found.value : null,
    problem: found && !found.ok ? t(`refusal.${found.refusal.code}`) : null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const { context, caller, t } = locals;
    const form = await readForm(request);
    const code = form.text('code', 40);
    const found = await orderByCode(context, caller, code);
    if (!found.ok) return form.refuse(409, { refusal: refusalText(t, found.refusal) });
    const { kind, enteredUnit } = found.value;
    const quantity = postedAmount(form.text('quantity', 20), kind, enteredUnit, t);
    const read = readOutcome(form, quantity, t);
    if ('problems' in read) return form.refuse(400, read);
    const done = await typeInOutcome(context, caller, code, read);
    if (!done.ok) return form.refuse(409, { refusal: refusalText(t, done.refusal) });
    redirect(303, `${url.pathname}?act=${done.value.actId}`);
  },
};

type Problems = { readonly problems: Readonly<Record<string, string>> };

function readOutcome(form: FormInput, quantity: number | undefined, t: Words): TypedOutcome | Problems {
  const how = form.text('how');
  const minutes = minutesOf(form.text('minutes', 6));
  if (how === 'none') return { how, reason: reasonOf(form.text('reason')) };
  if (how !== 'done' && how !== 'part') return { problems: { how: t('paper.problemHow') } };
  if (minutes === undefined) return { problems: { minutes: t('paper.problemMinutes') } };
  if (how === 'done') return { how, minutes };
  return quantity === undefined
    ? { problems: { quantity: t('refusal.quantity-invalid') } }
    : { how, quantity, minutes };
}

/** Null where nothing was written; undefined for what is no number of minutes in a month. */
function minutesOf(text: string): number | null | undefined {
  if (text === '') return null;
  return /^\d{1,5}$/.test(text) && Number(text) <= 40_320 ? Number(text) : undefined;
}

function reasonOf(text: string): CommitmentReason {
  return commitmentReasons.find((one) => one === text) ?? 'other';
}
