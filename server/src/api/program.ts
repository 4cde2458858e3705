import { createHash } from 'node:crypto';

import type { MemberActor } from '@barnraise/kernel/actor.ts';
import type { GroupId, MemberId, TeamId, TokenId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Scope } from '@barnraise/kernel/scope.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupReads } from '../database/database.ts';
import { preparedRead } from '../database/prepared-read.ts';
import { hashToken } from '../people/secret-token.ts';
import { noteTokenUse } from './tokens/token-table.ts';
import { parseToken } from './tokens/token-text.ts';

/** A program that proved its token: it acts for the member who let it in, in that member's group. */
export interface Program {
  readonly groupId: GroupId;
  readonly slug: string;
  readonly tokenId: TokenId;
  readonly name: string;
  readonly expiresAt: Instant | null;
  /** The member as they stand now, narrowed to the token's scopes. */
  readonly actor: MemberActor & Required<Pick<MemberActor, 'token'>>;
  /**
   * What an `Idempotency-Key` names: an act of this token, whatever others name by the same text. Made with the token
   * itself, which nobody else has: private links are made from it, and a caller's own key may be as plain as "order-1".
   */
  readonly actKey: (idempotencyKey: string) => string;
}

export type TokenRefusal = { readonly code: 'token-missing' | 'token-unknown' | 'token-ended' };

/**
 * Who calls, by the `Authorization` header: read anew with every call, so that taking a token back, ending a member or
 * changing their role holds from the next call on. Cookies are never looked at.
 */
export async function programOf(
  context: Pick<Context, 'database'>,
  authorization: string | undefined,
): Promise<Outcome<Program, TokenRefusal>> {
  if (authorization === undefined) return refuse({ code: 'token-missing' });
  const token = parseToken(/^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  if (!token) return refuse({ code: 'token-unknown' });
  const { now, rows } = await context.database.readAtOnce(token.groupId, (db) => ({
    found: findProgram(db, token.groupId, hashToken(token.secret)),
  }));
  const [row] = rows.found;
  if (!row) return refuse({ code: 'token-unknown' });
  const isOver = row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now);
  if (isOver || row.state !== 'active') return refuse({ code: 'token-ended' });
  if (row.last_used_at === null || row.last_used_at < now - hourMs) await noteTokenUse(context, token.groupId, row.id);
  return accept({
    groupId: token.groupId,
    slug: row.slug,
    tokenId: row.id,
    name: row.name,
    expiresAt: row.expires_at,
    actor: {
      kind: 'member',
      memberId: row.made_by_id,
      role: row.role,
      personId: row.person_id,
      vetted: row.may_visit,
      teams: row.teams,
      token: { tokenId: row.id, scopes: row.scopes as Scope[] },
    },
    actKey: (key) => createHash('sha256').update(`${token.secret}|${key}`).digest('hex'),
  });
}

const findProgram = preparedRead((db, groupId: GroupId, tokenHash: Buffer) => selectProgram(db, groupId, tokenHash));

/** A token with the member it acts for. */
export function selectProgram(db: GroupReads, groupId: GroupId, tokenHash: Buffer) {
  return db
    .selectFrom('api_tokens as t')
    .innerJoin('members as m', (join) => join.onRef('m.group_id', '=', 't.group_id').onRef('m.id', '=', 't.made_by_id'))
    .select(['t.id', 't.name', 't.scopes', 't.expires_at', 't.revoked_at', 't.last_used_at'])
    .select([sql<MemberId>`t.made_by_id`.as('made_by_id'), 'm.person_id', 'm.role', 'm.state', 'm.may_visit'])
    .select(
      sql<
        TeamId[]
      >`array(select mt.team_id::text from member_teams mt where mt.group_id = m.group_id and mt.member_id = m.id)`.as(
        'teams',
      ),
    )
    .select(sql<string>`(select g.slug from groups g where g.id = t.group_id)`.as('slug'))
    .where('t.group_id', '=', groupId)
    .where('t.token_hash', '=', tokenHash);
}
