import { createHash, randomUUID } from 'node:crypto';

import type { Actor, Role } from '@barnraise/kernel/actor.ts';
import { parseMail } from '@barnraise/kernel/contact.ts';
import type { ActId, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canInvite, canManageMembers } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { freshId } from '../database/new-id.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertInvitation, type InvitationId } from './invitation-table.ts';
import { keepPerson } from './keep-person.ts';
import { insertMember } from './member-table.ts';
import { hashPin, hashToken, pinOfForm, tokenOfForm } from './secret-token.ts';
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
  /** The form's own key: the same form sent again is the same invitation, with the same link and PIN. */
  readonly formKey?: string;
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
export const invitationDays = 14;
export const usesMax = 50;

/**
 * Invites somebody by a link with a PIN that is told apart from it, so that no mail is needed. Coordinators invite
 * members; whoever is to answer for something is invited by a steward, by name. One form is one invitation, however
 * often it is sent.
 */
export async function inviteMember(
  context: Context,
  caller: Caller,
  invitee: Invitee,
): Promise<Outcome<Invitation, InviteRefusal>> {
  const formKey = invitee.formKey ?? randomUUID();
  const key = inviteKey(formKey, invitee);
  // The database keeps the key, so it alone must not be enough to make the link again.
  const source = `${formKey}|${key}`;
  const secret = { token: tokenOfForm(source, 'invitation'), pin: pinOfForm(source) };
  const written = await writeInvitation(context, caller, invitee, { key, ...secret });
  if (!written.ok) return written;
  const { slug, ...invitation } = written.value;
  const isMailed = context.mail.sends && invitee.mail !== '';
  return accept({ ...invitation, path: joinPath(slug, secret.token), pin: secret.pin, isMailed });
}

/** Names one invitation by its form and by whom it invites: a form that was sent again for the next person is another. */
function inviteKey(formKey: string, { role, handle, mail, uses }: Invitee): string {
  return createHash('sha256')
    .update(JSON.stringify([formKey, role, handle, mail, uses]))
    .digest('hex');
}

/** Where a link leads, from the slash on. */
export const joinPath = (slug: string, token: string): string => `/join/${slug}/${token}`;

interface Secret {
  readonly key: string;
  readonly token: string;
  readonly pin: string;
}

type Written = Pick<Invitation, 'invitationId' | 'expiresAt' | 'actId'> & { readonly slug: string };

function writeInvitation(
  context: Context,
  { groupId, actor }: Caller,
  invitee: Invitee,
  { key, token, pin }: Secret,
): Promise<Outcome<Written, InviteRefusal>> {
  return context.database.decide<Written, InviteRefusal>(groupId, async (tx) => {
    const refusal = refusalOf(actor, invitee);
    if (actor.kind !== 'member' || refusal) return refuse(refusal ?? { code: 'not-allowed' });
    return once<Written, InviteRefusal>(tx, key, 'invite-member', async () => {
      const known = invitee.handle === '' ? undefined : await keepInvitee(context, tx, invitee);
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
      const slug = await slugOf(tx);
      if (known && invitee.mail !== '') {
        const cause = { table: 'invitations', id: invitationId } as const;
        const message = { personId: known.personId, template: 'invitation', params: { untilAt: expiresAt } } as const;
        await queueMessage(context, tx, { ...message, link: joinPath(slug, token), cause });
      }
      const verb = 'invite-member';
      const actId = await writeAct(tx, { actor, verb, subjectId: invitationId });
      const data = { role: invitee.role, uses: invitee.uses };
      await writeAudit(tx, { actor, verb, subjectTable: 'invitations', subjectId: invitationId, data });
      return accept({ invitationId, expiresAt, actId, slug });
    });
  });
}

function refusalOf(actor: Actor, invitee: Invitee): InviteRefusal | undefined {
  const isPlain = invitee.role === 'member';
  if (!(isPlain ? canInvite(actor) : canManageMembers(actor))) return { code: 'not-allowed' };
  if (invitee.uses > 1 && !isPlain) return { code: 'one-person-for-a-role' };
  if (invitee.mail !== '' && !parseMail(invitee.mail)) return { code: 'not-a-mail' };
  if (invitee.handle === '' && (invitee.mail !== '' || !isPlain)) return { code: 'name-needed' };
  return undefined;
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
