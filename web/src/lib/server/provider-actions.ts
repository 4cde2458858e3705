import type { ContactOutcome, ContactWay } from '@barnraise/kernel/contact-attempt.ts';
import { contactOutcomes, contactWays } from '@barnraise/kernel/contact-attempt.ts';
import { commitmentReasons } from '@barnraise/kernel/commitment.ts';
import { type CommitmentId, type MemberId, parseId, type VisitId } from '@barnraise/kernel/ids.ts';
import { minuteMs } from '@barnraise/kernel/instant.ts';
import { comeOut, stayLonger } from '@barnraise/server/requests/come-out.ts';
import { confirmCommitment } from '@barnraise/server/requests/confirm-commitment.ts';
import type { DayItem } from '@barnraise/server/requests/day-item.ts';
import { finishCommitment } from '@barnraise/server/requests/finish-commitment.ts';
import { giveBackCommitment } from '@barnraise/server/requests/give-back-commitment.ts';
import { goIn } from '@barnraise/server/requests/go-in.ts';
import { logOwnContact } from '@barnraise/server/requests/log-own-contact.ts';
import { ownCommitment } from '@barnraise/server/requests/my-day.ts';
import { startCommitment } from '@barnraise/server/requests/start-commitment.ts';
import type { Caller } from '@barnraise/server/record/caller.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { contactLink } from './contact-link.ts';
import { type FormInput, readForm } from './form-input.ts';
import { postedAmount } from './posted-amount.ts';
import { refusalText } from './refusal-text.ts';

/** A page on which somebody steps their own commitments: who they are there, and which commitment a form may name. */
export interface ProviderPage {
  readonly callerOf: (event: RequestEvent) => Promise<{ readonly caller: Caller; readonly only?: CommitmentId }>;
}

/** Where to go on; or the refusal, and the field it is about. */
interface Done {
  readonly code?: string;
  readonly field?: string;
  readonly actId?: string;
  readonly to?: string;
}
type Step = (given: {
  readonly event: RequestEvent;
  readonly form: FormInput;
  readonly caller: Caller;
  readonly commitmentId: CommitmentId;
}) => Promise<Done>;

/** What both "my list" and a helper's own page can do with a commitment. */
export function providerActions(page: ProviderPage) {
  const named = Object.entries(steps).map(([name, step]) => [name, (event: RequestEvent) => take(page, event, step)]);
  return Object.fromEntries(named) as Record<keyof typeof steps, (event: RequestEvent) => ReturnType<typeof take>>;
}

async function take(page: ProviderPage, event: RequestEvent, step: Step) {
  const { caller, only } = await page.callerOf(event);
  const form = await readForm(event.request);
  const commitmentId = only ?? parseId<CommitmentId>(form.text('commitmentId')) ?? error(404);
  const done = await step({ event, form, caller, commitmentId });
  if (done.code !== undefined) {
    const text = refusalText(event.locals.t, { ...done, code: done.code });
    return form.refuse(409, done.field ? { problems: { [done.field]: text } } : { refusal: text });
  }
  redirect(303, done.to ?? `${event.url.pathname}${done.actId ? `?act=${done.actId}` : ''}`);
}

const steps = {
  start: async ({ event, form, caller, commitmentId }) => {
    const done = await startCommitment(event.locals.context, caller, { commitmentId, dueBackAt: backAt(form) });
    return done.ok ? { actId: done.value.actId } : done.refusal;
  },
  confirm: async ({ event, caller, commitmentId }) => {
    const done = await confirmCommitment(event.locals.context, caller, { commitmentId });
    return done.ok ? { actId: done.value.actId } : done.refusal;
  },
  finish: async ({ event, form, caller, commitmentId }) => {
    const item = await itemOf(event, caller, commitmentId);
    const quantity = postedAmount(form.text('done', 20), item.kind, item.enteredUnit, event.locals.t);
    if (quantity === undefined) return { code: 'quantity-invalid', field: 'done' };
    const minutes = Math.round(Number(form.text('minutes', 6)));
    const done = await finishCommitment(event.locals.context, caller, {
      commitmentId,
      doneQuantity: quantity,
      effortMinutes: minutes > 0 ? minutes : null,
    });
    return done.ok ? { actId: done.value.actId } : done.refusal;
  },
  giveBack: async ({ event, form, caller, commitmentId }) => {
    const reason = commitmentReasons.find((one) => one === form.text('reason')) ?? 'other';
    const done = await giveBackCommitment(event.locals.context, caller, { commitmentId, reason });
    return done.ok ? { actId: done.value.actId } : done.refusal;
  },
  goIn: async ({ event, form, caller, commitmentId }) => {
    const alarmTo = parseId<MemberId>(form.text('alarmTo'));
    if (!alarmTo) return { code: 'watcher-unknown', field: 'alarmTo' };
    const people = Math.max(1, Math.round(Number(form.text('people', 3))) || 1);
    const somebodyElseThere = form.has('somebodyElse');
    const visit = { commitmentId, people, somebodyElseThere, dueBackAt: backAt(form), alarmTo };
    const done = await goIn(event.locals.context, caller, visit);
    return done.ok ? {} : done.refusal;
  },
  comeOut: async ({ event, form, caller }) => {
    const done = await comeOut(event.locals.context, caller, { visitId: visitIdOf(form) });
    return done.ok ? {} : done.refusal;
  },
  stayLonger: async ({ event, form, caller }) => {
    const longer = { visitId: visitIdOf(form), dueBackAt: backAt(form) };
    const done = await stayLonger(event.locals.context, caller, longer);
    return done.ok ? {} : done.refusal;
  },
  /** Notes that the phone's own app is being opened, and opens it with the words filled in. */
  contact: async ({ event, form, caller, commitmentId }) => {
    const way = oneOf<ContactWay>(contactWays, form.text('way')) ?? error(400);
    const to = contactLink(event.locals, await itemOf(event, caller, commitmentId), way) ?? error(404);
    const done = await logOwnContact(event.locals.context, caller, { commitmentId, way, outcome: 'opened' });
    return done.ok ? { to } : done.refusal;
  },
  /** What came of it. */
  outcome: async ({ event, form, caller, commitmentId }) => {
    const outcome = oneOf<ContactOutcome>(contactOutcomes, form.text('outcome')) ?? error(400);
    const way: ContactWay = outcome === 'sent' ? 'text' : 'call';
    const done = await logOwnContact(event.locals.context, caller, { commitmentId, way, outcome });
    return done.ok ? {} : done.refusal;
  },
} satisfies Record<string, Step>;

async function itemOf(event: RequestEvent, caller: Caller, id: CommitmentId): Promise<DayItem> {
  const own = await ownCommitment(event.locals.context, caller, id);
  return own?.item ?? error(404);
}

/** People say "in an hour"; the command wants an instant. Nothing odd gets past the kernel's own check. */
function backAt(form: FormInput): number {
  return Date.now() + Math.round(Number(form.text('backIn', 5)) || 0) * minuteMs;
}

function visitIdOf(form: FormInput): VisitId {
  return parseId<VisitId>(form.text('visitId')) ?? error(404);
}

function oneOf<T extends string>(all: readonly T[], text: string): T | undefined {
  return all.find((one) => one === text);
}
