import { contactOutcomes, contactWays } from '@barnraise/kernel/contact-attempt.ts';
import { mailLink, parseMail, parsePhone, textLink, whatsAppLink } from '@barnraise/kernel/contact.ts';
import {
  type ActId,
  type MemberId,
  type NeedId,
  parseId,
  type PartnerId,
  type RequestId,
} from '@barnraise/kernel/ids.ts';
import { haltReasons } from '@barnraise/kernel/need.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';
import { requestEndings } from '@barnraise/kernel/request.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';
import { callLinkOf } from '@barnraise/kernel/show-phone.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import { addNeed } from '@barnraise/server/requests/add-need.ts';
import { answerStillNeeded, standings } from '@barnraise/server/requests/answer-still-needed.ts';
import { intakeRules } from '@barnraise/server/requests/ask-pages.ts';
import { changeAsk } from '@barnraise/server/requests/change-ask.ts';
import { changeFromFields } from '@barnraise/server/requests/change-from-fields.ts';
import { changeNeedAmount, haltOneNeed, resumeOneNeed } from '@barnraise/server/requests/change-need.ts';
import { closeRequest, withdrawRequest } from '@barnraise/server/requests/close-request.ts';
import { eraseAsker } from '@barnraise/server/requests/erase-asker.ts';
import { urgencyRank } from '@barnraise/server/requests/intake-urgency.ts';
import { mergeRequests, sayRequestsDiffer } from '@barnraise/server/requests/merge-requests.ts';
import { amountFromFields } from '@barnraise/server/requests/needs-from-fields.ts';
import { logContact, noteRequest } from '@barnraise/server/requests/note-request.ts';
import { type FieldProblem, readForm } from '@barnraise/server/requests/read-form.ts';
import { answerReferral, type ReferralId, referRequest } from '@barnraise/server/requests/refer-request.ts';
import { renewLink } from '@barnraise/server/requests/renew-link.ts';
import { requestFields } from '@barnraise/server/requests/request-fields.ts';
import { requestPage } from '@barnraise/server/requests/request-page.ts';
import { setUrgency } from '@barnraise/server/requests/set-urgency.ts';
import { openRequest, ownRequest, takeInRequest } from '@barnraise/server/requests/take-in-request.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';

import { type FormInput, readForm as readInput } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { group, context, caller, t } = locals;
  const id = parseId<RequestId>(params.request);
  const answer = id && (await requestPage(context, caller, id));
  if (!answer) error(caller.actor.kind === 'member' ? 404 : 403);
  if (answer.kind === 'merged') redirect(303, `/${params.group}/requests/${answer.into}`);
  const { page } = answer;
  const code = showShortCode(page.code as ShortCode);
  const { kinds } = await intakeRules(context, group.id);
  return {
    page,
    code,
    contact: contactLinks(page.person, group.country, t('request.textGreeting', { group: group.name, code })),
    kinds: kinds.map((kind) => ({ code: kind.code, names: kind.names, unit: kind.entryUnits[0]?.code ?? 'each' })),
    today: localDateOf(page.now, group.zone),
    origin: url.origin,
    zone: group.zone,
    emergencyNumber: group.emergencyNumber,
  };
};

/** Links that open the phone's own app, with the first words filled in. */
function contactLinks(person: { readonly phone: string; readonly mail: string }, country: string, words: string) {
  const phone = parsePhone(person.phone, country);
  const mail = parseMail(person.mail);
  return {
    call: person.phone === '' ? null : callLinkOf(person.phone, country),
    text: phone ? textLink(phone, words) : null,
    whatsApp: phone ? whatsAppLink(phone, words) : null,
    mail: mail ? mailLink(mail, words, '') : null,
  };
}

type Event = RequestEvent<{ group: string; request: string }>;
type Done = Outcome<ActId | null, { readonly code: string }>;

/** Reads the form, runs one command, and comes back with an undo, or with why it could not be. */
function act(run: (event: Event, form: FormInput, requestId: RequestId) => Promise<Done | FieldProblem>) {
  return async (event: Event) => {
    const requestId = parseId<RequestId>(event.params.request);
    if (!requestId) error(404);
    const form = await readInput(event.request);
    const done = await run(event, form, requestId);
    if ('field' in done) return form.refuse(400, { problems: problemSentences(event.locals.t, [done]) });
    if (!done.ok) return form.refuse(409, { refusal: sentence(event, done.refusal) });
    redirect(303, done.value ? `${event.url.pathname}?act=${done.value}` : event.url.pathname);
  };
}

function sentence({ locals: { t } }: Event, refusal: { readonly code: string }): string {
  return t(`refusal.${refusal.code as 'not-found'}`);
}

const missing = (field: string): FieldProblem => ({ field, code: 'choose-one' });

export const actions: Actions = {
  takeIn: act(({ locals }, form, requestId) =>
    takeInRequest(locals.context, locals.caller, { requestId, open: form.has('open') }),
  ),
  open: act(({ locals }, _, requestId) => openRequest(locals.context, locals.caller, requestId)),
  own: act(({ locals }, form, requestId) =>
    ownRequest(locals.context, locals.caller, { requestId, ownerId: parseId<MemberId>(form.text('ownerId')) ?? null }),
  ),
  urgency: act(async ({ locals }, form, requestId) => {
    const { t } = locals;
    const level = (['now', 'soon', 'usual'] as const).find((one) => one === form.text('level'));
    const why = form.text('why', 500);
    if (!level) return missing('level');
    if (why === '') return { field: 'why', code: 'required' };
    const text = t('request.urgencyNote', { level: t(`request.urgency-${urgencyRank[level] as 0 | 1 | 2}`), why });
    return setUrgency(locals.context, locals.caller, { requestId, level, text });
  }),
  note: act(async ({ locals }, form, requestId) => {
    const text = form.lines('note', 2000);
    if (text === '') return { field: 'note', code: 'required' };
    return noteRequest(locals.context, locals.caller, { requestId, text });
  }),
  contact: act(async ({ locals }, form, requestId) => {
    const way = contactWays.find((one) => one === form.text('way'));
    const outcome = contactOutcomes.find((one) => one === form.text('outcome'));
    if (!way) return missing('way');
    if (!outcome) return missing('outcome');
    return logContact(locals.context, locals.caller, { requestId, way, outcome, text: form.lines('said', 2000) });
  }),
  halt: act(async ({ locals }, form) => {
    const needId = parseId<NeedId>(form.text('needId'));
    const reason = haltReasons.find((one) => one === form.text('reason'));
    if (!needId || !reason) return missing('reason');
    return haltOneNeed(locals.context, locals.caller, { needId, reason });
  }),
  resume: act(async ({ locals }, form) => {
    const needId = parseId<NeedId>(form.text('needId'));
    return needId ? resumeOneNeed(locals.context, locals.caller, { needId }) : missing('needId');
  }),
  changeNeed: act(async ({ locals }, form) => {
    const needId = parseId<NeedId>(form.text('needId'));
    const amount = await readAmount(locals, form, 'amount');
    const cap = form.text('cap') === '' ? null : await readAmount(locals, form, 'cap');
    if (!needId) return missing('amount');
    if ('field' in amount) return amount;
    if (cap !== null && 'field' in cap) return { ...cap, field: 'cap' };
    const { quantity, entered } = amount;
    return changeNeedAmount(locals.context, locals.caller, { needId, quantity, entered, cap: cap?.quantity ?? null });
  }),
  addNeed: act(async ({ locals }, form, requestId) => {
    const need = await readAmount(locals, form, 'amount');
    if ('field' in need) return need;
    const added = await addNeed(locals.context, locals.caller, { requestId, need });
    return added.ok ? { ok: true, value: added.value.actId } : added;
  }),
  pin: act(async ({ locals }, form, requestId) => {
    const point = readPoint(form.text('point'));
    if (!point) return { field: 'point', code: 'not-a-point' };
    const answer = await requestPage(locals.context, locals.caller, requestId);
    if (answer?.kind !== 'page') return { ok: false, refusal: { code: 'not-found' } };
    const { address = '', plusCode = '', directions = '' } = answer.page.place ?? {};
    return changeAsk(locals.context, locals.caller, { requestId, place: { address, plusCode, directions, point } });
  }),
  pass: act(({ locals }, form, requestId) => {
    const id = parseId<PartnerId>(form.text('partnerId'));
    const partner = id ? { id } : { name: form.text('partnerName', 120) };
    return referRequest(locals.context, locals.caller, { requestId, partner });
  }),
  passed: act(({ locals }, form) => {
    const referralId = parseId<ReferralId>(form.text('referralId')) ?? ('' as ReferralId);
    const answer = form.text('answer') === 'yes' ? 'yes' : 'no';
    return answerReferral(locals.context, locals.caller, { referralId, answer });
  }),
  same: act(async ({ locals, params }, form, requestId) => {
    const otherId = parseId<RequestId>(form.text('otherId'));
    if (!otherId) return missing('otherId');
    const merged = await mergeRequests(locals.context, locals.caller, { requestId, otherId });
    if (!merged.ok) return merged;
    redirect(303, `/${params.group}/requests/${merged.value.keptId}?act=${merged.value.actId}`);
  }),
  different: act(async ({ locals }, form, requestId) => {
    const otherId = parseId<RequestId>(form.text('otherId'));
    return otherId ? sayRequestsDiffer(locals.context, locals.caller, { requestId, otherId }) : missing('otherId');
  }),
  close: act(async ({ locals }, form, requestId) => {
    const ending = requestEndings.find((one) => one === form.text('ending'));
    return ending ? closeRequest(locals.context, locals.caller, { requestId, ending }) : missing('ending');
  }),
  standing: act(async ({ locals }, form, requestId) => {
    const standing = standings.find((one) => one === form.text('standing'));
    if (!standing) return missing('standing');
    return answerStillNeeded(locals.context, locals.caller, { requestId, standing, words: '' });
  }),
  withdraw: act(({ locals }, _, requestId) => withdrawRequest(locals.context, locals.caller, { requestId })),
  erase: act(async ({ locals }, _, requestId) => {
    const erased = await eraseAsker(locals.context, locals.caller, { requestId });
    return erased.ok ? { ok: true, value: erased.value.actId } : erased;
  }),

  /** The new link is shown in the answer itself: it stands in no address and is not kept. */
  link: async (event) => {
    const requestId = parseId<RequestId>(event.params.request);
    if (!requestId) error(404);
    const renewed = await renewLink(event.locals.context, event.locals.caller, { requestId });
    if (!renewed.ok) return fail(409, { refusal: sentence(event, renewed.refusal) });
    return { newLink: `${event.url.origin}/${event.params.group}/r/${renewed.value.token}` };
  },

  change: async (event) => {
    const { locals } = event;
    const requestId = parseId<RequestId>(event.params.request);
    if (!requestId) error(404);
    const read = readForm(requestFields, await event.request.formData());
    const values = read.typed;
    if (!read.ok) return fail(400, { values, problems: problemSentences(locals.t, read.problems) });
    const change = changeFromFields(read.value, await intakeRules(locals.context, locals.group.id, []));
    if (!change.ok) return fail(400, { values, problems: problemSentences(locals.t, change.problems) });
    const changed = await changeAsk(locals.context, locals.caller, { requestId, ...change.value });
    if (!changed.ok) return fail(409, { values, refusal: sentence(event, changed.refusal) });
    redirect(303, `${event.url.pathname}?act=${changed.value}`);
  },
};

async function readAmount({ context, group }: Event['locals'], form: FormInput, field: 'amount' | 'cap') {
  const [kind] = (await intakeRules(context, group.id, [form.text('kind')])).kinds;
  let problem: FieldProblem = { field: 'kind', code: 'unknown-kind' };
  const fields = { amount: form.text(field, 20), unit: form.text('unit', 20), detail: form.text('detail', 300) };
  const need =
    kind && amountFromFields(fields, kind, (name, code, count) => void (problem = { field: name, code, count }));
  return need ?? problem;
}

function readPoint(text: string): { latitude: number; longitude: number } | undefined {
  const [latitude, longitude] = text.split(/[\s,;]+/).map(Number);
  if (latitude === undefined || longitude === undefined || text.trim() === '') return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
