import type { MessageId } from './ids.ts';
import { minuteMs, type Instant } from './instant.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

/** A message to more than one person waits this long, so that it can be stopped. */
export const waitMs = minuteMs;

/** A message on its way out. The words and the addresses are elsewhere; here is only when it may go. */
export type WaitingMessage = {
  readonly id: MessageId;
  readonly recipientCount: number;
  readonly queuedAt: Instant;
  readonly releaseAt: Instant;
  readonly stoppedAt: Instant | null;
  /** When the first of them was handed over; from then on it cannot be stopped. */
  readonly releasedAt: Instant | null;
};

export type StopRefusal =
  | { readonly code: 'message-sent'; readonly releasedAt: Instant }
  | { readonly code: 'already-stopped'; readonly stoppedAt: Instant };

export type QueueRefusal = { readonly code: 'no-recipients' };

/** Puts a message in line: one to one person may go at once, one to many a minute later. */
export function queueMessage(
  id: MessageId,
  recipientCount: number,
  now: Instant,
): Outcome<WaitingMessage, QueueRefusal> {
  if (recipientCount < 1) return refuse({ code: 'no-recipients' });
  const releaseAt = recipientCount > 1 ? now + waitMs : now;
  return accept({ id, recipientCount, queuedAt: now, releaseAt, stoppedAt: null, releasedAt: null });
}

/** True when it may be handed over now. */
export function mayRelease(message: WaitingMessage, now: Instant): boolean {
  return message.stoppedAt === null && message.releasedAt === null && message.releaseAt <= now;
}

/** Stops a message as long as nothing of it has been handed over, even if its minute is up. */
export function decideStop(message: WaitingMessage, now: Instant): Outcome<WaitingMessage, StopRefusal> {
  if (message.releasedAt !== null) return refuse({ code: 'message-sent', releasedAt: message.releasedAt });
  if (message.stoppedAt !== null) return refuse({ code: 'already-stopped', stoppedAt: message.stoppedAt });
  return accept({ ...message, stoppedAt: now });
}
