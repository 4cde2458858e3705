import { type MailAddress, mailKey } from '@barnraise/kernel/contact.ts';
import type { LoginId, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { minuteMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { hashToken, newToken } from './secret-token.ts';
import { serverTables } from './server-tables.ts';

/** Who is written to, and at which address. */
export interface MailedMember {
  readonly loginId: LoginId;
  readonly personId: PersonId;
  readonly memberId: MemberId;
  readonly mail: MailAddress;
}

/** How long a link to sign in works. */
export const signInLinkMinutes = 15;
/** Three days: a first mail may be read after the weekend. */
const checkMinutes = 72 * 60;

/**
 * Mails a link that signs in. Link and mail are made in one transaction, and the link remembers which mailbox it went
 * to: whoever follows it has proved that they read that one.
 */
export async function mailSignInLink(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  member: MailedMember,
  goOn: string,
): Promise<void> {
  const link = (await insertLink(context, tx, member, signInLinkMinutes)) + goOn;
  const { personId, memberId } = member;
  const params = { minutes: signInLinkMinutes };
  await queueMessage(context, tx, { personId, template: 'signIn', params, link, cause: causeOf(memberId) });
}

/**
 * Asks a member's new mail address whether it is theirs. Until the link was followed, nobody can sign in by that
 * address: a slip of the pen would hand the account to a stranger. Without a mail server there is nothing to confirm.
 */
export async function sendMailCheck(
  context: Pick<Context, 'vault' | 'mail'>,
  tx: GroupTransaction,
  member: MailedMember,
): Promise<void> {
  if (!context.mail.sends) return;
  const link = await insertLink(context, tx, member, checkMinutes);
  const { personId, memberId } = member;
  await queueMessage(context, tx, { personId, template: 'confirmMail', params: {}, link, cause: causeOf(memberId) });
}

const causeOf = (id: MemberId) => ({ table: 'members', id }) as const;

async function insertLink(
  { vault }: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  { loginId, mail }: MailedMember,
  minutes: number,
): Promise<string> {
  const token = newToken();
  await serverTables(tx)
    .insertInto('sign_in_links')
    .values({
      token_hash: hashToken(token),
      login_id: loginId,
      purpose: 'sign-in',
      mail_hash: vault.server.hash('mail', mailKey(mail)),
      created_at: at(tx.now),
      expires_at: at(tx.now + minutes * minuteMs),
    })
    .execute();
  return `/sign-in/link/${token}`;
}
