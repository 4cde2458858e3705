import type { PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canTakeIn } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { findPersons } from '../people/find-person.ts';
import { readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';

/** Somebody the caller on the line may be. */
export interface KnownPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly by: readonly string[];
  readonly lastRequest: { readonly code: string; readonly askedAt: Instant } | null;
}

/** People shown at most: two households may share a phone, a shelter has more. */
const shownMax = 6;

/** Who may be calling, found by keyed hashes while the phone is at the ear; their names are opened, on record. */
export async function knownPeople(
  context: Context,
  caller: Caller,
  { phone, name }: { readonly phone: string; readonly name: string },
): Promise<{ readonly now: Instant; readonly people: readonly KnownPerson[] }> {
  return context.database.forGroup(caller.groupId, async (tx) => {
    if (!canTakeIn(caller.actor)) return { now: tx.now, people: [] };
    const found = (await findPersons(context, tx, { phone, name })).slice(0, shownMax);
    const details = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'call-back',
      fields: ['name'],
      wanted: found.map(({ personId }) => ({ personId })),
    });
    const last = await lastRequests(
      tx,
      found.map(({ personId }) => personId),
    );
    const people = found.map(({ personId, by }) => ({
      personId,
      name: details.get(personId, 'name') ?? '',
      by,
      lastRequest: last.get(personId) ?? null,
    }));
    return { now: tx.now, people };
  });
}

async function lastRequests(
  tx: GroupReader,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, { readonly code: string; readonly askedAt: Instant }>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('requests')
    .select(['person_id', 'code', 'asked_at'])
    .distinctOn('person_id')
    .where('group_id', '=', tx.groupId)
    .where('person_id', 'in', [...personIds])
    .orderBy('person_id')
    .orderBy('asked_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.person_id as PersonId, { code: row.code, askedAt: row.asked_at }]));
}
