import { randomBytes } from 'node:crypto';

import { idRandomBytes, type LoginId, newId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import type { Kysely } from 'kysely';

import { at } from '../database/database.ts';
import type { ServerTables } from '../database/schema.ts';
import { hashToken, newToken } from './secret-token.ts';

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

/** Starts a session and gives its token, which only the cookie holds from now on. */
export async function insertSession({ db, now }: Server, loginId: LoginId, device: string): Promise<string> {
  const token = newToken();
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      login_id: loginId,
      device: deviceName(device),
      created_at: at(now),
      last_seen_at: at(now),
      expires_at: at(now + sessionDays * dayMs),
    })
    .execute();
  return token;
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
