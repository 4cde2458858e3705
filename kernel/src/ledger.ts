import type { AccountId, CommitmentId, EventId, GroupId, KindId, LotId, MemberId, PartnerId, TeamId } from './ids.ts';
import type { Instant } from './instant.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import { isQuantity, type Quantity } from './quantity.ts';

/**
 * Whose something is, or who has it. All neighbors together are one, so that the ledger never says who was helped.
 * `world` is everything outside, `adjustment` where counting finds more or less, `labor` where work comes from.
 */
export type LedgerParty =
  | { readonly kind: 'group' }
  | { readonly kind: 'team'; readonly teamId: TeamId }
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'partner'; readonly partnerId: PartnerId }
  | { readonly kind: 'remote-group'; readonly groupId: GroupId }
  | { readonly kind: 'neighbors' }
  | { readonly kind: 'world' }
  | { readonly kind: 'adjustment' }
  | { readonly kind: 'labor' };

/** Owner × holder × kind × lot. Its balance is the sum of its events and nothing else. */
export type LedgerAccount = {
  readonly id: AccountId;
  /** Whose it is: lent tools stay the group's. */
  readonly owner: LedgerParty;
  /** Who has it. */
  readonly holder: LedgerParty;
  readonly kindId: KindId;
  readonly lotId: LotId | null;
};

/** What happened. The accounts say the same in full; the verb is for people. */
export const eventVerbs = [
  'received',
  'bought',
  'handed-out',
  'moved',
  'worked',
  'paid',
  'lent',
  'returned',
  'counted',
  'spoiled',
  'corrected',
] as const;
export type EventVerb = (typeof eventVerbs)[number];

/** A quantity left one account and arrived in another. Never changed; corrected by a further event. */
export type LedgerEvent = {
  readonly id: EventId;
  readonly verb: EventVerb;
  readonly kindId: KindId;
  readonly quantity: Quantity;
  readonly fromAccountId: AccountId;
  readonly toAccountId: AccountId;
  /** Time people spent on it, where that is worth knowing. Not a quantity of the kind. */
  readonly effortMinutes: number | null;
  readonly commitmentId: CommitmentId | null;
  /** The event this one takes back. */
  readonly corrects: EventId | null;
  /** When it happened, as far as anybody knows. */
  readonly happenedAt: Instant;
  /** When it was written down; never before it happened. */
  readonly recordedAt: Instant;
};

/** Balances by account; an account that is missing stands at zero. */
export type Balances = ReadonlyMap<AccountId, number>;

export type LedgerRefusal =
  | { readonly code: 'quantity-invalid' }
  | { readonly code: 'same-account' }
  | { readonly code: 'account-unknown'; readonly accountId: AccountId }
  | { readonly code: 'kind-differs'; readonly accountId: AccountId }
  | { readonly code: 'happens-later' }
  | { readonly code: 'not-enough'; readonly accountId: AccountId; readonly balance: number }
  | { readonly code: 'balance-too-large'; readonly accountId: AccountId };

/** More effort than four weeks around the clock is a slip. */
export const effortMinutesMax = 28 * 24 * 60;

/** Only the outside world, adjustments and labor may owe; stock and money that is not there cannot be given away. */
export function mayGoBelowZero(account: Pick<LedgerAccount, 'holder'>): boolean {
  const { kind } = account.holder;
  return kind === 'world' || kind === 'adjustment' || kind === 'labor';
}

/**
 * Adds events to balances, all of them or none. Each is checked against its two accounts; afterwards no account that
 * may not may stand below zero. The order of the events does not matter, since they are one transaction.
 */
export function post(
  balances: Balances,
  accounts: ReadonlyMap<AccountId, LedgerAccount>,
  events: readonly LedgerEvent[],
): Outcome<Balances, LedgerRefusal> {
  for (const event of events) {
    const fault = eventFault(event, accounts);
    if (fault) return refuse(fault);
  }
  const after = replay(events, balances);
  for (const accountId of touched(events)) {
    const account = accounts.get(accountId);
    const balance = after.get(accountId) ?? 0;
    if (!Number.isSafeInteger(balance)) return refuse({ code: 'balance-too-large', accountId });
    if (account && balance < 0 && !mayGoBelowZero(account)) {
      return refuse({ code: 'not-enough', accountId, balance: balances.get(accountId) ?? 0 });
    }
  }
  return accept(after);
}

/** The balances that events make, on top of `start`. From nothing, these are the figures every screen must show. */
export function replay(events: readonly LedgerEvent[], start: Balances = new Map()): Balances {
  const balances = new Map(start);
  for (const event of events) {
    balances.set(event.fromAccountId, (balances.get(event.fromAccountId) ?? 0) - event.quantity);
    balances.set(event.toAccountId, (balances.get(event.toAccountId) ?? 0) + event.quantity);
  }
  return balances;
}

function touched(events: readonly LedgerEvent[]): ReadonlySet<AccountId> {
  return new Set(events.flatMap((event) => [event.fromAccountId, event.toAccountId]));
}

function eventFault(event: LedgerEvent, accounts: ReadonlyMap<AccountId, LedgerAccount>): LedgerRefusal | undefined {
  if (!isQuantity(event.quantity) || event.quantity === 0) return { code: 'quantity-invalid' };
  const effort = event.effortMinutes ?? 0;
  if (!isQuantity(effort) || effort > effortMinutesMax) return { code: 'quantity-invalid' };
  if (event.fromAccountId === event.toAccountId) return { code: 'same-account' };
  if (event.happenedAt > event.recordedAt) return { code: 'happens-later' };
  for (const accountId of [event.fromAccountId, event.toAccountId]) {
    const account = accounts.get(accountId);
    if (!account) return { code: 'account-unknown', accountId };
    if (account.kindId !== event.kindId) return { code: 'kind-differs', accountId };
  }
  return undefined;
}
