import type { CommitmentId, MemberId, VisitId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { KindDefinition } from '@barnraise/kernel/kind.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canStep } from '@barnraise/kernel/policy.ts';
import { decideGoIn, type Visit, type VisitRefusal } from '@barnraise/kernel/visit.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { commitmentFromRow } from './commitment-row.ts';
import { insertVisit } from './visit-table.ts';

export interface GoIn {
  readonly commitmentId: CommitmentId;
  readonly people: number;
  /** A second adult, or an open room, makes sure that nobody is alone with the person visited. */
  readonly somebodyElseThere: boolean;
  readonly dueBackAt: Instant;
  /** The named person who is alarmed when nobody has come out by then. */
  readonly alarmTo: MemberId;
}

export type GoInRefusal =
  | VisitRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'watcher-unknown' };

/** "Going in": holds the kind's precautions, and sets the alarm in the same transaction. */
export async function goIn(context: Context, caller: Caller, input: GoIn): Promise<Outcome<Visit, GoInRefusal>> {
  return context.database.decide<Visit, GoInRefusal>(caller.groupId, async (tx) => {
    const going = await commitmentWithKind(tx, input.commitmentId);
    if (!going) return refuse({ code: 'not-found' });
    if (!canStep(caller.actor, going.commitment)) return refuse({ code: 'not-allowed' });
    if (!(await isActiveMember(tx, input.alarmTo))) return refuse({ code: 'watcher-unknown' });
    const visit = decideGoIn(
      { ...input, id: freshId<VisitId>(tx), vetted: await isVetted(tx, going.commitment.provider) },
      going.precautions,
      tx.now,
    );
    if (!visit.ok) return visit;

    await insertVisit(tx, visit.value);
    await tx.enqueue('check-visit', { visitId: visit.value.id }, { startAfter: visit.value.dueBackAt });
    await writeAudit(tx, { actor: caller.actor, verb: 'go-in', subjectTable: 'visits', subjectId: visit.value.id });
    return accept(visit.value);
  });
}

async function commitmentWithKind(tx: GroupReader, id: CommitmentId) {
  const row = await tx.db
    .selectFrom('commitments')
    .innerJoin('needs', (join) =>
      join.onRef('needs.group_id', '=', 'commitments.group_id').onRef('needs.id', '=', 'commitments.need_id'),
    )
    .innerJoin('kinds', (join) =>
      join.onRef('kinds.group_id', '=', 'needs.group_id').onRef('kinds.id', '=', 'needs.kind_id'),
    )
    .selectAll('commitments')
    .select('kinds.definition')
    .where('commitments.group_id', '=', tx.groupId)
    .where('commitments.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { precautions } = row.definition as KindDefinition;
  return { commitment: commitmentFromRow(row), precautions };
}

async function isActiveMember(tx: GroupReader, id: MemberId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('members')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}

/** Approved for visits by a coordinator; somebody without a login never is. */
async function isVetted(tx: GroupReader, provider: Parameters<typeof canStep>[1]['provider']): Promise<boolean> {
  if (provider.kind !== 'member') return false;
  const row = await tx.db
    .selectFrom('members')
    .select('may_visit')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', provider.memberId)
    .executeTakeFirst();
  return row?.may_visit ?? false;
}
