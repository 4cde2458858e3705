import type { EventId, MemberId } from '@barnraise/kernel/ids.ts';
import { type CorrectionRefusal, correctEvent } from '@barnraise/kernel/ledger-correction.ts';
import type { LedgerEvent, LedgerRefusal } from '@barnraise/kernel/ledger.ts';
import { type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { readEventWithCorrection } from './event-table.ts';
import { postEvent } from './record-event.ts';

/** Takes an event back by a further event: the same quantity the other way. The first stays as it is. */
export async function correctRecordedEvent(
  tx: GroupTransaction,
  id: EventId,
  recordedBy: MemberId | null,
): Promise<Outcome<LedgerEvent, LedgerRefusal | CorrectionRefusal | { readonly code: 'not-found' }>> {
  const known = await readEventWithCorrection(tx, id);
  const event = known.find((one) => one.id === id);
  if (!event) return refuse({ code: 'not-found' });
  const correction = correctEvent(event, known, freshId<EventId>(tx), tx.now);
  return correction.ok ? postEvent(tx, correction.value, recordedBy) : correction;
}
