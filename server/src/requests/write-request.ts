import type { DangerMatch } from '@barnraise/kernel/danger-words.ts';
import type { HouseholdId, MemberId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { freshId } from '../database/new-id.ts';
import { insertHouseholds } from '../people/household-table.ts';
import { changePerson, keepPeople } from '../people/keep-person.ts';
import { touchVisit } from '../people/person-table.ts';
import type { Detail } from '../people/vault-fields.ts';
import { freshShortCode } from './fresh-code.ts';
import { insertNeeds } from './need-table.ts';
import type { NewRequest } from './new-request.ts';
import {
  detailsOf,
  mustKnowRows,
  needRow,
  type PlaceToKeep,
  placeOf,
  type Places,
  requestRow,
} from './request-columns.ts';
import { insertRequests } from './request-table.ts';

/** What a command adds to a request that came in. */
export interface Intake {
  readonly danger: readonly DangerMatch[];
  readonly linkHash: Buffer | null;
  /** Entered by a coordinator, who has it from then on; nobody has a request that came over the web. */
  readonly owner: MemberId | null;
  readonly heldForALook: boolean;
  /** When it was asked, where that was before now. */
  readonly askedAt?: Instant;
  /** What it is called where it came from, so that it comes in once. */
  readonly source?: { readonly name: string; readonly key: string };
}

export interface Arriving {
  readonly request: NewRequest;
  readonly intake: Intake;
}

export interface WrittenRequest {
  readonly requestId: RequestId;
  readonly personId: PersonId;
  readonly code: ShortCode;
}

/** Writes a request with its person, places, household, needs and must-know facts. Private values go to the vault. */
export async function writeRequest(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  request: NewRequest,
  intake: Intake,
): Promise<WrittenRequest> {
  const [written] = await writeRequests(context, tx, [{ request, intake }]);
  if (!written) throw new Error('A request was not written.');
  return written;
}

/** Writes many at once: one statement for each table, beside the few that each person's own key needs. */
export async function writeRequests(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  arriving: readonly Arriving[],
): Promise<readonly WrittenRequest[]> {
  const prepared = arriving.map((one) => prepare(tx, one));
  const personIds = await keepAskers(context, tx, prepared);
  const withPeople = prepared.map((one, index) => ({ ...one, personId: personIds[index] as PersonId }));
  const householdIds = keepHouseholds(tx, withPeople);
  const kept = withPeople.map((one, index) => ({ ...one, householdId: householdIds[index] ?? null }));
  await insertPlaces(
    tx,
    kept.flatMap(({ personId, places }) => [places.from, places.to].map((place) => ({ personId, place }))),
  );
  await insertRequests(
    tx,
    kept.map((one) => requestRow(tx, one.request, one.intake, one)),
  );
  await insertNeeds(
    tx,
    kept.flatMap(({ needs }) => needs),
  );
  const facts = kept.flatMap(({ requestId, request }) => mustKnowRows(tx, requestId, request));
  if (facts.length > 0) tx.later(insertRows('must_know_facts', facts));
  return kept.map(({ requestId, personId, code }) => ({ requestId, personId, code }));
}

type Prepared = ReturnType<typeof prepare>;

function prepare(tx: GroupTransaction, { request, intake }: Arriving) {
  const requestId = freshId<RequestId>(tx);
  const places: Places = { from: placeOf(tx, request.place), to: placeOf(tx, request.trip?.to ?? null) };
  const needs = request.needs.map((need) => needRow(tx, requestId, request, need, places.from?.cell ?? null));
  const details = detailsOf(tx, request, requestId, places, needs);
  return { request, intake, requestId, code: freshShortCode(tx), places, needs, details };
}

/** Writes the clear half of places; the private half is the person's. */
export async function insertPlaces(
  tx: GroupTransaction,
  places: readonly { readonly personId: PersonId; readonly place: PlaceToKeep | null }[],
): Promise<void> {
  const rows = places.flatMap(({ personId, place }) =>
    place ? [{ group_id: tx.groupId, id: place.id, person_id: personId, cell: place.cell }] : [],
  );
  if (rows.length > 0) tx.later(insertRows('places', rows));
  for (const row of rows) tx.changed('places', row.id);
}

/** Makes those who are new, all at once, and changes those whom the group knows; in the order of the requests. */
async function keepAskers(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  prepared: readonly Prepared[],
): Promise<readonly PersonId[]> {
  const strangers = prepared.filter(({ request }) => request.asker.personId === undefined);
  const made = await keepPeople(
    context,
    tx,
    strangers.map(({ request: { asker, language }, details }) => ({
      sort: 'neighbor',
      language,
      safeToText: asker.safeToText,
      safeToLeaveMessage: asker.safeToLeaveMessage,
      details,
    })),
  );
  const idOf = new Map(strangers.map((one, index) => [one, made[index]]));
  const personIds: PersonId[] = [];
  for (const one of prepared) {
    personIds.push(idOf.get(one) ?? (await keepKnownAsker(context, tx, one.request, one.details)));
  }
  return personIds;
}

async function keepKnownAsker(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  { asker, language }: NewRequest,
  details: readonly Detail[],
): Promise<PersonId> {
  const { safeToText, safeToLeaveMessage, personId } = asker;
  if (personId === undefined) throw new Error('Whoever asks is neither new nor known.');
  await changePerson(context, tx, personId, {
    language,
    // An answer they gave before stands until they give another.
    ...(safeToText !== 'not-asked' && { safeToText }),
    ...(safeToLeaveMessage !== 'not-asked' && { safeToLeaveMessage }),
    details: details.filter((detail) => detail.value !== ''),
  });
  await touchVisit(tx, personId);
  return personId;
}

/** The households that were told of, each with who asks as its head; none for a request that names none. */
function keepHouseholds(
  tx: GroupTransaction,
  asking: readonly { readonly request: NewRequest; readonly personId: PersonId }[],
): readonly (HouseholdId | null)[] {
  const ids = asking.map(({ request }) => (request.household ? freshId<HouseholdId>(tx) : null));
  const made = asking.flatMap(({ request, personId }, index) => {
    const id = ids[index];
    return id && request.household ? [{ id, personId, language: request.language, household: request.household }] : [];
  });
  insertHouseholds(tx, made);
  return ids;
}
