import type { Commitment, CommitmentReason } from '@barnraise/kernel/commitment.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import type { Insertable, Selectable } from 'kysely';

import { at } from '../database/column-types.ts';
import type { CommitmentsTable } from '../database/schema.ts';

export type CommitmentRow = Selectable<CommitmentsTable>;

/** A row as the kernel's value. */
export function commitmentFromRow(row: CommitmentRow): Commitment {
  return {
    id: row.id,
    needId: row.need_id,
    provider: providerFromRow(row),
    quantity: row.quantity,
    least: row.least,
    people: row.people,
    state: row.state,
    reason: row.reason as CommitmentReason | null,
    decisionNo: row.decision_no,
    offeredAt: row.offered_at,
    acceptedAt: row.accepted_at,
    leaseUntil: row.lease_until,
    extensions: row.extensions,
    startedAt: row.started_at,
    dueBackAt: row.due_back_at,
    endedAt: row.ended_at,
    doneQuantity: row.done_quantity,
    correctedBy: row.corrected_by_commitment_id,
  };
}

/** The kernel's value as columns; what the kernel does not know (link, effort, who made it) is written beside it. */
export function commitmentColumns(value: Commitment): Omit<Insertable<CommitmentsTable>, 'group_id'> {
  return {
    id: value.id,
    need_id: value.needId,
    ...providerColumns(value.provider),
    quantity: value.quantity,
    least: value.least,
    people: value.people,
    state: value.state,
    reason: value.reason,
    decision_no: value.decisionNo,
    offered_at: at(value.offeredAt),
    accepted_at: at(value.acceptedAt),
    lease_until: at(value.leaseUntil),
    extensions: value.extensions,
    started_at: at(value.startedAt),
    due_back_at: at(value.dueBackAt),
    ended_at: at(value.endedAt),
    done_quantity: value.doneQuantity,
    corrected_by_commitment_id: value.correctedBy,
  };
}

type ProviderColumns = Pick<
  CommitmentRow,
  'provider_kind' | 'member_id' | 'person_id' | 'partner_id' | 'remote_group_id'
>;

function providerFromRow(row: ProviderColumns): Party {
  if (row.provider_kind === 'member' && row.member_id) return { kind: 'member', memberId: row.member_id };
  if (row.provider_kind === 'neighbor' && row.person_id) return { kind: 'neighbor', personId: row.person_id };
  if (row.provider_kind === 'partner' && row.partner_id) return { kind: 'partner', partnerId: row.partner_id };
  if (row.remote_group_id) return { kind: 'remote-group', groupId: row.remote_group_id };
  throw new Error(`A commitment of a ${row.provider_kind} has no provider`);
}

export function providerColumns(provider: Party): ProviderColumns {
  return {
    provider_kind: provider.kind,
    member_id: provider.kind === 'member' ? provider.memberId : null,
    person_id: provider.kind === 'neighbor' ? provider.personId : null,
    partner_id: provider.kind === 'partner' ? provider.partnerId : null,
    remote_group_id: provider.kind === 'remote-group' ? provider.groupId : null,
  };
}
