import type { GroupId, PersonId } from '@barnraise/kernel/ids.ts';

import { sealGroup } from '../../server/src/database/chain/seal-group.ts';
import type { Context } from '../../server/src/context.ts';
import { at } from '../../server/src/database/database.ts';
import { anId, insertAudit, insertEvent, seedLedger } from './seed-ledger.ts';

/** Texts that a careless copy would spoil. */
export const awkwardTexts = [
  'back\\slash',
  'tab\tnew\nline',
  '\\.',
  '\\N',
  'quote " comma ,',
  'ñandú 🛶 שלום',
  '{"json": 1}',
];

/** A little of everything in one group: people with details, things that happened, jobs that wait. */
export async function seedLife(
  context: Pick<Context, 'database' | 'vault'>,
  groupId: GroupId,
): Promise<readonly PersonId[]> {
  const { database, vault } = context;
  const ledger = await seedLedger(database, groupId);
  const people = await database.forGroup(groupId, async (tx) => {
    const ids: PersonId[] = [];
    for (const [index, text] of awkwardTexts.entries()) {
      const id = anId<PersonId>();
      ids.push(id);
      await tx.db.insertInto('persons').values({ group_id: groupId, id, sort: 'neighbor' }).execute();
      const details = [
        { field: 'name', value: text },
        { field: 'phone', value: `555${index}` },
      ];
      await vault.sealNew(tx, [{ personId: id, details, tokens: [{ field: 'phone', text: `555${index}` }] }]);
      await tx.db.insertInto('teams').values({ group_id: groupId, id: anId(), name: text }).execute();
      tx.changed('persons', id);
    }
    await insertEvent(tx, ledger, 12);
    await insertAudit(tx, { count: 3 });
    await tx.enqueue('send-message', { messageId: anId() }, { startAfter: tx.now + 3_600_000 });
    return ids;
  });
  await sealGroup(database, groupId);
  await database.forGroup(groupId, (tx) => insertEvent(tx, ledger, 7));
  return people;
}

/** A signed-in member, server-wide. */
export async function seedSession({ database }: Pick<Context, 'database'>): Promise<void> {
  await database.onServer(async (tx) => {
    const id = anId<never>();
    await tx.db
      .insertInto('logins')
      .values({ id, mail_hash: Buffer.from(id) })
      .execute();
    await tx.db
      .insertInto('sessions')
      .values({ token_hash: Buffer.from(id), login_id: id, expires_at: at(tx.now + 1000) })
      .execute();
  });
}
