import type { PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { updatePerson } from './person-table.ts';

export type HoldRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'hold-ends-too-early' }
  | { readonly code: 'hold-ends-too-late'; readonly untilAt: Instant };

/** No program that a group runs must keep a family's records longer; a longer hold is a slip. */
const holdDaysMax = 10 * 366;

/**
 * Keeps a person's details until a date, because a program must keep its records by law. `reason` names the program and
 * the law; the person is shown it. A hold stops erasure, by retention and by the person alike.
 */
export async function holdPerson(
  context: Context,
  caller: Caller,
  input: { readonly personId: PersonId; readonly untilAt: Instant; readonly reason: string },
): Promise<Outcome<null, HoldRefusal>> {
  return context.database.decide(caller.groupId, async (tx) => {
    if (!isCoordinator(caller.actor)) return refuse({ code: 'not-allowed' });
    if (input.untilAt <= tx.now) return refuse({ code: 'hold-ends-too-early' });
    const latestAt = tx.now + holdDaysMax * dayMs;
    if (input.untilAt > latestAt) return refuse({ code: 'hold-ends-too-late', untilAt: latestAt });
    return setHold(tx, caller, input.personId, { untilAt: input.untilAt, reason: input.reason });
  });
}

/** Ends a hold before its date. */
export async function releasePerson(
  context: Context,
  caller: Caller,
  input: { readonly personId: PersonId },
): Promise<Outcome<null, HoldRefusal>> {
  return context.database.decide(caller.groupId, async (tx) => {
    if (!isCoordinator(caller.actor)) return refuse({ code: 'not-allowed' });
    return setHold(tx, caller, input.personId, null);
  });
}

interface Hold {
  readonly untilAt: Instant;
  readonly reason: string;
}

async function setHold(
  tx: GroupTransaction,
  caller: Caller,
  personId: PersonId,
  hold: Hold | null,
): Promise<Outcome<null, HoldRefusal>> {
  const person = await tx.db
    .selectFrom('persons')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return refuse({ code: 'not-found' });
  await updatePerson(tx, personId, { held_until: at(hold?.untilAt), hold_reason: hold?.reason ?? null });
  await writeAudit(tx, {
    actor: caller.actor,
    verb: hold ? 'hold-person' : 'release-person',
    subjectTable: 'persons',
    subjectId: personId,
    data: { untilAt: hold?.untilAt ?? null },
  });
  return accept(null);
}
