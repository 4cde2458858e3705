import type { LoginId, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { hourMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { hashToken, newToken } from './secret-token.ts';
import { serverTables } from './server-tables.ts';

/** A first mail may be read the next morning. */
const checkHours = 72;

/**
 * Writes to a member's new mail address with a link that confirms it. Until it was followed, nobody can sign in by that
 * address: a slip of the pen would hand the account to a stranger. Without a mail server there is nothing to confirm.
 */
export async function sendMailCheck(
  context: Pick<Context, 'vault' | 'mail'>,
  tx: GroupTransaction,
  {
    loginId,
    personId,
    memberId,
  }: { readonly loginId: LoginId; readonly personId: PersonId; readonly memberId: MemberId },
): Promise<void> {
  if (!context.mail.sends) return;
  const token = newToken();
  await serverTables(tx)
    .insertInto('sign_in_links')
    .values({
      token_hash: hashToken(token),
      login_id: loginId,
      purpose: 'sign-in',
      created_at: at(tx.now),
      expires_at: at(tx.now + checkHours * hourMs),
    })
    .execute();
  await queueMessage(context, tx, {
    personId,
    template: 'confirmMail',
    params: {},
    link: `/sign-in/link/${token}`,
    cause: { table: 'members', id: memberId },
  });
}
