import type { ActId, OfferId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { canChangeOffer, canTakeInOffers } from '@barnraise/kernel/policy.ts';
import type { UndoableAct } from '@barnraise/kernel/undo.ts';

import type { Context } from '../context.ts';
import { at } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import type { Undoer, Undoers } from '../record/undo-act.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { NotThereRefusal } from './act-on-request.ts';
import type { NewOffer } from './offer-form.ts';
import { changeOfferRow, lockOffer, offerColumns, type OfferChange, type OfferRow } from './offer-table.ts';

export type ChangeOfferRefusal = NotThereRefusal | { readonly code: 'offer-withdrawn' };

/** Changes what is offered, when, how far and how often; confirming is changing nothing. */
export async function changeOffer(
  context: Context,
  caller: Caller,
  { offerId, offer }: { readonly offerId: OfferId; readonly offer: NewOffer },
): Promise<Outcome<ActId, ChangeOfferRefusal>> {
  return actOnOffer(context, caller, offerId, 'change-offer', (now) => ({
    ...offerColumns(offer),
    paused_until: null,
    last_confirmed_at: at(now),
  }));
}

/** "Not for a while": nobody asks before then, and the offer comes back by itself. */
export async function pauseOffer(
  context: Context,
  caller: Caller,
  { offerId, days }: { readonly offerId: OfferId; readonly days: number },
): Promise<Outcome<ActId, ChangeOfferRefusal>> {
  return actOnOffer(context, caller, offerId, 'change-offer', (now) => ({ paused_until: at(now + days * dayMs) }));
}

/** A coordinator has seen it: from now on it can be asked for. */
export async function takeInOffer(
  context: Context,
  caller: Caller,
  { offerId }: { readonly offerId: OfferId },
): Promise<Outcome<ActId, ChangeOfferRefusal>> {
  if (!canTakeInOffers(caller.actor)) return refuse({ code: 'not-allowed' });
  return actOnOffer(context, caller, offerId, 'change-offer', (now) => ({ taken_in_at: at(now) }));
}

/** Takes an offer back for good. */
export async function endOffer(
  context: Context,
  caller: Caller,
  { offerId }: { readonly offerId: OfferId },
): Promise<Outcome<ActId, ChangeOfferRefusal>> {
  return actOnOffer(context, caller, offerId, 'withdraw-offer', () => ({ state: 'withdrawn' }));
}

async function actOnOffer(
  context: Context,
  { groupId, actor }: Caller,
  offerId: OfferId,
  verb: UndoableAct,
  change: (now: Instant) => OfferChange,
): Promise<Outcome<ActId, ChangeOfferRefusal>> {
  return context.database.decide<ActId, ChangeOfferRefusal>(groupId, async (tx) => {
    const row = await lockOffer(tx, offerId);
    if (!row || !canChangeOffer(actor, giverOf(row))) return refuse({ code: 'not-found' });
    if (row.state === 'withdrawn') return refuse({ code: 'offer-withdrawn' });
    await changeOfferRow(tx, offerId, change(tx.now));
    await writeAudit(tx, { actor, verb, subjectTable: 'offers', subjectId: offerId });
    return accept(await writeAct(tx, { actor, verb, subjectId: offerId, before: offerBefore(row) }));
  });
}

function giverOf(row: OfferRow): Party | null {
  if (row.member_id) return { kind: 'member', memberId: row.member_id };
  return row.person_id ? { kind: 'neighbor', personId: row.person_id } : null;
}

function offerBefore(row: OfferRow) {
  return {
    state: row.state,
    standing: row.standing,
    quantity: row.quantity,
    figure: row.entered_amount,
    unit: row.entered_unit,
    kindId: row.kind_id,
    hours: row.hours as never,
    windowFrom: row.window_from,
    windowTo: row.window_to,
    reachMeters: row.reach_meters,
    asksPerWeekMax: row.asks_per_week_max,
    askBy: row.ask_by,
    pausedUntil: row.paused_until,
    cell: row.cell,
    takenInAt: row.taken_in_at,
  };
}

const restore: Undoer = async (tx, act) => {
  const row = await lockOffer(tx, act.subjectId as OfferId);
  if (!row) return refuse({ code: 'not-found' });
  const before = act.before as unknown as ReturnType<typeof offerBefore>;
  await changeOfferRow(tx, row.id, {
    state: before.state,
    standing: before.standing,
    quantity: before.quantity,
    entered_amount: before.figure,
    entered_unit: before.unit,
    kind_id: before.kindId,
    hours: JSON.stringify(before.hours),
    window_from: at(before.windowFrom),
    window_to: at(before.windowTo),
    reach_meters: before.reachMeters,
    asks_per_week_max: before.asksPerWeekMax,
    ask_by: before.askBy,
    paused_until: at(before.pausedUntil),
    cell: before.cell,
    taken_in_at: at(before.takenInAt),
  });
  return accept(null);
};

const takeBack: Undoer = async (tx, act) => {
  await changeOfferRow(tx, act.subjectId as OfferId, { state: 'withdrawn' });
  return accept(null);
};

/** How the acts on offers are undone. */
export const offerUndoers: Undoers = { 'offer-help': takeBack, 'change-offer': restore, 'withdraw-offer': restore };
