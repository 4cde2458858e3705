import type { Role } from '@barnraise/kernel/actor.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canInvite } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { asOf, at } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { wrongPinsMax } from './accept-invitation.ts';
import { type InvitationId, updateInvitation } from './invitation-table.ts';

type Refusal = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

/** An invitation that somebody could still join by. */
export interface OpenInvitation {
  readonly id: InvitationId;
  readonly role: Role;
  readonly usesLeft: number;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** Every way in that is open now, newest first: a code on a wall is easily forgotten. */
export async function openInvitations(
  context: Pick<Context, 'database'>,
  caller: Caller,
): Promise<readonly OpenInvitation[]> {
  if (!canInvite(caller.actor)) return [];
  return context.database.readGroup(caller.groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('invitations')
      .select(['id', 'role', 'uses_left', 'created_at', 'expires_at'])
      .where('group_id', '=', tx.groupId)
      .where('uses_left', '>', 0)
      .where('wrong_pins', '<', wrongPinsMax)
      .where('expires_at', '>', asOf(tx.now))
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id as InvitationId,
      role: row.role as Role,
      usesLeft: row.uses_left,
      madeAt: row.created_at,
      expiresAt: row.expires_at,
    }));
  });
}

/** Makes an invitation worthless. Who joined by it stays. */
export async function endInvitation(
  context: Context,
  caller: Caller,
  input: { readonly invitationId: InvitationId },
): Promise<Outcome<null, Refusal>> {
  return context.database.decide<null, Refusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canInvite(actor)) return refuse({ code: 'not-allowed' });
    const invitation = await tx.db
      .selectFrom('invitations')
      .select('id')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', input.invitationId)
      .forUpdate()
      .executeTakeFirst();
    if (!invitation) return refuse({ code: 'not-found' });
    await updateInvitation(tx, invitation.id, { uses_left: 0, expires_at: at(tx.now) });
    await writeAudit(tx, { actor, verb: 'end-invitation', subjectTable: 'invitations', subjectId: invitation.id });
    return accept(null);
  });
}
