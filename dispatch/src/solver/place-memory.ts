/**
 * What was last found out about each request in each route, with the stamp of the route it was true for: the best place
 * and its cost, or (code -1, pairs only) that no place costs less than so much. An iteration changes three or four
 * routes; for all others the answer is a lookup. Only where looking again is dear: for pairs, and where a walk decides.
 */
export interface PlaceMemory {
  readonly version: Int32Array;
  readonly code: Int32Array;
  readonly cost: Float64Array;
}

export function createPlaceMemory(size: number): PlaceMemory {
  return { version: new Int32Array(size), code: new Int32Array(size), cost: new Float64Array(size) };
}
