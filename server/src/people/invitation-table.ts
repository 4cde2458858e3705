import type { Id } from '@barnraise/kernel/ids.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';

import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import type { InvitationsTable } from '../database/schema.ts';
import { hashToken, isToken } from './secret-token.ts';

export type InvitationId = Id<'invitation'>;

/** The only writes to `invitations`. */
export async function insertInvitation(
  tx: GroupTransaction,
  row: Omit<Insertable<InvitationsTable>, 'group_id'>,
): Promise<void> {
  await tx.db
    .insertInto('invitations')
    .values({ group_id: tx.groupId, created_at: at(tx.now), ...row })
    .execute();
  tx.changed('invitations', row.id);
}

export async function updateInvitation(
  tx: GroupTransaction,
  id: string,
  change: Pick<Updateable<InvitationsTable>, 'wrong_pins' | 'uses_left' | 'used_at' | 'expires_at'>,
): Promise<void> {
  await tx.db.updateTable('invitations').set(change).where('group_id', '=', tx.groupId).where('id', '=', id).execute();
  tx.changed('invitations', id);
}

/** The invitation behind a link, as it is. */
export async function findInvitation(
  tx: GroupReader,
  token: string,
): Promise<Selectable<InvitationsTable> | undefined> {
  if (!isToken(token)) return undefined;
  return tx.db
    .selectFrom('invitations')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
