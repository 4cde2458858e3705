import type { ActId, PersonId } from '@barnraise/kernel/ids.ts';
import { decideMerge, mayAskSame, type MergeRefusal, resolve } from '@barnraise/kernel/merge.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canMergePeople } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertVerdict, personVerdicts } from './merge-table.ts';
import { updatePerson } from './person-table.ts';

export type MergePeopleRefusal =
  | MergeRefusal<PersonId>
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' };

export interface Merged {
  readonly keptId: PersonId;
  readonly actId: ActId;
}

type Pair = { readonly personId: PersonId; readonly otherId: PersonId };

/**
 * Says that two records are one person. Both keep their details, readings and history; the newer one leads to the older
 * from now on. Two people who merely share a phone or an address are to be marked different instead.
 */
export async function mergePeople(
  context: Context,
  caller: Caller,
  pair: Pair,
): Promise<Outcome<Merged, MergePeopleRefusal>> {
  return context.database.decide<Merged, MergePeopleRefusal>(caller.groupId, async (tx) => {
    if (!canMergePeople(caller.actor)) return refuse({ code: 'not-allowed' });
    if (!(await areThere(tx, pair))) return refuse({ code: 'not-found' });
    const { redirects, differences } = await personVerdicts(tx);
    const decided = decideMerge('person', redirects, differences, [pair.personId, pair.otherId], tx.now);
    if (!decided.ok) return decided;
    const { into, from } = decided.value;
    const mergeId = await insertVerdict(tx, {
      keptId: into,
      otherId: from,
      verdict: 'same',
      decidedById: memberOf(caller),
    });
    await leadTo(tx, from, into);
    const actId = await record(tx, caller, 'merge', mergeId, { keptId: into, otherId: from });
    return accept({ keptId: into, actId });
  });
}

/** Remembers that two records are two people, so that nobody is asked again. */
export async function markDifferent(
  context: Context,
  caller: Caller,
  pair: Pair,
): Promise<Outcome<{ readonly actId: ActId | null }, MergePeopleRefusal>> {
  return context.database.decide<{ readonly actId: ActId | null }, MergePeopleRefusal>(caller.groupId, async (tx) => {
    if (!canMergePeople(caller.actor)) return refuse({ code: 'not-allowed' });
    if (!(await areThere(tx, pair))) return refuse({ code: 'not-found' });
    const { redirects, differences } = await personVerdicts(tx);
    const kept = resolve(redirects, pair.personId);
    if (kept === resolve(redirects, pair.otherId)) return refuse({ code: 'same-already', id: kept });
    if (!mayAskSame(redirects, differences, pair.personId, pair.otherId)) return accept({ actId: null });
    const ids = { keptId: pair.personId, otherId: pair.otherId };
    const mergeId = await insertVerdict(tx, { ...ids, verdict: 'different', decidedById: memberOf(caller) });
    return accept({ actId: await record(tx, caller, 'say-different', mergeId, ids) });
  });
}

/** Everybody who led to `from` leads to `into` as well, so that one look always finds the person of today. */
async function leadTo(tx: GroupTransaction, from: PersonId, into: PersonId): Promise<void> {
  await tx.db
    .updateTable('persons')
    .set({ merged_into_id: into })
    .where('group_id', '=', tx.groupId)
    .where('merged_into_id', '=', from)
    .execute();
  await updatePerson(tx, from, { merged_into_id: into });
}

async function record(
  tx: GroupTransaction,
  caller: Caller,
  verb: 'merge' | 'say-different',
  mergeId: string,
  pair: { readonly keptId: PersonId; readonly otherId: PersonId },
): Promise<ActId> {
  await writeAudit(tx, { actor: caller.actor, verb, subjectTable: 'merges', subjectId: mergeId, data: pair });
  return writeAct(tx, { actor: caller.actor, verb, subjectId: mergeId, before: { subject: 'person', ...pair } });
}

function memberOf(caller: Caller) {
  return caller.actor.kind === 'member' ? caller.actor.memberId : null;
}

async function areThere(tx: GroupReader, { personId, otherId }: Pair): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('persons')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('id', 'in', [personId, otherId])
    .where('erased_at', 'is', null)
    .execute();
  return rows.length === (personId === otherId ? 1 : 2);
}
