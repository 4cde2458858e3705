import type { LoginId, MemberId, TeamId } from '@barnraise/kernel/ids.ts';
import { type Insertable, sql, type Updateable } from 'kysely';

import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { MembersTable } from '../database/schema.ts';
import { serverTables } from './server-tables.ts';

/** The only writes to `members`, `member_teams`, `teams` and `login_members`. */
export async function insertMember(
  tx: GroupTransaction,
  row: Omit<Insertable<MembersTable>, 'group_id' | 'id'>,
): Promise<MemberId> {
  const id = freshId<MemberId>(tx);
  await tx.db
    .insertInto('members')
    .values({ group_id: tx.groupId, id, created_at: at(tx.now), ...row })
    .execute();
  tx.changed('members', id);
  return id;
}

export async function updateMember(
  tx: GroupTransaction,
  id: MemberId,
  change: Omit<Updateable<MembersTable>, 'group_id' | 'id' | 'version'>,
): Promise<void> {
  await tx.db
    .updateTable('members')
    .set({ ...change, version: sql`version + 1` })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('members', id);
}

/** From now on this login acts as this member. */
export async function linkLogin(tx: GroupTransaction, memberId: MemberId, loginId: LoginId): Promise<void> {
  await updateMember(tx, memberId, { login_id: loginId, state: 'active' });
  await serverTables(tx)
    .insertInto('login_members')
    .values({ login_id: loginId, group_id: tx.groupId, member_id: memberId })
    .onConflict((conflict) => conflict.columns(['login_id', 'group_id']).doUpdateSet({ member_id: memberId }))
    .execute();
}

/** The login no longer reaches this group; its other groups are not touched. */
export async function unlinkLogin(tx: GroupTransaction, memberId: MemberId): Promise<void> {
  await serverTables(tx)
    .deleteFrom('login_members')
    .where('group_id', '=', tx.groupId)
    .where('member_id', '=', memberId)
    .execute();
}

export async function insertTeam(tx: GroupTransaction, name: string): Promise<TeamId> {
  const id = freshId<TeamId>(tx);
  await tx.db
    .insertInto('teams')
    .values({ group_id: tx.groupId, id, name, created_at: at(tx.now) })
    .execute();
  tx.changed('teams', id);
  return id;
}

/** Puts a member into exactly these teams. */
export async function setTeams(tx: GroupTransaction, memberId: MemberId, teamIds: readonly TeamId[]): Promise<void> {
  await tx.db.deleteFrom('member_teams').where('group_id', '=', tx.groupId).where('member_id', '=', memberId).execute();
  if (teamIds.length > 0) {
    const rows = teamIds.map((teamId) => ({ group_id: tx.groupId, member_id: memberId, team_id: teamId }));
    await tx.db.insertInto('member_teams').values(rows).execute();
  }
  tx.changed('members', memberId);
}
