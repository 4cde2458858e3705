import type { CommitmentId, EventId, KindId, MemberId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import {
  type EventVerb,
  type LedgerEvent,
  type LedgerParty,
  type LedgerRefusal,
  post,
} from '@barnraise/kernel/ledger.ts';
import { accept, type Outcome } from '@barnraise/kernel/outcome.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { accountFor, lockAccounts, saveBalance } from './account-table.ts';
import { insertEvent } from './event-table.ts';

/** Something that happened, as people tell it. */
export interface Happening {
  readonly verb: EventVerb;
  readonly kindId: KindId;
  readonly quantity: Quantity;
  /** Who had it, and owned it, before; and who has it now. */
  readonly from: LedgerParty;
  readonly to: LedgerParty;
  readonly happenedAt: Instant;
  readonly effortMinutes?: number | null;
  readonly commitmentId?: CommitmentId | null;
  readonly recordedBy: MemberId | null;
}

/** Records one event and the two balances it moves, or says why the kernel's ledger does not take it. */
export async function recordEvent(
  tx: GroupTransaction,
  happening: Happening,
): Promise<Outcome<LedgerEvent, LedgerRefusal>> {
  const { kindId, from, to } = happening;
  const event: LedgerEvent = {
    id: freshId<EventId>(tx),
    verb: happening.verb,
    kindId,
    quantity: happening.quantity,
    fromAccountId: await accountFor(tx, { owner: from, holder: from, kindId }),
    toAccountId: await accountFor(tx, { owner: to, holder: to, kindId }),
    effortMinutes: happening.effortMinutes ?? null,
    commitmentId: happening.commitmentId ?? null,
    corrects: null,
    happenedAt: Math.min(happening.happenedAt, tx.now),
    recordedAt: tx.now,
  };
  return postEvent(tx, event, happening.recordedBy);
}

/** Posts an event against its accounts, which must exist. */
export async function postEvent(
  tx: GroupTransaction,
  event: LedgerEvent,
  recordedBy: MemberId | null,
): Promise<Outcome<LedgerEvent, LedgerRefusal>> {
  const locked = await lockAccounts(tx, [event.fromAccountId, event.toAccountId]);
  const accounts = new Map([...locked].map(([id, { account }]) => [id, account]));
  const before = new Map([...locked].map(([id, { balance }]) => [id, balance]));
  const posted = post(before, accounts, [event]);
  if (!posted.ok) return posted;

  await insertEvent(tx, event, recordedBy);
  for (const [id, balance] of posted.value) await saveBalance(tx, id, balance);
  return accept(event);
}
