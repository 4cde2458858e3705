import type { CommitmentState } from './commitment.ts';
import type { Instant, TimeWindow } from './instant.ts';
import type { Quantity } from './quantity.ts';

/** Why a need does not take a wish. Each carries what its reader can do about it. */
export type CommitRefusal =
  | { readonly code: 'need-closed' }
  | { readonly code: 'need-halted'; readonly haltedAt: Instant }
  | { readonly code: 'outside-window'; readonly window: TimeWindow }
  | { readonly code: 'already-covered'; readonly openQuantity: Quantity }
  | { readonly code: 'below-minimum'; readonly minimum: Quantity }
  | { readonly code: 'stale-decision'; readonly decisionNo: number; readonly openQuantity: Quantity }
  | { readonly code: 'needs-two-people'; readonly people: number }
  | { readonly code: 'quantity-invalid' };

/** Why something cannot happen to one commitment. */
export type StepRefusal =
  | { readonly code: 'commitment-over'; readonly state: CommitmentState }
  | { readonly code: 'wrong-step'; readonly state: CommitmentState }
  | { readonly code: 'lease-over'; readonly leaseUntil: Instant }
  | { readonly code: 'stale-decision'; readonly decisionNo: number; readonly openQuantity: Quantity }
  | { readonly code: 'due-back-not-ahead'; readonly latestAt: Instant }
  | { readonly code: 'needs-two-people'; readonly people: number }
  | { readonly code: 'more-than-committed'; readonly quantity: Quantity }
  | { readonly code: 'quantity-invalid' }
  | { readonly code: 'extended-too-often'; readonly extensionsMax: number };
