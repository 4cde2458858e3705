import { stopsOf } from '../../problem.ts';
import type { Problem } from '../../problem.ts';
import type { VisitSource } from './visit-source.ts';

/** Rows of the travel matrices: the visits, then each anchor place once, then `nowhere`. */
export interface Spots {
  readonly count: number;
  /** Index into `Problem.places`; -1 for nowhere. */
  readonly placeOf: Int32Array;
  readonly nowhere: number;
  /** Some route starts or ends there. */
  readonly openRoutes: boolean;
  /** Spot of a place where routes start, end or reload; `nowhere` for null. */
  readonly anchor: (place: string | null) => number;
}

export function layOutSpots(problem: Problem, sources: readonly VisitSource[]): Spots {
  const placeIndex = new Map(problem.places.map((place, index) => [place.id, index]));
  const anchors = new Map<string, number>();
  const places = sources.map((source) => placeIndex.get(stopsOf(source.job)[source.index]!.place)!);
  for (const vehicle of problem.vehicles) {
    for (const place of [vehicle.start, vehicle.end, ...(vehicle.reload?.places ?? []), ...lockedReloads(vehicle)]) {
      if (place === null || anchors.has(place)) continue;
      anchors.set(place, places.length);
      places.push(placeIndex.get(place)!);
    }
  }
  const nowhere = places.length;
  places.push(-1);
  return {
    count: places.length,
    placeOf: Int32Array.from(places),
    nowhere,
    openRoutes: problem.vehicles.some((vehicle) => vehicle.start === null || vehicle.end === null),
    anchor: (place) => (place === null ? nowhere : anchors.get(place)!),
  };
}

function lockedReloads(vehicle: Problem['vehicles'][number]): readonly string[] {
  return (vehicle.locked ?? []).flatMap((entry) => (entry.kind === 'reload' ? [entry.place] : []));
}
