import type { RequestId } from '@barnraise/kernel/ids.ts';
import { expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { insertRows } from './insert-rows.ts';
import { freshId } from './new-id.ts';

const { context, database } = await freshDatabase();
const { here } = await seedGroups(context);

/** Writes a request under each code in turn, until one is free; gives how many it took. */
async function writeUnder(codes: readonly string[]): Promise<number> {
  let tries = 0;
  await database.forGroup(here, async (tx) => {
    const code = codes[tries] ?? 'none';
    tries += 1;
    const request = { requester_kind: 'neighbor', state: 'new', channel: 'web', sharing: '{}' } as const;
    tx.later(insertRows('requests', [{ ...request, group_id: here, id: freshId<RequestId>(tx), code }]));
  });
  return tries;
}

test('a code that another request drew before is drawn again', async () => {
  expect(await writeUnder(['FIRST'])).toBe(1);
  expect(await writeUnder(['FIRST', 'SECOND'])).toBe(2);
});

test('a failed write that nobody waited for fails the transaction with its own reason', async () => {
  const write = database.forGroup(here, async (tx) => {
    tx.later(insertRows('must_know_facts', [{ group_id: here } as never]));
    await tx.db.selectFrom('requests').select('id').execute();
  });
  await expect(write).rejects.toThrow('null value in column "id"');
});
