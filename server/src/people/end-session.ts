import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/database.ts';
import type { Session } from './session.ts';

/** One device on which somebody is signed in. */
export interface SessionLine {
  /** Names the session on the page; no part of its token. */
  readonly name: string;
  readonly device: string;
  readonly isThisOne: boolean;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
}

/** Hash digits that tell the sessions of one login apart. */
const nameOf = (tokenHash: Buffer): string => tokenHash.subarray(0, 8).toString('hex');

/** Every device on which this login is signed in, the one in use first. */
export async function listSessions(
  context: Pick<Context, 'database'>,
  session: Session,
): Promise<readonly SessionLine[]> {
  const rows = await context.database.onServer(({ db, now }) =>
    db
      .selectFrom('sessions')
      .select(['token_hash', 'device', 'created_at', 'last_seen_at'])
      .where('login_id', '=', session.loginId)
      .where('expires_at', '>', asOf(now))
      .orderBy('last_seen_at', 'desc')
      .execute(),
  );
  return rows
    .map((row) => ({
      name: nameOf(row.token_hash),
      device: row.device,
      isThisOne: row.token_hash.equals(session.tokenHash),
      startedAt: row.created_at,
      lastSeenAt: row.last_seen_at,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/** Signs one device out: this one, or another of the same login by its name. Ending twice is ending once. */
export async function endSession(
  context: Pick<Context, 'database'>,
  session: Session,
  name: string = nameOf(session.tokenHash),
): Promise<void> {
  await context.database.onServer(async ({ db }) => {
    const rows = await db.selectFrom('sessions').select('token_hash').where('login_id', '=', session.loginId).execute();
    const ended = rows.filter((row) => nameOf(row.token_hash) === name).map((row) => row.token_hash);
    if (ended.length > 0) await db.deleteFrom('sessions').where('token_hash', 'in', ended).execute();
  });
}

/** Signs every device out, and makes links that were mailed but not used worthless. The recovery sheet stays good. */
export async function endAllSessions(context: Pick<Context, 'database'>, session: Session): Promise<void> {
  await context.database.onServer(async ({ db }) => {
    await db.deleteFrom('sessions').where('login_id', '=', session.loginId).execute();
    await db
      .deleteFrom('sign_in_links')
      .where('login_id', '=', session.loginId)
      .where('purpose', '=', 'sign-in')
      .execute();
  });
}
