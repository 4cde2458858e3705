import type { Actor } from '@barnraise/kernel/actor.ts';
import type { ActId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import { eraseAt } from '@barnraise/kernel/undo.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import type { Json } from '../record/json.ts';
import { writeAct } from '../record/write-act.ts';
import { type EraseRefusal, eraseNow, whyKept } from './erase-now.ts';
import { updatePerson } from './person-table.ts';
import { recordsOf } from './same-person.ts';

export interface Erasure {
  /** When the person's key is destroyed; until then it can be undone. */
  readonly eraseAt: Instant;
  readonly actId: ActId;
}

/** Erases a person for a coordinator who was asked to by voice. */
export async function erasePerson(
  context: Context,
  caller: Caller,
  input: { readonly personId: PersonId },
): Promise<Outcome<Erasure, EraseRefusal>> {
  return context.database.decide<Erasure, EraseRefusal>(caller.groupId, async (tx) => {
    if (!isCoordinator(caller.actor)) return refuse({ code: 'not-allowed' });
    return eraseSoon(tx, { personId: input.personId, actor: caller.actor });
  });
}

/**
 * Starts an erasure: every record of the person is gone when the time for undoing is over, and a job sees to it. For "erase me" on a
 * private link and for {@link erasePerson}. Whether the actor may is the caller's question.
 */
export async function eraseSoon(
  tx: GroupTransaction,
  erasure: {
    readonly personId: PersonId;
    readonly actor: Actor;
    readonly requestId?: RequestId;
    /** How the request stood that ended with it, for undoing both at once. */
    readonly ended?: Json;
  },
): Promise<Outcome<Erasure, EraseRefusal>> {
  const { actor, requestId, ended = null } = erasure;
  const [personId, ...merged] = await recordsOf(tx, erasure.personId);
  const kept = await whyKept(tx, personId);
  if (!kept.ok) return kept;
  if (kept.value.erasedAt !== null) return refuse({ code: 'not-found' });
  for (const other of merged) {
    const held = await whyKept(tx, other);
    if (!held.ok) return held;
  }
  const erasedAt = eraseAt(tx.now);
  await updatePerson(tx, personId, { keep_until: at(erasedAt) });
  const before = { keepUntil: kept.value.keepUntil, ended };
  const actId = await writeAct(tx, { actor, verb: 'erase-person', subjectId: personId, requestId, before });
  await tx.enqueue('erase-person', { personId }, { startAfter: erasedAt });
  return accept({ eraseAt: erasedAt, actId });
}

/** The job: erases the person unless it was undone since, or something stands against it by now. */
export async function finishErasure(
  context: Context,
  job: { readonly groupId: Caller['groupId']; readonly personId: string },
): Promise<void> {
  await context.database.decide(job.groupId, async (tx) => {
    const personId = job.personId as PersonId;
    const kept = await whyKept(tx, personId);
    if (!kept.ok) return kept;
    const { keepUntil } = kept.value;
    if (keepUntil === null || keepUntil > tx.now) return refuse({ code: 'not-found' });
    for (const record of await recordsOf(tx, personId)) {
      const erased = await eraseNow(context, tx, { personId: record, actor: { kind: 'system' }, cause: 'asked' });
      if (!erased.ok) return erased;
    }
    return accept(null);
  });
}
