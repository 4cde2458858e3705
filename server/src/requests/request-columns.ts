import type { HouseholdId, Id, NeedId, PersonId, PlaceId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { isAnswered, type MustKnowCode } from '@barnraise/kernel/must-know.ts';
import type { ShortCode } from '@barnraise/kernel/short-code.ts';
import { peopleMinimum } from '@barnraise/kernel/visit.ts';

import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { pointText, publicCell } from '../people/point.ts';
import type { Detail } from '../people/vault-fields.ts';
import { freshShortCode } from './fresh-code.ts';
import { intakeUrgency, urgencyRank } from './intake-urgency.ts';
import type { NewNeedRow } from './need-table.ts';
import type { GivenPlace, NewNeed, NewRequest } from './new-request.ts';
import type { NewRequestRow } from './request-table.ts';
import type { Intake } from './write-request.ts';

/** How long what came in is kept as it came, beside what was made of it (design, section 6). */
export const rawDays = 30;

/** A place on its way in: its id, its rough area, and what the vault keeps of it. */
export interface PlaceToKeep {
  readonly id: PlaceId;
  readonly cell: string | null;
  readonly given: GivenPlace;
}

export type Places = { readonly from: PlaceToKeep | null; readonly to: PlaceToKeep | null };

export function placeOf(tx: GroupTransaction, given: GivenPlace | null): PlaceToKeep | null {
  if (!given || (given.address === '' && given.plusCode === '' && given.directions === '' && !given.point)) return null;
  return { id: freshId<PlaceId>(tx), cell: given.point ? publicCell(given.point) : null, given };
}

/** Everything private that was said, each with what it belongs to. */
export function detailsOf(
  tx: GroupTransaction,
  request: NewRequest,
  requestId: RequestId,
  places: Places,
  needs: readonly NewNeedRow[],
): readonly Detail[] {
  const { asker } = request;
  const known = Object.entries(request.mustKnow).map(([code, answer]): Detail => ({
    field: `must-know:${code as MustKnowCode}`,
    value: answer.state === 'value' ? answer.value : '',
    subjectId: requestId,
  }));
  const details: readonly Detail[] = [
    { field: 'name', value: asker.name },
    { field: 'phone', value: asker.phone },
    { field: 'mail', value: asker.mail },
    { field: 'description', value: request.words, subjectId: requestId },
    { field: 'raw', value: request.raw ?? '', subjectId: requestId, expiresAt: tx.now + rawDays * dayMs },
    ...known,
    ...placeDetails(places.from),
    ...placeDetails(places.to),
    ...request.needs.map((need, index): Detail => ({
      field: 'detail',
      value: need.detail,
      subjectId: needs[index]?.id,
    })),
  ];
  return details.filter((detail) => detail.value !== '');
}

/** The private half of a place. */
export function placeDetails(place: PlaceToKeep | null): readonly Detail[] {
  if (!place) return [];
  const { address, plusCode, directions, point } = place.given;
  return [
    { field: 'address', value: address, subjectId: place.id },
    { field: 'plus-code', value: plusCode, subjectId: place.id },
    { field: 'directions', value: directions, subjectId: place.id },
    { field: 'point', value: point ? pointText(point) : '', subjectId: place.id },
  ];
}

export function needRow(
  tx: GroupTransaction,
  requestId: RequestId,
  request: NewRequest,
  need: NewNeed,
  cell: string | null,
): NewNeedRow {
  return {
    id: freshId<NeedId>(tx),
    request_id: requestId,
    kind_id: need.kind.id,
    audience: 'coordinators',
    link_code: freshShortCode(tx),
    quantity: need.quantity,
    entered_amount: need.entered.figure,
    entered_unit: need.entered.unit,
    people_minimum: peopleMinimum(need.kind.precautions),
    lease: JSON.stringify(need.kind.lease),
    cell,
    window_from: at(request.window?.fromAt),
    window_to: at(request.window?.untilAt),
    last_confirmed_at: at(tx.now),
    created_at: at(tx.now),
    ...(need.halted && { halted_at: at(tx.now), halt_reason: 'wrong-things' }),
  };
}

export function requestRow(
  tx: GroupTransaction,
  request: NewRequest,
  intake: Intake,
  made: {
    readonly requestId: RequestId;
    readonly code: ShortCode;
    readonly personId: PersonId;
    readonly householdId: HouseholdId | null;
    readonly places: Places;
  },
): NewRequestRow {
  const urgency = intakeUrgency(request, intake.danger, tx.now);
  const { trip, window } = request;
  return {
    id: made.requestId,
    code: made.code,
    link_hash: intake.linkHash,
    requester_kind: 'neighbor',
    person_id: made.personId,
    household_id: made.householdId,
    asked_for: request.askedFor,
    consent_at: request.askedFor === 'somebody' && request.consent ? at(tx.now) : null,
    place_id: made.places.from?.id ?? null,
    cell: made.places.from?.cell ?? null,
    to_place_id: made.places.to?.id ?? null,
    be_there_by: at(trip?.beThereBy),
    way_home: trip?.wayHome ?? 'none',
    way_home_at: at(trip?.wayHomeAt),
    passengers: trip?.passengers ?? null,
    recurrence: request.recurrence ? JSON.stringify(request.recurrence) : null,
    window_from: at(window?.fromAt),
    window_to: at(window?.untilAt),
    state: intake.owner === null ? 'new' : 'taken-in',
    urgency: urgencyRank[urgency.level],
    urgency_reasons: [...urgency.reasons],
    danger: intake.danger.filter((match) => match.sure).map((match) => match.code),
    owner_id: intake.owner,
    channel: request.channel,
    source: intake.source?.name ?? null,
    source_key: intake.source?.key ?? null,
    language: request.language,
    sharing: JSON.stringify(request.sharing),
    last_confirmed_at: at(intake.askedAt ?? tx.now),
    last_confirmed_by: 'asker',
    asked_at: at(intake.askedAt ?? tx.now),
    taken_in_at: intake.owner === null ? null : at(tx.now),
    held_at: intake.heldForALook ? at(tx.now) : null,
  };
}

/** What was said to the must-know questions, as rows; the words of an answer are in the vault. */
export function mustKnowRows(tx: GroupTransaction, requestId: RequestId, { mustKnow }: NewRequest) {
  return Object.entries(mustKnow).map(([question, answer]) => ({
    group_id: tx.groupId,
    id: freshId<Id<'must-know-fact'>>(tx),
    request_id: requestId,
    question,
    answer:
      answer.state === 'value' ? ('known' as const) : isAnswered(answer) ? ('none' as const) : ('unknown' as const),
    asked_at: at(tx.now),
  }));
}
