import type { AccountId, KindId, LotId } from '@barnraise/kernel/ids.ts';
import type { LedgerAccount, LedgerParty } from '@barnraise/kernel/ledger.ts';

import type { GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { ledgerPartyFromText, ledgerPartyText } from './ledger-party-text.ts';

/** Which account: it comes into being when something first moves there. */
export interface AccountName {
  readonly owner: LedgerParty;
  readonly holder: LedgerParty;
  readonly kindId: KindId;
}

/** The account of that name, made if it is new. Two who make it at once get the same one. */
export async function accountFor(tx: GroupTransaction, name: AccountName): Promise<AccountId> {
  const columns = { owner: ledgerPartyText(name.owner), holder: ledgerPartyText(name.holder), kind_id: name.kindId };
  const known = await tx.db
    .selectFrom('ledger_accounts')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('owner', '=', columns.owner)
    .where('holder', '=', columns.holder)
    .where('kind_id', '=', columns.kind_id)
    .where('lot_id', 'is', null)
    .executeTakeFirst();
  if (known) return known.id;
  const made = await tx.db
    .insertInto('ledger_accounts')
    .values({ group_id: tx.groupId, id: freshId<AccountId>(tx), ...columns })
    .onConflict((conflict) => conflict.columns(['group_id', 'owner', 'holder', 'kind_id', 'lot_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? accountFor(tx, name);
}

export interface LockedAccount {
  readonly account: LedgerAccount;
  readonly balance: number;
}

/** Locks accounts, always in the order of their ids, so that two events over the same accounts cannot deadlock. */
export async function lockAccounts(
  tx: GroupTransaction,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, LockedAccount>> {
  const rows = await tx.db
    .selectFrom('ledger_accounts')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        balance: row.balance,
        account: {
          id: row.id,
          owner: ledgerPartyFromText(row.owner),
          holder: ledgerPartyFromText(row.holder),
          kindId: row.kind_id,
          lotId: row.lot_id as LotId | null,
        },
      },
    ]),
  );
}

/** Writes a balance that the kernel calculated. The account must have been locked. */
export async function saveBalance(tx: GroupTransaction, id: AccountId, balance: number): Promise<void> {
  await tx.db
    .updateTable('ledger_accounts')
    .set({ balance })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('ledger_accounts', id);
}
