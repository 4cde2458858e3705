import type { EventId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { LedgerAccount, LedgerEvent } from './ledger.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import type { Quantity } from './quantity.ts';

export type CorrectionRefusal =
  /** A correction is taken back by recording anew what was true, so that no chain of reversals has to be read. */
  { readonly code: 'is-a-correction' } | { readonly code: 'already-corrected'; readonly by: EventId };

/**
 * The event that takes another back: the same quantity the other way, now. `known` are the events that may already
 * correct it. Effort is taken back with it: reports sum effort with the sign {@link effortSign} gives.
 */
export function correctEvent(
  event: LedgerEvent,
  known: readonly LedgerEvent[],
  id: EventId,
  now: Instant,
): Outcome<LedgerEvent, CorrectionRefusal> {
  if (event.corrects !== null) return refuse({ code: 'is-a-correction' });
  const earlier = known.find((one) => one.corrects === event.id);
  if (earlier) return refuse({ code: 'already-corrected', by: earlier.id });
  return accept({
    ...event,
    id,
    verb: 'corrected',
    fromAccountId: event.toAccountId,
    toAccountId: event.fromAccountId,
    corrects: event.id,
    happenedAt: event.happenedAt,
    recordedAt: now,
  });
}

/** 1 for what happened, -1 for what takes it back. */
export function effortSign(event: Pick<LedgerEvent, 'corrects'>): 1 | -1 {
  return event.corrects === null ? 1 : -1;
}

/** Minutes of effort over events, corrections taken off. */
export function effortMinutesOf(events: readonly LedgerEvent[]): number {
  return events.reduce((sum, event) => sum + effortSign(event) * (event.effortMinutes ?? 0), 0);
}

/**
 * The event that brings an account to what was counted, against the adjustment account of its kind; undefined when the
 * books were right.
 */
export function countEvent(
  stock: LedgerAccount,
  adjustment: LedgerAccount,
  balance: number,
  counted: Quantity,
  id: EventId,
  now: Instant,
): LedgerEvent | undefined {
  if (counted === balance) return undefined;
  const found = counted > balance;
  return {
    id,
    verb: 'counted',
    kindId: stock.kindId,
    quantity: Math.abs(counted - balance),
    fromAccountId: found ? adjustment.id : stock.id,
    toAccountId: found ? stock.id : adjustment.id,
    effortMinutes: null,
    commitmentId: null,
    corrects: null,
    happenedAt: now,
    recordedAt: now,
  };
}
