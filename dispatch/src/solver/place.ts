/**
 * Where a request would go, and what that would add to the cost. A few are reused for all tests, since the
 * inner loop must not allocate. Typed arrays, because a number in a field would be boxed at every change.
 */
export interface Place {
  /** `[0]`: added cost, Infinity if there is no place. */
  readonly cost: Float64Array;
  /** `[0]`: which place in the route; its meaning is the shape's (`pairCode` for a pair, else the item after which to go). */
  readonly code: Int32Array;
  /** `[0]`: the vehicle, -1 if there is no place. */
  readonly vehicle: Int32Array;
}

export function createPlace(): Place {
  return { cost: Float64Array.of(Infinity), code: new Int32Array(1), vehicle: Int32Array.of(-1) };
}

export function forgetPlace(place: Place): void {
  place.cost[0] = Infinity;
  place.vehicle[0] = -1;
}

const codeRoom = 2 ** 15;

/** Items, counted from the route's start, after which pickup and delivery go, both as they stand before either is in. */
export function pairCode(pickupAfter: number, deliveryAfter: number): number {
  return pickupAfter * codeRoom + deliveryAfter;
}

export const pickupAfter = (code: number): number => Math.floor(code / codeRoom);
export const deliveryAfter = (code: number): number => code % codeRoom;

/** Tolerance of times and loads: sums in another order must not turn a plan that fits into one that does not. */
export const slack = 1e-9;
