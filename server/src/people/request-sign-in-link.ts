import { type MailAddress, mailKey, parseMail } from '@barnraise/kernel/contact.ts';
import type { LoginId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { takeTicket } from '../database/limits.ts';
import { mailSignInLink } from './mail-sign-in-link.ts';
import { hashToken } from './secret-token.ts';
import { memberActor, membershipsOf } from './session.ts';

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
  input: {
    readonly mail: string;
    readonly address: string;
    /** Goes behind the link, for the page that signs in: `?to=…`, or nothing. */
    readonly goOn?: string;
  },
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
  if (login) await writeTo(context, login.id, mail, input.goOn ?? '');
  return accept(null);
}

/** Through the first group in which the login is a member with this address: the mail is that group's, in its name. */
async function writeTo(context: Context, loginId: LoginId, mail: MailAddress, goOn: string): Promise<void> {
  for (const { groupId, memberId } of await membershipsOf(context, loginId)) {
    const sent = await context.database.forGroup(groupId, async (tx) => {
      const personId = (await memberActor(tx, memberId))?.personId;
      if (!personId || !(await hasMail(context, tx, personId, mail))) return false;
      await mailSignInLink(context, tx, { loginId, personId, memberId, mail }, goOn);
      return true;
    });
    if (sent) return;
  }
}

async function hasMail(
  context: Context,
  tx: GroupTransaction,
  personId: PersonId,
  mail: MailAddress,
): Promise<boolean> {
  const found = await context.vault.find(tx, [{ field: 'mail', text: mailKey(mail) }]);
  return found.includes(personId);
}
