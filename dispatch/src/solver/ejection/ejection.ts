/** A set of requests whose leaving makes room for another in one route. Reused, since a search asks thousands of times. */
export interface Ejection {
  /** -1: none found. */
  vehicle: number;
  /** The first `count` of `requests` leave. */
  readonly requests: Int32Array;
  count: number;
  /** Sum of their burdens: how often each has been hard to place. Infinity if none was found. */
  burden: number;
}

/** Most that may leave for one. With four the search takes longer and finds hardly more (Nagata and Bräysy use up to five). */
export const mostEjected = 3;

export function createEjection(): Ejection {
  return { vehicle: -1, requests: new Int32Array(mostEjected), count: 0, burden: Infinity };
}

export function forgetEjection(ejection: Ejection): void {
  ejection.vehicle = -1;
  ejection.count = 0;
  ejection.burden = Infinity;
}
