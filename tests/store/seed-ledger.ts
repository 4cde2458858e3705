import { randomBytes } from 'node:crypto';

import { type AccountId, type EventId, type GroupId, type Id, type KindId, newId } from '@barnraise/kernel/ids.ts';

import { at, type Database, type GroupTransaction } from '../../server/src/database/database.ts';

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the caller names the brand: `anId<NeedId>()` */

/** A fresh id outside any transaction. */
export function anId<T extends Id>(): T {
  return newId<T>(Date.now(), randomBytes(10));
}

/** A kind and two accounts of it: enough for something to move. */
export type SeedLedger = { readonly kindId: KindId; readonly outside: AccountId; readonly pantry: AccountId };

export async function seedLedger(database: Database, groupId: GroupId): Promise<SeedLedger> {
  const ledger = { kindId: anId<KindId>(), outside: anId<AccountId>(), pantry: anId<AccountId>() };
  await database.forGroup(groupId, async (tx) => {
    await tx.db
      .insertInto('kinds')
      .values({
        group_id: groupId,
        id: ledger.kindId,
        code: `test-${ledger.kindId}`,
        definition: '{}',
        nature: 'goods',
        base_unit: 'each',
      })
      .execute();
    const account = (id: AccountId, owner: string) => ({
      group_id: groupId,
      id,
      owner,
      holder: owner,
      kind_id: ledger.kindId,
    });
    await tx.db
      .insertInto('ledger_accounts')
      .values([account(ledger.outside, 'outside'), account(ledger.pantry, 'group')])
      .execute();
  });
  return ledger;
}

/** Something was received, as the ledger writes it. */
export async function insertEvent(tx: GroupTransaction, ledger: SeedLedger, quantity = 1): Promise<EventId> {
  const id = anId<EventId>();
  await tx.db
    .insertInto('events')
    .values({
      group_id: tx.groupId,
      id,
      verb: 'received',
      kind_id: ledger.kindId,
      quantity,
      from_account_id: ledger.outside,
      to_account_id: ledger.pantry,
      happened_at: at(tx.now),
      recorded_at: at(tx.now),
    })
    .execute();
  return id;
}

/** One audit entry, with the sort of data that may stand in one. */
export async function insertAudit(tx: GroupTransaction, data: object = {}): Promise<void> {
  await tx.db
    .insertInto('audit_entries')
    .values({
      group_id: tx.groupId,
      id: anId(),
      actor_kind: 'system',
      verb: 'test',
      subject_table: 'groups',
      subject_id: tx.groupId,
      data: JSON.stringify(data),
    })
    .execute();
}
