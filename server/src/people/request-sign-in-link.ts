import { mailKey, parseMail } from '@barnraise/kernel/contact.ts';
import type { LoginId, MemberId } from '@barnraise/kernel/ids.ts';
import { minuteMs } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { takeTicket } from '../database/limits.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { hashToken, newToken } from './secret-token.ts';
import { serverTables } from './server-tables.ts';
import { memberActor, membershipsOf } from './session.ts';

/** How long a link to sign in works. */
export const signInLinkMinutes = 15;

/** From one address: a class or a church hall may sign in at once; a list of stolen addresses cannot be tried out. */
const placeLimit = { capacity: 30, refillPerMinute: 1 };

/** Five mails at once to one address, then one every five minutes: enough for a slow mailbox, too little to bury one. */
const mailLimit = { capacity: 5, refillPerMinute: 0.2 };

export type LinkRefusal =
  | { readonly code: 'not-a-mail' }
  /** This server sends no mail; somebody signs in by an invitation or the recovery sheet. */
  | { readonly code: 'no-mail-here' }
  | { readonly code: 'too-many-tries'; readonly retryAfterSeconds: number };

/**
 * Mails a link to sign in. The answer is the same whether the address is known or not, so nobody learns who belongs
 * here. The link is made in the transaction that queues its mail, and is kept in the vault until it is sent.
 */
export async function requestSignInLink(
  context: Context,
  input: { readonly mail: string; readonly address: string },
): Promise<Outcome<null, LinkRefusal>> {
  if (!context.mail.sends) return refuse({ code: 'no-mail-here' });
  const mail = parseMail(input.mail);
  if (!mail) return refuse({ code: 'not-a-mail' });
  const mailHash = context.vault.server.hash('mail', mailKey(mail));
  for (const [bucket, limit] of [
    [`sign-in-from:${hashToken(input.address).toString('base64url').slice(0, 22)}`, placeLimit],
    [`sign-in-mail:${mailHash.toString('base64url').slice(0, 22)}`, mailLimit],
  ] as const) {
    const ticket = await takeTicket(context.database, bucket, 1, limit);
    if (!ticket.ok) return refuse({ code: 'too-many-tries', retryAfterSeconds: ticket.retryAfterSeconds });
  }
  const login = await context.database.onServer(({ db }) =>
    db
      .selectFrom('logins')
      .select('id')
      .where('mail_hash', '=', mailHash)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  );
  if (login) await writeTo(context, login.id);
  return accept(null);
}

/** Through the first group in which the login still is a member: the mail is that group's, in that group's name. */
async function writeTo(context: Context, loginId: LoginId): Promise<void> {
  for (const { groupId, memberId } of await membershipsOf(context, loginId)) {
    const sent = await context.database.forGroup(groupId, (tx) => queueLink(context, tx, loginId, memberId));
    if (sent) return;
  }
}

async function queueLink(
  context: Context,
  tx: GroupTransaction,
  loginId: LoginId,
  memberId: MemberId,
): Promise<boolean> {
  const personId = (await memberActor(tx, memberId))?.personId;
  if (!personId) return false;
  const token = newToken();
  await serverTables(tx)
    .insertInto('sign_in_links')
    .values({
      token_hash: hashToken(token),
      login_id: loginId,
      purpose: 'sign-in',
      created_at: at(tx.now),
      expires_at: at(tx.now + signInLinkMinutes * minuteMs),
    })
    .execute();
  await queueMessage(context, tx, {
    personId,
    template: 'signIn',
    params: { minutes: signInLinkMinutes },
    link: `/sign-in/link/${token}`,
    cause: { table: 'members', id: memberId },
  });
  return true;
}
