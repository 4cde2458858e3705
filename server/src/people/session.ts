import type { Actor } from '@barnraise/kernel/actor.ts';
import type { GroupId, LoginId, MemberId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { sessionDays } from './session-table.ts';
import { hashToken, isToken } from './secret-token.ts';

/** A signed-in browser. */
export interface Session {
  readonly loginId: LoginId;
  readonly tokenHash: Buffer;
  /** Where this login belongs, membership by membership; demo and other groups alike. */
  readonly memberships: readonly {
    readonly groupId: GroupId;
    readonly slug: string;
    readonly name: string;
    readonly memberId: MemberId;
  }[];
}

const visitor: Actor = { kind: 'public' };

/** One statement reads the session and, at most once an hour, notes that it was used. */
const readSessionSql = `
  with seen as (
    update sessions set last_seen_at = now(), expires_at = now() + make_interval(days => ${sessionDays})
    where token_hash = $1 and expires_at > now() and last_seen_at < now() - interval '1 hour'
  )
  select l.id as login_id, g.id as group_id, g.slug, g.name, m.member_id
  from sessions s
  join logins l on l.id = s.login_id and l.ended_at is null
  left join login_members m on m.login_id = l.id
  left join groups g on g.id = m.group_id
  where s.token_hash = $1 and s.expires_at > now()
  order by g.name`;

type Row = {
  login_id: LoginId;
  group_id: GroupId | null;
  slug: string;
  name: string;
  member_id: MemberId;
};

/** The session behind a cookie; undefined when there is none, or it has ended. */
export async function readSession(
  context: Pick<Context, 'database'>,
  token: string | undefined,
): Promise<Session | undefined> {
  if (token === undefined || !isToken(token)) return undefined;
  const tokenHash = hashToken(token);
  const rows = await context.database.runOnServer<Row>(readSessionSql, [tokenHash]);
  const [first] = rows;
  if (!first) return undefined;
  const memberships = rows.flatMap(({ group_id: groupId, slug, name, member_id: memberId }) =>
    groupId === null ? [] : [{ groupId, slug, name, memberId }],
  );
  return { loginId: first.login_id, tokenHash, memberships };
}

/** The groups a login reaches, by name. */
export async function membershipsOf(
  context: Pick<Context, 'database'>,
  loginId: LoginId,
): Promise<Session['memberships']> {
  return context.database.onServer(async ({ db }) => {
    const rows = await db
      .selectFrom('login_members as m')
      .innerJoin('groups as g', 'g.id', 'm.group_id')
      .select(['g.id', 'g.slug', 'g.name', 'm.member_id'])
      .where('m.login_id', '=', loginId)
      .orderBy('g.name')
      .execute();
    return rows.map((row) => ({ groupId: row.id, slug: row.slug, name: row.name, memberId: row.member_id }));
  });
}

/** Who is asking, on the pages of one group: the member whom the cookie's session belongs to, or a visitor. */
export async function actorFor(
  context: Pick<Context, 'database'>,
  token: string | undefined,
  groupId: GroupId,
): Promise<Actor> {
  const session = await readSession(context, token);
  const membership = session?.memberships.find((one) => one.groupId === groupId);
  if (!membership) return visitor;
  return context.database.readGroup(groupId, async (tx) => (await memberActor(tx, membership.memberId)) ?? visitor);
}

/** A member as the policies know them; undefined for one who left. */
export async function memberActor(
  tx: GroupReader,
  memberId: MemberId,
): Promise<Extract<Actor, { kind: 'member' }> | undefined> {
  const member = await tx.db
    .selectFrom('members')
    .select(['person_id', 'role', 'may_visit'])
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!member) return undefined;
  const teams = await tx.db
    .selectFrom('member_teams')
    .select('team_id')
    .where('group_id', '=', tx.groupId)
    .where('member_id', '=', memberId)
    .execute();
  return {
    kind: 'member',
    memberId,
    role: member.role,
    personId: member.person_id,
    vetted: member.may_visit,
    teams: teams.map((team) => team.team_id),
  };
}
