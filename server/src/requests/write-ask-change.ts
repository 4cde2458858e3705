import type { Id, PersonId, PlaceId, RequestId } from '@barnraise/kernel/ids.ts';
import type { TimeWindow } from '@barnraise/kernel/instant.ts';
import type { MustKnow, MustKnowCode } from '@barnraise/kernel/must-know.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { changePerson, PersonErasedError } from '../people/keep-person.ts';
import { pointText, publicCell } from '../people/point.ts';
import type { Detail } from '../people/vault-fields.ts';
import { correctNeed, needsOfRequest } from './need-table.ts';
import type { Asker, GivenPlace } from './new-request.ts';
import { changeRequest, type RequestRow } from './request-table.ts';

/** What was said anew; what is left out stays as it was. */
export interface NewlySaid {
  /** What is left out of how to reach them stays as they answered it. */
  readonly asker?: Partial<Pick<Asker, 'name' | 'phone' | 'mail' | 'safeToText' | 'safeToLeaveMessage'>>;
  readonly words?: string;
  readonly place?: GivenPlace | null;
  readonly window?: TimeWindow | null;
  readonly mustKnow?: MustKnow;
  readonly sharing?: Sharing;
}

/**
 * Writes what was said anew about a locked request: the person, the place, the window, and what the needs carry of them.
 * False, and nothing is written, when the person was erased.
 */
export async function writeAskChange(
  context: Context,
  tx: GroupTransaction,
  row: RequestRow,
  change: NewlySaid,
  confirmedBy: 'coordinator' | 'asker',
): Promise<boolean> {
  const placeId = change.place ? (row.place_id ?? freshId<PlaceId>(tx)) : row.place_id;
  if (!(await keepPrivate(context, tx, row, change, placeId))) return false;
  const cell = await keepPlace(tx, row, change, placeId);
  await changeRequest(tx, row.id, {
    place_id: placeId,
    cell,
    ...(change.window !== undefined && {
      window_from: at(change.window?.fromAt),
      window_to: at(change.window?.untilAt),
    }),
    ...(change.sharing && { sharing: JSON.stringify(change.sharing) }),
    last_confirmed_at: at(tx.now),
    last_confirmed_by: confirmedBy,
  });
  await carryOver(tx, row.id, cell, change.window);
  await keepFacts(tx, row.id, change.mustKnow ?? {});
  return true;
}

async function keepPrivate(
  context: Context,
  tx: GroupTransaction,
  row: RequestRow,
  { asker, words, place, mustKnow }: NewlySaid,
  placeId: PlaceId | null,
): Promise<boolean> {
  const facts = Object.entries(mustKnow ?? {}).map(([code, answer]): Detail => ({
    field: `must-know:${code as MustKnowCode}`,
    value: answer.state === 'value' ? answer.value : '',
    subjectId: row.id,
  }));
  const details: Detail[] = [...facts];
  if (words !== undefined) details.push({ field: 'description', value: words, subjectId: row.id });
  if (place && placeId) {
    details.push(
      { field: 'address', value: place.address, subjectId: placeId },
      { field: 'plus-code', value: place.plusCode, subjectId: placeId },
      { field: 'directions', value: place.directions, subjectId: placeId },
    );
    if (place.point) details.push({ field: 'point', value: pointText(place.point), subjectId: placeId });
    else if (!(await isSamePlace(context, tx, row, place)))
      details.push({ field: 'point', value: '', subjectId: placeId });
  }
  for (const field of ['name', 'phone', 'mail'] as const) {
    const value = asker?.[field];
    if (value !== undefined) details.push({ field, value });
  }
  if (!row.person_id) return details.length === 0;
  try {
    const safe = asker && { safeToText: asker.safeToText, safeToLeaveMessage: asker.safeToLeaveMessage };
    await changePerson(context, tx, row.person_id satisfies PersonId, { ...safe, details });
    return true;
  } catch (error) {
    if (error instanceof PersonErasedError) return false;
    throw error;
  }
}

/**
 * True when the address and the code are what they were: then the pin that somebody set still holds. At another address
 * it would lead helpers to the wrong door.
 */
async function isSamePlace(
  context: Context,
  tx: GroupTransaction,
  row: RequestRow,
  place: GivenPlace,
): Promise<boolean> {
  if (!row.place_id) return false;
  const known = await context.vault.open(tx, { subjectIds: [row.place_id], fields: ['address', 'plus-code'] });
  const valueOf = (field: string): string => known.find((one) => one.field === field)?.value ?? '';
  return valueOf('address') === place.address && valueOf('plus-code') === place.plusCode;
}

async function keepPlace(
  tx: GroupTransaction,
  row: RequestRow,
  { place }: NewlySaid,
  placeId: PlaceId | null,
): Promise<string | null> {
  if (!place || !placeId) return row.cell;
  // An address without a point leaves the rough area as it was: a corrected house number is the usual reason.
  const cell = place.point ? publicCell(place.point) : row.cell;
  await tx.db
    .insertInto('places')
    .values({ group_id: tx.groupId, id: placeId, person_id: row.person_id, cell })
    .onConflict((conflict) => conflict.columns(['group_id', 'id']).doUpdateSet({ cell }))
    .execute();
  tx.changed('places', placeId);
  return cell;
}

/** The needs carry the rough area and the window by themselves, for lists that show nothing else. */
async function carryOver(
  tx: GroupTransaction,
  requestId: RequestId,
  cell: string | null,
  window: TimeWindow | null | undefined,
): Promise<void> {
  for (const need of await needsOfRequest(tx, requestId)) {
    await correctNeed(tx, need.id, {
      cell,
      last_confirmed_at: at(tx.now),
      ...(window !== undefined && { window_from: at(window?.fromAt), window_to: at(window?.untilAt) }),
    });
  }
}

async function keepFacts(tx: GroupTransaction, requestId: RequestId, mustKnow: MustKnow): Promise<void> {
  for (const [question, answer] of Object.entries(mustKnow)) {
    const kept = answer.state === 'value' ? 'known' : answer.state;
    await tx.db
      .insertInto('must_know_facts')
      .values({
        group_id: tx.groupId,
        id: freshId<Id<'must-know-fact'>>(tx),
        request_id: requestId,
        question,
        answer: kept,
        asked_at: at(tx.now),
      })
      .onConflict((conflict) =>
        conflict.columns(['group_id', 'request_id', 'question']).doUpdateSet({ answer: kept, asked_at: at(tx.now) }),
      )
      .execute();
  }
}
