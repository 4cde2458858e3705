import type { Role } from '@barnraise/kernel/actor.ts';
import type { ActId, MemberId, TeamId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageMembers, canVet } from '@barnraise/kernel/group-policy.ts';
import type { Selectable } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { MembersTable } from '../database/schema.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { setTeams, updateMember } from './member-table.ts';

export type MemberRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  /** Somebody has to answer for the group: give the role to another first. */
  | { readonly code: 'last-steward' };

export interface MemberChange {
  readonly memberId: MemberId;
  readonly role: Role;
  readonly teamIds: readonly TeamId[];
}

/** Changes what a member answers for and the teams they are in. The last steward stays one. */
export async function changeRole(
  context: Context,
  caller: Caller,
  change: MemberChange,
): Promise<Outcome<{ readonly actId: ActId }, MemberRefusal>> {
  return context.database.decide<{ readonly actId: ActId }, MemberRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canManageMembers(actor)) return refuse({ code: 'not-allowed' });
    const member = await lockMember(tx, change.memberId);
    if (!member) return refuse({ code: 'not-found' });
    if (change.role !== 'steward' && (await isLastSteward(tx, member))) return refuse({ code: 'last-steward' });
    const teams = await teamsOf(tx, member.id);
    await updateMember(tx, member.id, { role: change.role });
    await setTeams(tx, member.id, await knownTeams(tx, change.teamIds));
    const before = { role: member.role, teamIds: teams };
    const actId = await writeAct(tx, { actor, verb: 'change-role', subjectId: member.id, before });
    const data = { from: member.role, to: change.role };
    await writeAudit(tx, { actor, verb: 'change-role', subjectTable: 'members', subjectId: member.id, data });
    return accept({ actId });
  });
}

/** Approves a member for visits that ask for an approved helper, or takes the approval back. */
export async function vetMember(
  context: Context,
  caller: Caller,
  input: { readonly memberId: MemberId; readonly vetted: boolean },
): Promise<Outcome<null, MemberRefusal>> {
  return context.database.decide<null, MemberRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canVet(actor)) return refuse({ code: 'not-allowed' });
    const member = await lockMember(tx, input.memberId);
    if (!member) return refuse({ code: 'not-found' });
    await updateMember(tx, member.id, { may_visit: input.vetted });
    const verb = input.vetted ? 'vet-member' : 'unvet-member';
    await writeAudit(tx, { actor, verb, subjectTable: 'members', subjectId: member.id });
    return accept(null);
  });
}

/** A member who has not left, locked. */
export async function lockMember(tx: GroupTransaction, id: MemberId): Promise<Selectable<MembersTable> | undefined> {
  return tx.db
    .selectFrom('members')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .where('state', '!=', 'ended')
    .forUpdate()
    .executeTakeFirst();
}

/** True when nobody else could answer for the group. All stewards are locked, so that two cannot leave at once. */
export async function isLastSteward(
  tx: GroupTransaction,
  member: Pick<Selectable<MembersTable>, 'id' | 'role'>,
): Promise<boolean> {
  if (member.role !== 'steward') return false;
  const stewards = await tx.db
    .selectFrom('members')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('role', '=', 'steward')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  return stewards.every((steward) => steward.id === member.id);
}

export async function teamsOf(tx: GroupTransaction, memberId: MemberId): Promise<readonly TeamId[]> {
  const rows = await tx.db
    .selectFrom('member_teams')
    .select('team_id')
    .where('group_id', '=', tx.groupId)
    .where('member_id', '=', memberId)
    .execute();
  return rows.map((row) => row.team_id);
}

async function knownTeams(tx: GroupTransaction, ids: readonly TeamId[]): Promise<readonly TeamId[]> {
  const rows = await tx.db.selectFrom('teams').select('id').where('group_id', '=', tx.groupId).execute();
  return rows.map((row) => row.id).filter((id) => ids.includes(id));
}
