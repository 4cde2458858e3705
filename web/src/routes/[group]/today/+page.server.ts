import { type AskId, parseId } from '@barnraise/kernel/ids.ts';
import { answerAsk } from '@barnraise/server/requests/answer-ask.ts';
import { myDay } from '@barnraise/server/requests/my-day.ts';
import { watchers } from '@barnraise/server/requests/watchers.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { providerActions } from '#lib/server/provider-actions.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, caller, group } = locals;
  if (caller.actor.kind !== 'member') redirect(303, signInFirst(url));
  const day = await myDay(context, caller);
  return {
    day,
    watchers: await watchers(context, caller),
    zone: group.zone,
    base: `/${group.slug}`,
    open: url.searchParams.get('open'),
  };
};

export const actions: Actions = {
  ...providerActions({ callerOf: async ({ locals }) => ({ caller: locals.caller }) }),
  answer: async ({ request, locals, url }) => {
    const form = await readForm(request);
    const askId = parseId<AskId>(form.text('askId')) ?? error(404);
    const answer = form.text('answer') === 'yes' ? 'yes' : 'no';
    const done = await answerAsk(locals.context, locals.caller, { askId, answer });
    if (!done.ok) return form.refuse(409, { refusal: refusalText(locals.t, done.refusal) });
    redirect(303, `${url.pathname}${done.value ? `?act=${done.value.actId}` : ''}`);
  },
};
