import type { Role } from '@barnraise/kernel/actor.ts';
import { parseMail } from '@barnraise/kernel/contact.ts';
import type { ActId, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canInvite, canManageMembers } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertInvitation, type InvitationId } from './invitation-table.ts';
import { keepPerson } from './keep-person.ts';
import { insertMember } from './member-table.ts';
import { hashPin, hashToken, newPin, newToken } from './secret-token.ts';
import { slugOf } from './slug-of.ts';

export interface Invitee {
  readonly role: Role;
  /** How the group calls them until they choose themselves; empty for an invitation that anybody at a table may use. */
  readonly handle: string;
  /** Where to send the link, if anywhere. */
  readonly mail: string;
  /** How many people may join by it; one unless a group hangs a code on the wall. */
  readonly uses: number;
  readonly language: string;
}

/** Shown once, on the page of whoever invites: the link, as text and as a code to photograph, and the PIN to say. */
export interface Invitation {
  readonly invitationId: InvitationId;
  /** From the slash on. */
  readonly path: string;
  readonly pin: string;
  readonly expiresAt: Instant;
  readonly isMailed: boolean;
  readonly actId: ActId;
}

export type InviteRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-a-mail' }
  | { readonly code: 'name-needed' }
  /** More than one person may only come in as plain members. */
  | { readonly code: 'one-person-for-a-role' };

/** A printed code still works after the next meeting. */
const invitationDays = 14;
export const usesMax = 50;

/**
 * Invites somebody by a link with a PIN that is told apart from it, so that no mail is needed. Coordinators invite
 * members; whoever is to answer for something is invited by a steward, by name.
 */
export async function inviteMember(
  context: Context,
  caller: Caller,
  invitee: Invitee,
): Promise<Outcome<Invitation, InviteRefusal>> {
  const { actor } = caller;
  return context.database.decide<Invitation, InviteRefusal>(caller.groupId, async (tx) => {
    const isPlain = invitee.role === 'member';
    if (actor.kind !== 'member' || !(isPlain ? canInvite(actor) : canManageMembers(actor))) {
      return refuse({ code: 'not-allowed' });
    }
    if (invitee.uses > 1 && !isPlain) return refuse({ code: 'one-person-for-a-role' });
    if (invitee.mail !== '' && !parseMail(invitee.mail)) return refuse({ code: 'not-a-mail' });
    if (invitee.handle === '' && (invitee.mail !== '' || !isPlain)) return refuse({ code: 'name-needed' });

    const known = invitee.handle === '' ? undefined : await keepInvitee(context, tx, invitee);
    const token = newToken();
    const pin = newPin();
    const invitationId = freshId<InvitationId>(tx);
    const expiresAt = tx.now + invitationDays * dayMs;
    await insertInvitation(tx, {
      id: invitationId,
      token_hash: hashToken(token),
      pin_hash: hashPin(token, pin),
      role: invitee.role,
      member_id: known?.memberId,
      made_by_id: actor.memberId,
      uses_left: known ? 1 : Math.min(usesMax, Math.max(1, invitee.uses)),
      expires_at: at(expiresAt),
    });
    const path = `/join/${await slugOf(tx)}/${token}`;
    if (known && invitee.mail !== '') {
      const params = { untilAt: expiresAt };
      const cause = { table: 'invitations', id: invitationId } as const;
      await queueMessage(context, tx, { personId: known.personId, template: 'invitation', params, link: path, cause });
    }
    const actId = await writeAct(tx, { actor, verb: 'invite-member', subjectId: invitationId });
    const data = { role: invitee.role, uses: invitee.uses };
    await writeAudit(tx, { actor, verb: 'invite-member', subjectTable: 'invitations', subjectId: invitationId, data });
    return accept({ invitationId, path, pin, expiresAt, isMailed: context.mail.sends && invitee.mail !== '', actId });
  });
}

async function keepInvitee(
  context: Context,
  tx: GroupTransaction,
  { handle, mail, role, language }: Invitee,
): Promise<{ readonly personId: PersonId; readonly memberId: MemberId }> {
  const personId = await keepPerson(context, tx, {
    sort: 'member',
    language,
    details: [
      { field: 'handle', value: handle, audience: 'members' },
      { field: 'mail', value: mail },
    ],
  });
  return { personId, memberId: await insertMember(tx, { person_id: personId, role, state: 'invited' }) };
}
