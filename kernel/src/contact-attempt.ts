import type { ContactAttemptId, MemberId, RequestId } from './ids.ts';
import { hourMs, type Instant } from './instant.ts';

export const contactWays = ['call', 'text', 'whatsapp', 'mail', 'visit', 'other'] as const;
export type ContactWay = (typeof contactWays)[number];

/** How it went. "No answer" is an outcome; `opened` means only that the phone's own app was opened with the text. */
export const contactOutcomes = [
  'reached',
  'left-message',
  'no-answer',
  'busy',
  'wrong-number',
  'not-there',
  'opened',
  'sent',
  'not-sent',
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** A call, text or visit about a request. What was said is a note in the vault. */
export type ContactAttempt = {
  readonly id: ContactAttemptId;
  readonly requestId: RequestId;
  readonly by: MemberId;
  readonly way: ContactWay;
  readonly outcome: ContactOutcome;
  readonly at: Instant;
};

/** True when the person at the other end surely knows. */
export function isReached(attempt: ContactAttempt): boolean {
  return attempt.outcome === 'reached';
}

/** Tries in a row, up to now, that did not reach anybody. */
export function triesSinceReached(attempts: readonly ContactAttempt[]): number {
  const newestFirst = attempts.toSorted((a, b) => b.at - a.at);
  const reached = newestFirst.findIndex(isReached);
  return reached === -1 ? newestFirst.length : reached;
}

/** Hours to wait before the next try, by how many failed in a row: longer each time, never more than a day. */
const waitHours = [2, 6, 24] as const;

/** When to try next; undefined once somebody was reached at the last try, or the number is wrong. */
export function nextTryAt(attempts: readonly ContactAttempt[], now: Instant): Instant | undefined {
  const last = attempts.toSorted((a, b) => b.at - a.at)[0];
  if (!last) return now;
  if (isReached(last) || last.outcome === 'wrong-number') return undefined;
  const wait = waitHours[Math.min(triesSinceReached(attempts), waitHours.length) - 1] ?? 24;
  return last.at + wait * hourMs;
}
