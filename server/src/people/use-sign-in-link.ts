import { mailKey, parseMail } from '@barnraise/kernel/contact.ts';
import type { LoginId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/database.ts';
import { takeTicket } from '../database/limits.ts';
import { writeAudit } from '../record/write-audit.ts';
import { hashToken, isToken, parseRecoveryCode } from './secret-token.ts';
import { memberActor, membershipsOf, type Session } from './session.ts';
import { insertSession, sessionOfForm } from './session-table.ts';

export type UseLinkRefusal =
  | { readonly code: 'link-used-up' }
  | { readonly code: 'not-a-recovery-code' }
  | { readonly code: 'too-many-tries'; readonly retryAfterSeconds: number };

export interface SignedIn {
  readonly sessionToken: string;
  readonly loginId: LoginId;
  /** Where to go on: the address of the only group, or undefined for the list. */
  readonly slug: string | undefined;
}

/** Where a try comes from, for the limit on tries, and on which device. */
export interface Visit {
  readonly address: string;
  readonly userAgent: string;
  /** The form's own key: the same form sent again is answered as the first time. */
  readonly formKey?: string;
}

/** Ten tries at a code from one address, then one in two minutes: 89 random bits need no more. */
const tryLimit = { capacity: 10, refillPerMinute: 0.5 };

/** True while a link would work. Looking uses nothing up, since mail scanners look at every link. */
export async function signInLinkWorks(context: Pick<Context, 'database'>, token: string): Promise<boolean> {
  if (!isToken(token)) return false;
  return context.database.onServer(async ({ db, now }) => {
    const link = await db
      .selectFrom('sign_in_links')
      .select('token_hash')
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', asOf(now))
      .executeTakeFirst();
    return link !== undefined;
  });
}

/** Signs in by a mailed link or the one on a recovery sheet. It works once. */
export async function useSignInLink(
  context: Context,
  input: { readonly token: string; readonly visit: Visit },
): Promise<Outcome<SignedIn, UseLinkRefusal>> {
  if (!isToken(input.token)) return refuse({ code: 'link-used-up' });
  return redeem(context, hashToken(input.token), input.visit);
}

/** Signs in by a code from the recovery sheet, typed as it stands there. Each works once. */
export async function useRecoveryCode(
  context: Context,
  input: { readonly code: string; readonly visit: Visit },
): Promise<Outcome<SignedIn, UseLinkRefusal>> {
  const address = hashToken(input.visit.address).toString('base64url').slice(0, 22);
  const ticket = await takeTicket(context.database, `recovery-code:${address}`, 1, tryLimit);
  if (!ticket.ok) return refuse({ code: 'too-many-tries', retryAfterSeconds: ticket.retryAfterSeconds });
  const code = parseRecoveryCode(input.code);
  if (code === undefined) return refuse({ code: 'not-a-recovery-code' });
  return redeem(context, hashToken(code), input.visit);
}

interface Redeemed {
  readonly loginId: LoginId;
  readonly purpose: 'sign-in' | 'recover';
  readonly mailHash: Buffer | null;
  readonly sessionToken: string;
}

async function redeem(context: Context, tokenHash: Buffer, visit: Visit): Promise<Outcome<SignedIn, UseLinkRefusal>> {
  const used = await context.database.onServer(async (server): Promise<SignedIn | Redeemed | undefined> => {
    const { db, now } = server;
    const repeated = await sessionOfForm(server, visit.formKey);
    if (repeated) return { sessionToken: repeated.token, loginId: repeated.loginId, slug: undefined };
    const link = await db
      .deleteFrom('sign_in_links')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', asOf(now))
      .returning(['login_id', 'purpose', 'mail_hash'])
      .executeTakeFirst();
    if (!link) return undefined;
    const { login_id: loginId, purpose, mail_hash: mailHash } = link;
    return { loginId, purpose, mailHash, sessionToken: await insertSession(server, loginId, visit) };
  });
  if (!used) return refuse({ code: 'link-used-up' });
  const memberships = await membershipsOf(context, used.loginId);
  if ('purpose' in used) await noteSignIn(context, used, memberships);
  const slug = memberships.length === 1 ? memberships[0]?.slug : undefined;
  return accept({ sessionToken: used.sessionToken, loginId: used.loginId, slug });
}

/** Every group of the login sees it in its record; and the mailbox that the link was read in is confirmed. */
async function noteSignIn(
  context: Context,
  { loginId, purpose, mailHash }: Redeemed,
  memberships: Session['memberships'],
): Promise<void> {
  for (const { groupId, memberId } of memberships) {
    const mail = await context.database.forGroup(groupId, async (tx) => {
      const actor = await memberActor(tx, memberId);
      if (!actor) return undefined;
      const verb = purpose === 'recover' ? 'sign-in-by-recovery' : 'sign-in-by-link';
      await writeAudit(tx, { actor, verb, subjectTable: 'members', subjectId: memberId });
      if (!actor.personId || !mailHash) return undefined;
      const opened = await context.vault.open(tx, { personIds: [actor.personId], fields: ['mail'] });
      return parseMail(opened.at(-1)?.value ?? '');
    });
    if (mail && mailHash?.equals(context.vault.server.hash('mail', mailKey(mail)))) {
      await confirmMail(context, loginId, { mail, mailHash });
    }
  }
}

/** From now on this mailbox signs this login in. One mailbox, one login: who proved it first keeps it. */
async function confirmMail(
  context: Context,
  loginId: LoginId,
  { mail, mailHash }: { readonly mail: string; readonly mailHash: Buffer },
): Promise<void> {
  const sealed = context.vault.server.seal(`login-mail ${loginId}`, mail);
  await context.database.onServer(async ({ db }) => {
    const other = await db.selectFrom('logins').select('id').where('mail_hash', '=', mailHash).executeTakeFirst();
    if (other) return;
    await db
      .updateTable('logins')
      .set({ mail_hash: mailHash, mail_sealed: sealed })
      .where('id', '=', loginId)
      .execute();
  });
}
