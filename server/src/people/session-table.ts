import { randomBytes } from 'node:crypto';

import { idRandomBytes, type LoginId, newId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import type { Kysely } from 'kysely';

import { asOf, at, type Database } from '../database/database.ts';
import type { ServerTables } from '../database/schema.ts';
import { hashToken, newToken, tokenOfForm } from './secret-token.ts';

/** A session ends this long after it was last used. */
export const sessionDays = 30;

type Server = { readonly db: Kysely<ServerTables>; readonly now: Instant };

/** The only writes to `logins` that make one. A mail address is added once it is confirmed. */
export async function insertLogin({ db, now }: Server): Promise<LoginId> {
  const id = newId<LoginId>(now, randomBytes(idRandomBytes));
  await db
    .insertInto('logins')
    .values({ id, created_at: at(now) })
    .execute();
  return id;
}

/** On which device a session starts, and the key of the form that starts it, for a form that is sent twice. */
export interface Arrival {
  readonly userAgent: string;
  readonly formKey?: string;
}

/** Starts a session and gives its token, which only the cookie holds from now on. */
export async function insertSession(
  { db, now }: Server,
  loginId: LoginId,
  { userAgent, formKey }: Arrival,
): Promise<string> {
  const token = formKey === undefined ? newToken() : tokenOfForm(formKey, 'session');
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      login_id: loginId,
      device: deviceName(userAgent),
      created_at: at(now),
      last_seen_at: at(now),
      expires_at: at(now + sessionDays * dayMs),
    })
    .execute();
  return token;
}

/** The session that an earlier sending of the same form started, so that its answer can be given again. */
export async function sessionOfForm(
  { db, now }: Server,
  formKey: string | undefined,
): Promise<{ readonly token: string; readonly loginId: LoginId } | undefined> {
  if (formKey === undefined) return undefined;
  const token = tokenOfForm(formKey, 'session');
  const session = await db
    .selectFrom('sessions')
    .select('login_id')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', asOf(now))
    .executeTakeFirst();
  return session && { token, loginId: session.login_id };
}

/** Takes away sessions and links whose time is over: they open nothing, and say who was here. */
export async function dropEndedSessions(database: Database): Promise<void> {
  await database.onServer(async ({ db, now }) => {
    await db.deleteFrom('sessions').where('expires_at', '<', asOf(now)).execute();
    await db.deleteFrom('sign_in_links').where('expires_at', '<', asOf(now)).execute();
  });
}

const browsers = [/\b(Edg)e?\//, /\b(OPR)\//, /\b(SamsungBrowser)\//, /\b(Firefox)\//, /\b(Chrome)\//, /\b(Safari)\//];
const browserNames: Readonly<Record<string, string>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  SamsungBrowser: 'Samsung Internet',
};
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'CrOS', 'Linux'];

/** A few words by which people tell their devices apart; the browser's own line says more than we want to keep. */
export function deviceName(userAgent: string): string {
  const browser = browsers.map((one) => one.exec(userAgent)?.[1]).find((found) => found !== undefined);
  const system = systems.find((one) => userAgent.includes(one));
  return [browser && (browserNames[browser] ?? browser), system].filter(Boolean).join(', ');
}
