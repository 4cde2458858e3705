import { createHash } from 'node:crypto';

import type { Actor } from '@barnraise/kernel/actor.ts';
import type { GroupId, LoginId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/column-types.ts';

/** What is stored of a session's token: whoever reads the table cannot sign in with it. */
export function hashSessionToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The login behind a session that is not over, or undefined. */
export async function loginOf(
  context: Pick<Context, 'database'>,
  token: string | undefined,
): Promise<LoginId | undefined> {
  if (!token) return undefined;
  const row = await context.database.onServer((tx) =>
    tx.db
      .selectFrom('sessions')
      .innerJoin('logins', 'logins.id', 'sessions.login_id')
      .select('logins.id')
      .where('sessions.token_hash', '=', hashSessionToken(token))
      .where('sessions.expires_at', '>', asOf(tx.now))
      .where('logins.ended_at', 'is', null)
      .executeTakeFirst(),
  );
  return row?.id;
}

/** Who a session's token stands for in one group: an active member of it, or the public. */
export async function actorFor(
  context: Pick<Context, 'database'>,
  token: string | undefined,
  groupId: GroupId,
): Promise<Actor> {
  const loginId = await loginOf(context, token);
  if (!loginId) return { kind: 'public' };
  return context.database.readGroup(groupId, async (tx) => {
    const member = await tx.db
      .selectFrom('members')
      .select(['id', 'role', 'person_id', 'may_visit'])
      .where('group_id', '=', groupId)
      .where('login_id', '=', loginId)
      .where('state', '=', 'active')
      .executeTakeFirst();
    if (!member) return { kind: 'public' };
    const teams = await tx.db
      .selectFrom('member_teams')
      .select('team_id')
      .where('group_id', '=', groupId)
      .where('member_id', '=', member.id)
      .execute();
    return {
      kind: 'member',
      memberId: member.id,
      role: member.role,
      teams: teams.map((team) => team.team_id),
      personId: member.person_id,
      vetted: member.may_visit,
    };
  });
}
