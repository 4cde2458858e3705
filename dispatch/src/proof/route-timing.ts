import type { Problem, Stop, TimeWindow, Vehicle } from '../problem.ts';
import type { Difference, TimePrice, Timing } from './difference-constraints.ts';
import { placesAlong } from './step-sequences.ts';
import type { SequenceStep } from './step-sequences.ts';

/** One route to be timed: a vehicle and its steps in order. */
export interface Itinerary {
  readonly vehicle: Vehicle;
  readonly steps: readonly SequenceStep[];
}

/** Numbers of the time variables of one itinerary. */
export interface ItineraryVariables {
  readonly start: number;
  readonly steps: readonly number[];
  readonly end: number;
}

/**
 * All the ways to state the timing of some routes together as differences: one for every choice of windows, and of how
 * the breaks that are not taken are not owed. Without hour factors only.
 */
export function* timingsOf(
  problem: Problem,
  itineraries: readonly Itinerary[],
): Generator<{ readonly timing: Timing; readonly variables: readonly ItineraryVariables[] }> {
  let next = 1;
  const variables = itineraries.map((itinerary): ItineraryVariables => {
    const start = next++;
    const steps = itinerary.steps.map(() => next++);
    return { start, steps, end: next++ };
  });
  const differences: Difference[] = [];
  const prices: TimePrice[] = [];
  const choices: (readonly Difference[])[][] = [];
  for (const [index, itinerary] of itineraries.entries()) {
    addRoute(problem, itinerary, variables[index]!, differences, prices, choices);
  }
  addTies(problem, itineraries, variables, differences);
  for (const chosen of combinations(choices)) {
    yield { timing: { variables: next, differences: [...differences, ...chosen.flat()], prices }, variables };
  }
}

function* combinations<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = choices;
  if (!first) {
    yield [];
    return;
  }
  for (const choice of first) for (const others of combinations(rest)) yield [choice, ...others];
}

const atLeast = (variable: number, least: number): Difference => ({ from: 0, to: variable, least });
const atMost = (variable: number, most: number): Difference => ({ from: variable, to: 0, least: -most });

function within(variable: number, window: TimeWindow): Difference[] {
  const bounds: Difference[] = [];
  if (window.earliest !== undefined) bounds.push(atLeast(variable, window.earliest));
  if (window.latest !== undefined) bounds.push(atMost(variable, window.latest));
  return bounds;
}

export function serviceSeconds(vehicle: Vehicle, step: SequenceStep): number {
  if (step.kind === 'reload') return vehicle.reload?.duration ?? 0;
  if (step.kind === 'break') return vehicle.breaks!.find((each) => each.id === step.id)!.duration;
  return step.stop.durationByType?.[vehicle.type ?? ''] ?? step.stop.duration ?? 0;
}

/** Travel between the entries of a route: seconds and meters of every leg. */
export function legsOf(
  problem: Problem,
  itinerary: Itinerary,
): { readonly seconds: number; readonly meters: number }[] {
  const { vehicle, steps } = itinerary;
  const places = placesAlong(problem, vehicle, steps).map((id) => problem.places.findIndex((place) => place.id === id));
  const profile = problem.profiles[vehicle.profile ?? 'default']!;
  if (profile.kind !== 'matrix' || profile.durations instanceof Float64Array) throw new RangeError('rows wanted');
  const { durations } = profile;
  const distances = (profile.distances ?? durations) as readonly (readonly number[])[];
  return places.slice(1).map((to, position) => {
    const from = places[position]!;
    return { seconds: durations[from]![to]! / (vehicle.speedFactor ?? 1), meters: distances[from]![to]! };
  });
}

function addRoute(
  problem: Problem,
  itinerary: Itinerary,
  variables: ItineraryVariables,
  differences: Difference[],
  prices: TimePrice[],
  choices: (readonly Difference[])[][],
): void {
  const { vehicle, steps } = itinerary;
  const legs = legsOf(problem, itinerary);
  const begun = begunTimes(itinerary);
  const lastBegun = begun.findLastIndex((at) => at !== null);
  const all = [variables.start, ...variables.steps, variables.end];
  for (const [position, leg] of legs.entries()) {
    const step = steps[position - 1];
    const least = (step ? serviceSeconds(vehicle, step) : 0) + leg.seconds;
    const from = all[position]!;
    const to = all[position + 1]!;
    // A stop that has begun was reached in time, whatever the matrix says.
    const isFact = (begun[position] ?? null) !== null;
    differences.push({ from, to, least: isFact ? 0 : least });
    const isLast = to === variables.end;
    if (isLast) differences.push({ from: to, to: from, least: -least });
    const isNextLocked =
      steps.slice(0, position + 1).filter((each) => each.kind !== 'break').length <= (vehicle.locked?.length ?? 0);
    if (problem.now === undefined || (isNextLocked && !isLast)) continue;
    // Nobody sets out in the past for what is not locked.
    const startedAt = begun[position - 1] ?? null;
    const setOutAt = Math.max(problem.now, startedAt === null ? -Infinity : startedAt + serviceSeconds(vehicle, step!));
    differences.push(atLeast(to, setOutAt + leg.seconds));
    if (isLast && startedAt !== null) {
      differences.pop();
      differences.splice(
        differences.findLastIndex((each) => each.from === to && each.to === from),
        1,
      );
      differences.push(...within(to, { earliest: setOutAt + leg.seconds, latest: setOutAt + leg.seconds }));
    }
  }
  const hasBegun = lastBegun >= 0;
  // Nobody knows when a route that has begun set out: in time for its first stop, if the shift allows that.
  const first = begun[0] ?? null;
  const latest = first === null ? undefined : Math.max(vehicle.shift?.earliest ?? -Infinity, first - legs[0]!.seconds);
  differences.push(...within(variables.start, { earliest: vehicle.shift?.earliest, latest }));
  if (!hasBegun && problem.now !== undefined) differences.push(atLeast(variables.start, problem.now));
  differences.push(...within(variables.end, { latest: vehicle.shift?.latest }), atLeast(variables.start, -1e6));
  if (vehicle.maxDuration !== undefined) {
    differences.push({ from: variables.end, to: variables.start, least: -vehicle.maxDuration });
  }
  for (const [position, step] of steps.entries()) {
    const variable = variables.steps[position]!;
    const startedAt = begun[position] ?? null;
    if (startedAt !== null) differences.push(...within(variable, { earliest: startedAt, latest: startedAt }));
    else if (problem.now !== undefined && position > lastBegun) differences.push(atLeast(variable, problem.now));
    if (step.kind === 'stop') addStop(problem, itinerary, variables, position, differences, prices, choices);
  }
  addBreaks(itinerary, variables, lastBegun, differences, choices);
  const price = pricePerDuration(problem, vehicle);
  if (price > 0) prices.push({ from: variables.start, to: variables.end, over: -Infinity, price });
}

export function pricePerDuration(problem: Problem, vehicle: Vehicle): number {
  const cost = problem.objective?.cost ?? 'distance';
  if (cost === 'time') return 1;
  return cost === 'price' ? (vehicle.price?.perDuration ?? 0) : 0;
}

function begunTimes({ vehicle, steps }: Itinerary): (number | null)[] {
  const locked = [...(vehicle.locked ?? [])];
  return steps.map((step) => (step.kind === 'break' ? null : (locked.shift()?.startedAt ?? null)));
}

function addStop(
  problem: Problem,
  itinerary: Itinerary,
  variables: ItineraryVariables,
  position: number,
  differences: Difference[],
  prices: TimePrice[],
  choices: (readonly Difference[])[][],
): void {
  const step = itinerary.steps[position]!;
  if (step.kind !== 'stop') return;
  const { job, stop } = step;
  const variable = variables.steps[position]!;
  addWishes(problem, itinerary.vehicle, stop, step.id, variable, prices);
  const isLocked =
    itinerary.steps.slice(0, position + 1).filter((each) => each.kind !== 'break').length <=
    (itinerary.vehicle.locked?.length ?? 0);
  if (!isLocked) {
    if (stop.windows?.length) choices.push(stop.windows.map((window) => within(variable, window)));
    if (job.maxAge !== undefined) differences.push(atMost(variable, (job.requestedAt ?? 0) + job.maxAge));
  }
  if (job.kind !== 'carry' || step.index < job.pickups.length || job.maxRide === undefined || isLocked) return;
  for (const [other, pickup] of itinerary.steps.entries()) {
    if (pickup.kind !== 'stop' || pickup.job !== job || pickup === step) continue;
    const ride = job.maxRide + serviceSeconds(itinerary.vehicle, pickup);
    differences.push({ from: variable, to: variables.steps[other]!, least: -ride });
  }
}

function addWishes(
  problem: Problem,
  vehicle: Vehicle,
  stop: Stop,
  id: string,
  variable: number,
  prices: TimePrice[],
): void {
  const wish = stop.preferred;
  if (wish?.latest !== undefined)
    prices.push({ from: 0, to: variable, over: wish.latest, price: wish.pricePerLate ?? 0 });
  if (wish?.earliest !== undefined) {
    prices.push({ from: variable, to: 0, over: -wish.earliest, price: wish.pricePerEarly ?? 0 });
  }
  const price = problem.told?.pricePerShift ?? 0;
  const told = problem.told?.routes
    .find((route) => route.vehicle === vehicle.id)
    ?.stops.find((each) => each.stop === id);
  if (told?.startAt === undefined) return;
  prices.push(
    { from: 0, to: variable, over: told.startAt, price },
    { from: variable, to: 0, over: -told.startAt, price },
  );
}

function addBreaks(
  { vehicle, steps }: Itinerary,
  variables: ItineraryVariables,
  lastBegun: number,
  differences: Difference[],
  choices: (readonly Difference[])[][],
): void {
  for (const pause of vehicle.breaks ?? []) {
    const position = steps.findIndex((step) => step.kind === 'break' && step.id === pause.id);
    if (position >= 0) {
      if (position > lastBegun) differences.push(...within(variables.steps[position]!, pause.window));
      continue;
    }
    const { latest } = pause.window;
    if (latest === undefined) choices.push([]);
    else choices.push([[atLeast(variables.start, latest)], [atMost(variables.end, latest)]]);
  }
}

/** Crews start together; gaps run from the end of the last stop of one job to the start of the first of another. */
function addTies(
  problem: Problem,
  itineraries: readonly Itinerary[],
  variables: readonly ItineraryVariables[],
  differences: Difference[],
): void {
  const timesOf = (id: string) =>
    itineraries.flatMap((itinerary, route) =>
      itinerary.steps.flatMap((step, position) =>
        step.kind === 'stop' && step.job.id === id
          ? [
              {
                variable: variables[route]!.steps[position]!,
                service: serviceSeconds(itinerary.vehicle, step),
                position,
              },
            ]
          : [],
      ),
    );
  for (const job of problem.jobs) {
    if (job.kind !== 'visit' || (job.units ?? 1) < 2) continue;
    const [first, ...others] = timesOf(job.id);
    for (const other of others) {
      differences.push(
        { from: first!.variable, to: other.variable, least: 0 },
        { from: other.variable, to: first!.variable, least: 0 },
      );
    }
  }
  for (const link of problem.links ?? []) {
    if (link.kind !== 'gap') continue;
    const last = timesOf(link.first).sort((a, b) => b.position - a.position || b.service - a.service);
    const first = timesOf(link.second).sort((a, b) => a.position - b.position);
    if (last.length === 0 || first.length === 0) continue;
    // A crew's visits start together, so the longest of them ends last; a carry's last stop is its delivery.
    const end = last.reduce((a, b) => (isCrew(problem, link.first) && b.service > a.service ? b : a));
    const start = first[0]!;
    if (link.atLeast !== undefined) {
      differences.push({ from: end.variable, to: start.variable, least: end.service + link.atLeast });
    }
    if (link.atMost !== undefined) {
      differences.push({ from: start.variable, to: end.variable, least: -(end.service + link.atMost) });
    }
  }
}

function isCrew(problem: Problem, id: string): boolean {
  const job = problem.jobs.find((each) => each.id === id);
  return job?.kind === 'visit' && (job.units ?? 1) > 1;
}
