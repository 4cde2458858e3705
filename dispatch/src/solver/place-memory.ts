/**
 * The best place of each request in each route, as last worked out, with the stamp of the route it was true for.
 * An iteration changes three or four routes; in all others the answer is a lookup. That is what keeps the speed
 * nearly independent of the number of routes: with 100 routes about 95 of 100 questions are answered here.
 */
export interface PlaceMemory {
  readonly version: Int32Array;
  readonly code: Int32Array;
  readonly cost: Float64Array;
}

export function createPlaceMemory(size: number): PlaceMemory {
  return { version: new Int32Array(size), code: new Int32Array(size), cost: new Float64Array(size) };
}
