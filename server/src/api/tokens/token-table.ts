import type { GroupId, TokenId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant } from '@barnraise/kernel/instant.ts';
import type { Insertable, Selectable } from 'kysely';

import type { Context } from '../../context.ts';
import { asOf, at, type GroupReader, type GroupTransaction } from '../../database/database.ts';
import type { ApiTokensTable } from '../../database/schema.ts';

export type TokenRow = Selectable<ApiTokensTable>;

export async function insertToken(
  tx: GroupTransaction,
  row: Omit<Insertable<ApiTokensTable>, 'group_id'>,
): Promise<void> {
  await tx.db
    .insertInto('api_tokens')
    .values({ ...row, group_id: tx.groupId })
    .execute();
}

/** Those that still open something, or would if their maker were there. */
export async function countTokens(tx: GroupReader): Promise<number> {
  const { count } = await tx.db
    .selectFrom('api_tokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('group_id', '=', tx.groupId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', asOf(tx.now))]))
    .executeTakeFirstOrThrow();
  return count;
}

/** The token, locked until the transaction ends. */
export async function lockToken(tx: GroupTransaction, id: TokenId): Promise<TokenRow | undefined> {
  return tx.db
    .selectFrom('api_tokens')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes a token back, or gives it back where `revokedAt` is null. */
export async function setTokenRevoked(tx: GroupTransaction, id: TokenId, revokedAt: Instant | null): Promise<void> {
  await tx.db
    .updateTable('api_tokens')
    .set({ revoked_at: at(revokedAt) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
}

/** Notes that a token is in use, at most once an hour whoever looks. */
export async function noteTokenUse(
  { database }: Pick<Context, 'database'>,
  groupId: GroupId,
  id: TokenId,
): Promise<void> {
  await database.forGroup(groupId, async (tx) => {
    await tx.db
      .updateTable('api_tokens')
      .set({ last_used_at: at(Math.floor(tx.now / hourMs) * hourMs) })
      .where('group_id', '=', groupId)
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', asOf(tx.now - hourMs))]))
      .execute();
  });
}
