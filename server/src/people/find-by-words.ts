import type { PersonId } from '@barnraise/kernel/ids.ts';
import { textTokens } from '@barnraise/kernel/search-tokens.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';

/** Where each word may stand: what somebody wrote, where they live, what they are called. */
const sorts = ['word', 'address-word', 'name-word'] as const;

/** Found people at most; commoner words need one more. */
export const foundByWordsMax = 200;

/**
 * Who wrote all of these words in requests and offers, or has them in their name or address: by keyed hashes alone,
 * nothing is opened. None when the words say nothing (`textTokens`).
 */
export async function findByWords(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  text: string,
): Promise<readonly PersonId[]> {
  const words = textTokens(text);
  if (words.length === 0) return [];
  const tokens = words.flatMap((word, index) => sorts.map((field) => ({ index, field, word })));
  const hashes = await Promise.all(tokens.map(({ field, word }) => context.vault.token(tx, field, word)));
  const rows = await tx.db
    .selectFrom('vault_hashes as h')
    .innerJoin(
      sql<{
        word: number;
        hash: Buffer;
      }>`unnest(${tokens.map(({ index }) => index)}::int[], ${hashes}::bytea[])`.as<'t'>(sql`t (word, hash)`),
      (join) => join.onRef('t.hash', '=', 'h.hash'),
    )
    .innerJoin('persons as p', (join) => join.onRef('p.group_id', '=', 'h.group_id').onRef('p.id', '=', 'h.person_id'))
    .select((eb) => eb.fn.coalesce('p.merged_into_id', 'p.id').as('id'))
    .where('h.group_id', '=', tx.groupId)
    .where('p.erased_at', 'is', null)
    .groupBy((eb) => eb.fn.coalesce('p.merged_into_id', 'p.id'))
    .having((eb) => eb.fn.count('t.word').distinct(), '=', words.length)
    .limit(foundByWordsMax)
    .execute();
  return rows.map(({ id }) => id as PersonId);
}
