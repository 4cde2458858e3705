import { haversineMeters } from './haversine.ts';
import type { Point } from './haversine.ts';
import type { TravelTable } from './travel-table.ts';

/**
 * Travel times and distances between all points as the crow flies, times `detour` (roads are some 1.3 times as long), at
 * `speed` meters per second.
 */
export function haversineTable(points: readonly Point[], speed: number, detour = 1): TravelTable {
  const size = points.length;
  const distances = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const meters = haversineMeters(points[row]!, points[column]!) * detour;
      distances[row * size + column] = meters;
      distances[column * size + row] = meters;
    }
  }
  return { durations: distances.map((meters) => meters / speed), distances };
}
