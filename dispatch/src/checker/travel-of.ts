import type { Problem, Vehicle } from '../problem.ts';

/** Seconds and meters of one leg of a vehicle, leaving at a time: straight from the statement, one leg at a time. */
export function travelOf(
  problem: Problem,
  vehicle: Vehicle,
  from: string,
  to: string,
  departAt: number,
): { readonly seconds: number; readonly meters: number } {
  const profile = problem.profiles[vehicle.profile ?? 'default']!;
  const row = problem.places.findIndex((place) => place.id === from);
  const column = problem.places.findIndex((place) => place.id === to);
  let seconds: number;
  let meters: number;
  if (profile.kind === 'matrix') {
    const cell = (matrix: typeof profile.durations): number =>
      matrix instanceof Float64Array ? matrix[row * problem.places.length + column]! : matrix[row]![column]!;
    seconds = cell(profile.durations);
    meters = cell(profile.distances ?? profile.durations);
  } else {
    meters = row === column ? 0 : greatCircle(problem, row, column) * (profile.detour ?? 1);
    seconds = meters / profile.speed;
  }
  seconds /= vehicle.speedFactor ?? 1;
  return {
    seconds: profile.hourFactors ? slowed(seconds, departAt - (problem.midnightAt ?? 0), profile.hourFactors) : seconds,
    meters,
  };
}

/** Meters on a sphere with the Earth's mean radius: the angle between two unit vectors. */
function greatCircle(problem: Problem, row: number, column: number): number {
  const unit = (index: number): readonly [number, number, number] => {
    const latitude = (problem.places[index]!.latitude! * Math.PI) / 180;
    const longitude = (problem.places[index]!.longitude! * Math.PI) / 180;
    return [Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)];
  };
  const [ax, ay, az] = unit(row);
  const [bx, by, bz] = unit(column);
  const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return 6_371_008.8 * Math.atan2(cross, ax * bx + ay * by + az * bz);
}

/** Uses the base duration up hour by hour, each at its own rate. */
function slowed(base: number, departAt: number, factors: readonly number[]): number {
  let left = base;
  let at = departAt;
  while (left > 0) {
    const hour = Math.floor(at / 3600);
    const factor = factors[((hour % 24) + 24) % 24]!;
    const untilNextHour = (hour + 1) * 3600 - at;
    if (left * factor <= untilNextHour) return at + left * factor - departAt;
    left -= untilNextHour / factor;
    at = (hour + 1) * 3600;
  }
  return at - departAt;
}
