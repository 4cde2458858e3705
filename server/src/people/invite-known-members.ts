import type { MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageMembers } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertInvitation, type InvitationId } from './invitation-table.ts';
import { invitationDays, joinPath } from './invite-member.ts';
import { readDetails } from './read-details.ts';
import { hashPin, hashToken, pinOfForm, tokenOfForm } from './secret-token.ts';
import { slugOf } from './slug-of.ts';

/** What is told to one of those who were invited together: the link by mail or on paper, the PIN apart from it. */
export interface KnownInvitation {
  readonly memberId: MemberId;
  readonly name: string;
  readonly path: string;
  readonly pin: string;
  readonly isMailed: boolean;
}

/** Invited by one press; the rest by the next. */
export const invitedAtOnceMax = 100;

/**
 * Invites people who stand on the group's list of members and have not been asked to join: nobody is, before a group lead
 * says so here. The same form sent again gives the same links and PINs and mails nobody twice.
 */
export async function inviteKnownMembers(
  context: Context,
  caller: Caller,
  { memberIds, formKey }: { readonly memberIds: readonly MemberId[]; readonly formKey: string },
): Promise<Outcome<readonly KnownInvitation[], { readonly code: 'not-allowed' }>> {
  const { actor, groupId } = caller;
  if (actor.kind !== 'member' || !canManageMembers(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide(groupId, async (tx) => {
    const rows = await toInvite(tx, memberIds, formKey);
    const details = await readDetails(context, tx, {
      actor,
      purpose: 'intake',
      fields: ['handle', 'name', 'mail'],
      wanted: rows.map(({ person_id }) => ({ personId: person_id })),
    });
    const slug = await slugOf(tx);
    const invited: KnownInvitation[] = [];
    for (const { id, person_id: personId } of rows) {
      const source = `${formKey}|${id}`;
      const [token, pin] = [tokenOfForm(source, 'invitation'), pinOfForm(source)];
      const path = joinPath(slug, token);
      const isMailed = context.mail.sends && (details.get(personId, 'mail') ?? '') !== '';
      if (await isNew(tx, token))
        await invite(context, tx, caller, { memberId: id, personId, token, pin, path, isMailed });
      const name = details.get(personId, 'handle') ?? details.get(personId, 'name') ?? '';
      invited.push({ memberId: id, name, path, pin, isMailed });
    }
    return accept(invited);
  });
}

/** Those of the list who have not joined and whom nobody has invited, or this very form has. */
async function toInvite(tx: GroupTransaction, memberIds: readonly MemberId[], formKey: string) {
  if (memberIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('members as m')
    .leftJoin('invitations as i', (join) =>
      join.onRef('i.group_id', '=', 'm.group_id').onRef('i.member_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.person_id', 'i.token_hash'])
    .where('m.group_id', '=', tx.groupId)
    .where('m.id', 'in', [...memberIds])
    .where('m.state', '=', 'invited')
    .where('m.role', '=', 'member')
    .execute();
  const isOurs = (row: (typeof rows)[number]): boolean =>
    row.token_hash === null || row.token_hash.equals(hashToken(tokenOfForm(`${formKey}|${row.id}`, 'invitation')));
  const place = (row: (typeof rows)[number]): number => memberIds.indexOf(row.id);
  return rows
    .filter(isOurs)
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, invitedAtOnceMax);
}

async function isNew(tx: GroupTransaction, token: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('invitations')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row === undefined;
}

interface Invited {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly token: string;
  readonly pin: string;
  readonly path: string;
  readonly isMailed: boolean;
}

async function invite(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  { memberId, personId, token, pin, path, isMailed }: Invited,
): Promise<void> {
  const id = freshId<InvitationId>(tx);
  const expiresAt = tx.now + invitationDays * dayMs;
  await insertInvitation(tx, {
    id,
    token_hash: hashToken(token),
    pin_hash: hashPin(token, pin),
    role: 'member',
    member_id: memberId,
    made_by_id: actor.kind === 'member' ? actor.memberId : null,
    uses_left: 1,
    expires_at: at(expiresAt),
  });
  if (isMailed) {
    const cause = { table: 'invitations', id } as const;
    await queueMessage(context, tx, {
      personId,
      template: 'invitation',
      params: { untilAt: expiresAt },
      link: path,
      cause,
    });
  }
  await writeAudit(tx, { actor, verb: 'invite-member', subjectTable: 'invitations', subjectId: id });
}
