import type { MemberActor } from '@barnraise/kernel/actor.ts';
import { commitmentReasons, commitmentStates } from '@barnraise/kernel/commitment.ts';
import type { GroupId } from '@barnraise/kernel/ids.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { id, idOrNull, instant, instantOrNull, party, quantity, shownAt } from '../fields.ts';

export const commitmentShape = z
  .strictObject({
    id,
    needId: id,
    provider: party,
    quantity,
    least: quantity.nullable(),
    people: z.int(),
    state: z.enum(commitmentStates),
    reason: z.enum(commitmentReasons).nullable(),
    decisionNo: z.int(),
    madeBy: z.enum(['self', 'coordinator', 'link', 'ask']),
    offeredAt: instant,
    acceptedAt: instantOrNull,
    leaseUntil: instantOrNull.describe('Unstarted after that, it lapses.'),
    startedAt: instantOrNull,
    dueBackAt: instantOrNull,
    endedAt: instantOrNull,
    doneQuantity: quantity.nullable(),
    effortMinutes: z.int().nullable(),
    correctedById: idOrNull,
    version: z.int(),
  })
  .meta({ id: 'Commitment' });

/** Coordinators see every commitment; other members their own. */
export function selectCommitmentRows(db: GroupReads, groupId: GroupId, actor: MemberActor) {
  return db
    .selectFrom('commitments')
    .select(['id', 'need_id', 'provider_kind', 'member_id', 'person_id', 'partner_id', 'remote_group_id'])
    .select(['quantity', 'least', 'people', 'state', 'reason', 'decision_no', 'made_by', 'offered_at', 'accepted_at'])
    .select(['lease_until', 'started_at', 'due_back_at', 'ended_at', 'done_quantity', 'effort_minutes'])
    .select(['corrected_by_commitment_id', 'version'])
    .where('group_id', '=', groupId)
    .$if(!isCoordinator(actor), (query) => query.where('member_id', '=', actor.memberId));
}

type Row = InferResult<ReturnType<typeof selectCommitmentRows>>[number];

export function showCommitment(row: Row): z.infer<typeof commitmentShape> {
  return {
    id: row.id,
    needId: row.need_id,
    provider: {
      kind: row.provider_kind,
      id: row.member_id ?? row.person_id ?? row.partner_id ?? row.remote_group_id,
    },
    quantity: row.quantity,
    least: row.least,
    people: row.people,
    state: row.state,
    reason: commitmentReasons.find((one) => one === row.reason) ?? null,
    decisionNo: row.decision_no,
    madeBy: row.made_by,
    offeredAt: shownAt(row.offered_at),
    acceptedAt: shownAt(row.accepted_at),
    leaseUntil: shownAt(row.lease_until),
    startedAt: shownAt(row.started_at),
    dueBackAt: shownAt(row.due_back_at),
    endedAt: shownAt(row.ended_at),
    doneQuantity: row.done_quantity,
    effortMinutes: row.effort_minutes,
    correctedById: row.corrected_by_commitment_id,
    version: row.version,
  };
}
