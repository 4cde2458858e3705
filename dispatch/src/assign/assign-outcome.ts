/** Who serves whom, and the proof that no other sharing is worth more. */
export interface AssignOutcome {
  /** Sum of value and bonus over all units handed over. */
  readonly value: number;
  /** What the prices prove no sharing can exceed; equal to `value`, else `settleBoard` would have thrown. */
  readonly bound: number;
  readonly prices: AssignPrices;
  readonly lines: readonly AssignLine[];
  /** What is left to do, per need; needs fully met are not listed. */
  readonly unmet: readonly { readonly need: string; readonly quantity: number }[];
  /** What is left over, per stock. */
  readonly unused: readonly { readonly offer: string; readonly kind: string; readonly quantity: number }[];
  /** Pivots made since the last settling: how much work it was. */
  readonly pivots: number;
}

export interface AssignLine {
  readonly offer: string;
  readonly need: string;
  readonly quantity: number;
}

/**
 * Dual prices, by id. The price of a stock or a limit is what one more unit would add to the value; the price of a need
 * is the worth at which a unit for it starts to pay. What is abundant has the price 0.
 */
export interface AssignPrices {
  readonly offerLimits: ReadonlyMap<string, number>;
  /** By offer, in the order of its `stock`. */
  readonly stocks: ReadonlyMap<string, readonly number[]>;
  readonly needs: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
}
