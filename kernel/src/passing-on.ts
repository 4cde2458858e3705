import type { GroupId, PartnerId, RequestId } from './ids.ts';
import type { Instant } from './instant.ts';

/** To whom a request was passed on: a partner, another group, or somebody whose name is in the vault. */
export type PassedTo =
  | { readonly kind: 'partner'; readonly partnerId: PartnerId }
  | { readonly kind: 'remote-group'; readonly groupId: GroupId }
  | { readonly kind: 'somebody' };

/** "We can't; passed on to X": it is not over before X has said yes or no. */
export type PassingOn = {
  readonly requestId: RequestId;
  readonly to: PassedTo;
  readonly passedAt: Instant;
  readonly answer: 'waiting' | 'yes' | 'no';
  readonly answeredAt: Instant | null;
};

export function passOn(requestId: RequestId, to: PassedTo, now: Instant): PassingOn {
  return { requestId, to, passedAt: now, answer: 'waiting', answeredAt: null };
}

/** Records the answer. A later answer replaces an earlier one: "yes" turns out to have been "no" all too often. */
export function answerPassingOn(passing: PassingOn, answer: 'yes' | 'no', now: Instant): PassingOn {
  return { ...passing, answer, answeredAt: now };
}
