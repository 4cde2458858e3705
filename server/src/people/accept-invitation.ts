import type { Role } from '@barnraise/kernel/actor.ts';
import { parseMail } from '@barnraise/kernel/contact.ts';
import type { GroupId, LoginId, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Selectable } from 'kysely';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import type { InvitationsTable } from '../database/schema.ts';
import { writeAudit } from '../record/write-audit.ts';
import { findInvitation, updateInvitation } from './invitation-table.ts';
import { changePerson, keepPerson } from './keep-person.ts';
import { insertMember, linkLogin } from './member-table.ts';
import { hashPin } from './secret-token.ts';
import { sendMailCheck } from './mail-sign-in-link.ts';
import { serverTables } from './server-tables.ts';
import { insertLogin, insertSession, sessionOfForm } from './session-table.ts';
import type { Detail } from './vault-fields.ts';

/** Wrong PINs after which an invitation is void: five tries at four digits. */
export const wrongPinsMax = 5;

/** What stands behind a link that somebody opened. It names nobody, since the PIN was not said yet. */
export interface InvitationState {
  readonly role: Role;
  readonly triesLeft: number;
}

export interface Joining {
  readonly token: string;
  readonly pin: string;
  /** How other members see them. */
  readonly handle: string;
  readonly phone: string;
  readonly mail: string;
  readonly language: string;
  /** Of somebody who is signed in on this server already. */
  readonly loginId?: LoginId;
  readonly userAgent: string;
  /** The form's own key: the same form sent again is answered as the first time. */
  readonly formKey?: string;
}

export interface Joined {
  readonly memberId: MemberId;
  readonly sessionToken: string;
}

export type JoinRefusal =
  | { readonly code: 'invitation-over' }
  | { readonly code: 'wrong-pin'; readonly triesLeft: number }
  | { readonly code: 'not-a-mail' }
  | { readonly code: 'already-a-member' };

/** Looks at an invitation without using it, or undefined when it is used up, over, or void from wrong PINs. */
export async function invitationState(tx: GroupReader, token: string): Promise<InvitationState | undefined> {
  const invitation = await findInvitation(tx, token);
  if (!invitation || !isGood(invitation, tx.now)) return undefined;
  return { role: roleOf(invitation), triesLeft: wrongPinsMax - invitation.wrong_pins };
}

/**
 * Joins by an invitation: checks the PIN, makes or completes the member, and signs them in. A wrong PIN is counted in
 * the database even though the try is refused, so no number of browsers gets more than five.
 */
export async function acceptInvitation(
  context: Context,
  groupId: GroupId,
  joining: Joining,
): Promise<Outcome<Joined, JoinRefusal>> {
  return context.database.forGroup(groupId, async (tx): Promise<Outcome<Joined, JoinRefusal>> => {
    const repeated = await joinedBefore(tx, joining.formKey);
    if (repeated) return accept(repeated);
    const found = await findInvitation(tx, joining.token);
    const invitation = found && (await lockInvitation(tx, found.id));
    if (!invitation || !isGood(invitation, tx.now)) return refuse({ code: 'invitation-over' });
    if (!hashPin(joining.token, joining.pin).equals(invitation.pin_hash)) {
      await updateInvitation(tx, invitation.id, { wrong_pins: invitation.wrong_pins + 1 });
      return refuse({ code: 'wrong-pin', triesLeft: wrongPinsMax - invitation.wrong_pins - 1 });
    }
    if (joining.mail !== '' && !parseMail(joining.mail)) return refuse({ code: 'not-a-mail' });
    if (joining.loginId && (await isMember(tx, joining.loginId))) return refuse({ code: 'already-a-member' });
    const usesLeft = invitation.uses_left - 1;
    await updateInvitation(tx, invitation.id, { uses_left: usesLeft, used_at: at(tx.now) });
    return accept(await join(context, tx, invitation, joining));
  });
}

async function joinedBefore(tx: GroupTransaction, formKey: string | undefined): Promise<Joined | undefined> {
  const db = serverTables(tx);
  const session = await sessionOfForm({ db, now: tx.now }, formKey);
  if (!session) return undefined;
  const membership = await db
    .selectFrom('login_members')
    .select('member_id')
    .where('login_id', '=', session.loginId)
    .where('group_id', '=', tx.groupId)
    .executeTakeFirst();
  return membership && { memberId: membership.member_id, sessionToken: session.token };
}

async function join(
  context: Context,
  tx: GroupTransaction,
  invitation: Selectable<InvitationsTable>,
  joining: Joining,
): Promise<Joined> {
  const { memberId, personId } = await keepMember(context, tx, invitation, joining);
  const server = { db: serverTables(tx), now: tx.now };
  const loginId = joining.loginId ?? (await insertLogin(server));
  await linkLogin(tx, memberId, loginId);
  const mail = parseMail(joining.mail);
  if (mail) await sendMailCheck(context, tx, { loginId, personId, memberId, mail });
  const actor = { kind: 'member', memberId, role: roleOf(invitation), teams: [] } as const;
  const data = { invitationId: invitation.id };
  await writeAudit(tx, { actor, verb: 'accept-invitation', subjectTable: 'members', subjectId: memberId, data });
  return { memberId, sessionToken: await insertSession(server, loginId, joining) };
}

/** The member who was invited by name, completed; or a new one. */
async function keepMember(
  context: Context,
  tx: GroupTransaction,
  invitation: Selectable<InvitationsTable>,
  { handle, phone, mail, language }: Joining,
): Promise<{ readonly memberId: MemberId; readonly personId: PersonId }> {
  const details: readonly Detail[] = [
    { field: 'handle', value: handle, audience: 'members', purpose: 'keep-in-touch' },
    { field: 'phone', value: phone, purpose: 'keep-in-touch' },
    { field: 'mail', value: mail, purpose: 'keep-in-touch' },
  ];
  if (invitation.member_id !== null) {
    const member = await tx.db
      .selectFrom('members')
      .select('person_id')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', invitation.member_id)
      .executeTakeFirstOrThrow();
    await changePerson(context, tx, member.person_id, { language, details });
    return { memberId: invitation.member_id, personId: member.person_id };
  }
  const personId = await keepPerson(context, tx, { sort: 'member', language, details });
  return {
    memberId: await insertMember(tx, { person_id: personId, role: roleOf(invitation), state: 'active' }),
    personId,
  };
}

/** Written by `inviteMember` alone, which takes nothing but a role. */
function roleOf(invitation: Selectable<InvitationsTable>): Role {
  return invitation.role as Role;
}

function isGood(invitation: Selectable<InvitationsTable>, now: number): boolean {
  return invitation.uses_left > 0 && invitation.wrong_pins < wrongPinsMax && invitation.expires_at > now;
}

async function lockInvitation(tx: GroupTransaction, id: string): Promise<Selectable<InvitationsTable> | undefined> {
  return tx.db
    .selectFrom('invitations')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

async function isMember(tx: GroupReader, loginId: LoginId): Promise<boolean> {
  const member = await tx.db
    .selectFrom('members')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('login_id', '=', loginId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return member !== undefined;
}
