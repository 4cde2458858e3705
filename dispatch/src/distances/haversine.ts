import type { Place } from '../problem.ts';

/** Mean radius of the Earth, meters (IUGG). */
const earthRadius = 6_371_008.8;

/** Somewhere on Earth, in degrees. */
export type Point = Pick<Place, 'latitude' | 'longitude'>;

/**
 * Length of the great circle between two points, meters, on a sphere: within 0.5 % of the ellipsoid's. NaN when a point
 * has no coordinates.
 */
export function haversineMeters(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const latitudeA = (a.latitude ?? NaN) * radians;
  const latitudeB = (b.latitude ?? NaN) * radians;
  const halfDeltaLatitude = (latitudeB - latitudeA) / 2;
  const halfDeltaLongitude = (((b.longitude ?? NaN) - (a.longitude ?? NaN)) * radians) / 2;
  const h =
    Math.sin(halfDeltaLatitude) ** 2 + Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin(halfDeltaLongitude) ** 2;
  // Rounding can carry h past 1 for points opposite each other.
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}
