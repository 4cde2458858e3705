import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import { answerStillNeeded, standings } from '@barnraise/server/requests/answer-still-needed.ts';
import { intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { changeAsk } from '@barnraise/server/requests/change-ask.ts';
import { changeFromFields } from '@barnraise/server/requests/change-from-fields.ts';
import { withdrawRequest } from '@barnraise/server/requests/close-request.ts';
import { eraseAsker } from '@barnraise/server/requests/erase-asker.ts';
import { readForm as readFields } from '@barnraise/server/requests/read-form.ts';
import { requestFields } from '@barnraise/server/requests/request-fields.ts';
import { neighborByLink, requestStatus } from '@barnraise/server/requests/request-status.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { ownUndoBar, undoOwn } from '#lib/server/own-undo-bar.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const { group, context } = locals;
  const status = await requestStatus(context, group.id, params.token);
  if (!status) error(404);
  const isNew = url.searchParams.has('new');
  return {
    status,
    shownCode: showShortCode(status.code as ShortCode),
    isNew,
    // The whole link only on the page that follows the ask: later pages need not show a secret again.
    link: isNew ? `${url.origin}${url.pathname}` : undefined,
    told: url.searchParams.get('told'),
    today: localDateOf(status.now, group.zone),
    zone: group.zone,
    emergencyNumber: group.emergencyNumber,
    hasArea: group.areaLabel !== '',
    undoOwn: url.searchParams.has('act') ? await ownUndoBar(event, (await holder(event)).caller) : undefined,
  };
};

export const actions: Actions = {
  standing: async (event) => {
    const { locals } = event;
    const { caller, requestId } = await holder(event);
    const form = await readForm(event.request);
    const standing = standings.find((one) => one === form.text('standing'));
    if (!standing) return form.refuse(400, { problems: { standing: locals.t('problem.choose-one') } });
    const words = form.lines('standingWords', 1000);
    const told = await answerStillNeeded(locals.context, caller, { requestId, standing, words });
    if (!told.ok) return form.refuse(409, { refusal: locals.t(`refusal.${told.refusal.code}`) });
    redirect(303, `${event.url.pathname}?told=thanks&act=${told.value}`);
  },

  change: async (event) => {
    const { locals } = event;
    const { caller, requestId } = await holder(event);
    const read = readFields(requestFields, await event.request.formData());
    const values = read.typed;
    if (!read.ok) return fail(400, { values, problems: problemSentences(locals.t, read.problems) });
    const rules = await intakeRules(locals.context, caller.groupId, []);
    const change = changeFromFields(read.value, rules);
    if (!change.ok) return fail(400, { values, problems: problemSentences(locals.t, change.problems) });
    const changed = await changeAsk(locals.context, caller, { requestId, ...change.value });
    if (!changed.ok) return fail(409, { values, refusal: locals.t(`refusal.${changed.refusal.code}`) });
    redirect(303, `${event.url.pathname}?told=changed&act=${changed.value}`);
  },

  withdraw: async (event) => {
    const { caller, requestId } = await holder(event);
    const done = await withdrawRequest(event.locals.context, caller, { requestId });
    if (!done.ok) return fail(409, { refusal: event.locals.t(`refusal.${done.refusal.code}`) });
    redirect(303, `${event.url.pathname}?act=${done.value}`);
  },

  erase: async (event) => {
    const { locals } = event;
    const { caller, requestId } = await holder(event);
    const done = await eraseAsker(locals.context, caller, { requestId });
    if (!done.ok) return fail(409, { refusal: eraseRefusal(event, done.refusal) });
    redirect(303, `${event.url.pathname}?act=${done.value.actId}`);
  },

  undo: async (event) => undoOwn(event, (await holder(event)).caller),
};

type Held = Pick<RequestEvent<{ group: string; token: string }>, 'locals' | 'params'>;

/** Whose link it is, for acting; a link that opens nothing acts on nothing. */
async function holder({ locals, params }: Held): Promise<NonNullable<Awaited<ReturnType<typeof neighborByLink>>>> {
  const found = await neighborByLink(locals.context, locals.group.id, params.token);
  if (!found) error(404);
  return found;
}

function eraseRefusal(
  { locals: { t, group } }: Held,
  refusal: Extract<Awaited<ReturnType<typeof eraseAsker>>, { ok: false }>['refusal'],
): string {
  if (refusal.code !== 'held') return t(`refusal.${refusal.code}`);
  return t('status.held', { date: t.instant(refusal.untilAt, group.zone, 'date'), reason: refusal.reason });
}
