/**
 * What there is to share out and who needs it. All quantities are positive whole numbers of the kind's base unit; all
 * values are whole numbers of at most a billion either way, so that sums are exact and "optimal" can be proven to the unit.
 */
export interface AssignProblem {
  readonly offers: readonly Offer[];
  readonly needs: readonly Need[];
  /** Who could serve whom. A pair that is not listed is never used. */
  readonly pairs: readonly Pair[];
  /** Limits on several needs together. */
  readonly groups?: readonly NeedGroup[];
}

/** Somebody who can give: quantities by kind, and perhaps a limit on all kinds together ("ten boxes fit my car"). */
export interface Offer {
  readonly id: string;
  readonly stock: readonly Stock[];
  readonly limit?: number;
}

export interface Stock {
  readonly kind: string;
  readonly quantity: number;
}

/** Up to `quantity` of one kind. May be met in part and by several offers. */
export interface Need {
  readonly id: string;
  readonly kind: string;
  readonly quantity: number;
  readonly group?: string;
  /**
   * What the first units are worth beyond the value of the pair, then the next ones, and so on; bonuses must not rise,
   * and units beyond the steps have none. Makes the first box for everybody go before the tenth box for anybody.
   */
  readonly steps?: readonly WorthStep[];
}

export interface WorthStep {
  readonly quantity: number;
  readonly bonus: number;
}

/** The offer may serve the need: `value` is what each unit is worth, distance and bad fit already taken off. */
export interface Pair {
  readonly offer: string;
  readonly need: string;
  readonly value: number;
  /** Most that may pass between these two. */
  readonly limit?: number;
}

/** The needs of one household, say: together they get at most `limit` units. */
export interface NeedGroup {
  readonly id: string;
  readonly limit: number;
}

/** Why a problem, or a change to one, was not taken. `at` names the place, as in `pairs[3].value`. */
export type AssignRefusal =
  | { readonly code: 'not-a-whole-number'; readonly at: string; readonly value: number }
  | { readonly code: 'too-large'; readonly at: string; readonly value: number; readonly largest: number }
  | { readonly code: 'duplicate-id'; readonly at: string; readonly id: string }
  | { readonly code: 'unknown-id'; readonly at: string; readonly id: string }
  | { readonly code: 'kind-not-offered'; readonly at: string; readonly offer: string; readonly kind: string }
  | { readonly code: 'bonus-rises'; readonly at: string };

/** Largest value or bonus, either way. */
export const largestValue = 1e9;
/** Largest single quantity or limit. */
export const largestQuantity = 1e9;
