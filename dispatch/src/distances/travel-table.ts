/** Travel between all pairs of a list of points, row-major: entry `from * size + to`. Need not be symmetric. */
export interface TravelTable {
  /** Seconds. */
  readonly durations: Float64Array;
  /** Meters. */
  readonly distances: Float64Array;
}
