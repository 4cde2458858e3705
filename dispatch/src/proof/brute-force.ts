import { planOfSchedule } from '../checker/index.ts';
import type { Plan } from '../plan.ts';
import type { Job, Problem, Vehicle } from '../problem.ts';
import { cheapestTimes } from './difference-constraints.ts';
import { legsOf, timingsOf } from './route-timing.ts';
import type { Itinerary } from './route-timing.ts';
import { maySend, stepSequences } from './step-sequences.ts';
import type { SequenceStep } from './step-sequences.ts';

/** One order of one vehicle with the least it can add to the second level and to the cost. */
interface Option {
  readonly itinerary: Itinerary;
  readonly second: number;
  /** Cost that no clock changes, and the least of the rest when the route is timed alone. */
  readonly fixed: number;
  readonly timed: number;
}

/** The best plan, and its objective counted without the checker. */
export interface BruteForced {
  readonly plan: Plan;
  readonly vector: readonly number[];
}

interface Leaf {
  readonly bound: readonly number[];
  readonly chosen: readonly (readonly Job[])[];
}

/**
 * The best plan of a tiny problem by trying everything: all sharings of jobs, all orders, and the best times of each by
 * linear programming; null when nothing is feasible, because of what is locked. Needs matrices as rows, no hour factors, and `prepareTiming` awaited. Jobs up to 7 in simple
 * problems, fewer with breaks, reloads and prices on time.
 */
export function bruteForce(problem: Problem): BruteForced | null {
  const options = new Map<string, readonly Option[]>();
  const optionsOf = (vehicle: Vehicle, jobs: readonly Job[]): readonly Option[] => {
    const key = `${vehicle.id} ${jobs.map((job) => job.id).join(' ')}`;
    let known = options.get(key);
    if (!known) options.set(key, (known = listOptions(problem, vehicle, jobs)));
    return known;
  };
  let best: BruteForced | null = null;
  const leaves = [...sharings(problem)]
    .flatMap((chosen): Leaf[] => {
      const bound = boundOf(problem, chosen, optionsOf);
      return bound ? [{ bound, chosen }] : [];
    })
    .sort((a, b) => compare(a.bound, b.bound));
  for (const leaf of leaves) {
    if (best && compare(leaf.bound, best.vector) >= 0) break;
    const found = settleLeaf(problem, leaf, optionsOf, best?.vector ?? null);
    if (found) best = found;
  }
  return best;
}

/** Negative when `a` is better on the first level where they differ by more than rounding. */
export function compare(a: readonly number[], b: readonly number[]): number {
  for (const [level, value] of a.entries()) {
    const difference = value - b[level]!;
    if (Math.abs(difference) > 1e-6 * Math.max(1, Math.abs(value))) return difference;
  }
  return 0;
}

/** Every way to give each job to a vehicle, a crew of vehicles, or nobody, that the ties allow. */
function* sharings(problem: Problem): Generator<(readonly Job[])[]> {
  const { jobs, vehicles } = problem;
  const takers = jobs.map((job) => {
    const able = vehicles.flatMap((vehicle, index) => (maySend(vehicle, job) ? [index] : []));
    const units = job.kind === 'visit' ? (job.units ?? 1) : 1;
    return [[], ...subsets(able, units)];
  });
  const chosen: (readonly number[])[] = [];
  function* choose(next: number): Generator<(readonly Job[])[]> {
    if (next < jobs.length) {
      for (const taker of takers[next]!) {
        chosen[next] = taker;
        yield* choose(next + 1);
      }
      return;
    }
    if (!keepsTies(problem, chosen)) return;
    yield vehicles.map((_, index) => jobs.filter((_job, number) => chosen[number]!.includes(index)));
  }
  yield* choose(0);
}

function subsets(list: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return list.flatMap((each, index) => subsets(list.slice(index + 1), size - 1).map((rest) => [each, ...rest]));
}

function keepsTies(problem: Problem, chosen: readonly (readonly number[])[]): boolean {
  for (const link of problem.links ?? []) {
    if (link.kind === 'gap') continue;
    const takers = link.jobs
      .map((id) => chosen[problem.jobs.findIndex((job) => job.id === id)]!)
      .filter((t) => t.length > 0);
    const counts = problem.vehicles.map((_, index) => takers.filter((taker) => taker.includes(index)).length);
    if (link.kind === 'same-vehicle' && takers.length > 0 && !counts.includes(takers.length)) return false;
    if (link.kind === 'different-vehicles' && counts.some((count) => count > 1)) return false;
  }
  return true;
}

function boundOf(
  problem: Problem,
  chosen: readonly (readonly Job[])[],
  optionsOf: (vehicle: Vehicle, jobs: readonly Job[]) => readonly Option[],
): number[] | null {
  let second = 0;
  let cost = 0;
  for (const [index, jobs] of chosen.entries()) {
    const vehicle = problem.vehicles[index]!;
    if (jobs.length === 0) {
      if (vehicle.locked?.some((entry) => entry.kind === 'stop')) return null;
      continue;
    }
    const [option] = optionsOf(vehicle, jobs);
    if (!option) return null;
    second += option.second;
    cost += option.fixed + option.timed;
  }
  return levelsOf(problem, chosen, second, cost);
}

function levelsOf(problem: Problem, chosen: readonly (readonly Job[])[], second: number, routeCost: number): number[] {
  const served = new Set(chosen.flat());
  const undone = problem.jobs.filter((job) => !served.has(job));
  const binding = problem.jobs.filter((job) => job.skipCost === undefined);
  const tiers = Math.max(0, ...binding.map((job) => job.tier ?? 0)) + 1;
  const levels = Array.from({ length: tiers }, () => 0);
  let cost = routeCost + toldElsewhere(problem, chosen);
  for (const job of undone) {
    if (job.skipCost === undefined) levels[job.tier ?? 0]! += job.weight ?? 1;
    else cost += job.skipCost;
  }
  return problem.objective?.second ? [...levels, second, cost] : [...levels, cost];
}

/** The changes for told stops that their told vehicle does not visit. */
function toldElsewhere(problem: Problem, chosen: readonly (readonly Job[])[]): number {
  let changes = 0;
  for (const route of problem.told?.routes ?? []) {
    const mine = chosen[problem.vehicles.findIndex((vehicle) => vehicle.id === route.vehicle)] ?? [];
    for (const { stop } of route.stops)
      if (!mine.some((job) => stop === job.id || stop.startsWith(`${job.id}:`))) changes++;
  }
  return changes * (problem.told?.pricePerChange ?? 0);
}

/** All orders that can be timed alone, best first. */
function listOptions(problem: Problem, vehicle: Vehicle, jobs: readonly Job[]): Option[] {
  const list: Option[] = [];
  // Where routes do not depend on each other only the best is ever asked for.
  const isAlone = !hasTies(problem);
  let best: Option | null = null;
  for (const steps of stepSequences(vehicle, jobs)) {
    const itinerary = { vehicle, steps };
    const meters = legsOf(problem, itinerary).reduce((sum, leg) => sum + leg.meters, 0);
    if (meters > (vehicle.maxDistance ?? Infinity)) continue;
    const fixed = fixedCost(problem, itinerary, meters);
    const byDuration = problem.objective?.second === 'fairness' && problem.objective.fairnessBy === 'duration';
    if (isAlone && best && !byDuration && fixed >= best.fixed + best.timed) continue;
    const timed = timeAlone(problem, itinerary);
    if (!timed) continue;
    const option = { itinerary, fixed, ...timed };
    if (!isAlone) list.push(option);
    else if (!best || compare([option.second, fixed + option.timed], [best.second, best.fixed + best.timed]) < 0)
      best = option;
  }
  if (best) list.push(best);
  return list.sort((a, b) => compare([a.second, a.fixed + a.timed], [b.second, b.fixed + b.timed]));
}

function hasTies(problem: Problem): boolean {
  return (
    (problem.links ?? []).some((link) => link.kind === 'gap') ||
    problem.jobs.some((job) => job.kind === 'visit' && (job.units ?? 1) > 1)
  );
}

function fixedCost(problem: Problem, itinerary: Itinerary, meters: number): number {
  const { vehicle, steps } = itinerary;
  const seconds = legsOf(problem, itinerary).reduce((sum, leg) => sum + leg.seconds, 0);
  let cost = vehicle.fixedCost ?? 0;
  const kind = problem.objective?.cost ?? 'distance';
  if (kind === 'distance') cost += meters;
  if (kind === 'price') {
    cost += (vehicle.price?.perDistance ?? 0) * meters + (vehicle.price?.perTravelTime ?? 0) * seconds;
  }
  const told = problem.told?.routes.find((route) => route.vehicle === vehicle.id)?.stops ?? [];
  const ranks = steps
    .map((step) => (step.kind === 'stop' ? told.findIndex((each) => each.stop === step.id) : -1))
    .filter((rank) => rank >= 0);
  const descents = ranks.filter((rank, index) => index > 0 && rank < ranks[index - 1]!).length;
  return cost + descents * (problem.told?.pricePerChange ?? 0);
}

function timeAlone(problem: Problem, itinerary: Itinerary): { second: number; timed: number } | null {
  const { second, fairnessBy, fairnessUnit = 900 } = problem.objective ?? {};
  const stops = itinerary.steps.filter((step) => step.kind === 'stop').length;
  if (second === 'fairness' && fairnessBy === 'duration') return timeFairly(problem, itinerary, fairnessUnit);
  const cost = leastCost(problem, [itinerary])?.cost;
  if (cost === undefined) return null;
  if (second === 'vehicles') return { second: 1, timed: cost };
  if (second === 'people') return { second: itinerary.vehicle.people ?? 1, timed: cost };
  return { second: second === 'fairness' ? stops * stops : 0, timed: cost };
}

/** First the shortest duration, in whole units; then the cheapest times that do not need another unit. Whole seconds only. */
function timeFairly(problem: Problem, itinerary: Itinerary, unit: number): { second: number; timed: number } | null {
  const shortest = leastCost({ ...problem, objective: { cost: 'time' }, jobs: [], told: undefined }, [
    withoutWishes(itinerary),
  ]);
  if (!shortest) return null;
  const units = Math.floor(shortest.cost / unit + 1e-6);
  const { vehicle } = itinerary;
  const maxDuration = Math.min(vehicle.maxDuration ?? Infinity, (units + 1) * unit - 1);
  const cheapest = leastCost(problem, [{ ...itinerary, vehicle: { ...vehicle, maxDuration } }]);
  return cheapest ? { second: units * units, timed: cheapest.cost } : null;
}

function withoutWishes(itinerary: Itinerary): Itinerary {
  const steps = itinerary.steps.map((step): SequenceStep =>
    step.kind === 'stop' ? { ...step, stop: { ...step.stop, preferred: undefined } } : step,
  );
  return { ...itinerary, steps };
}

interface Timed {
  readonly cost: number;
  readonly startTimes: readonly { readonly start: number; readonly steps: readonly number[] }[];
}

function leastCost(problem: Problem, itineraries: readonly Itinerary[]): Timed | null {
  let best: Timed | null = null;
  for (const { timing, variables } of timingsOf(problem, itineraries)) {
    const found = cheapestTimes(timing);
    if (!found || (best && found.cost >= best.cost)) continue;
    const at = (variable: number) => found.times[variable]!;
    const startTimes = variables.map((each) => ({ start: at(each.start), steps: each.steps.map(at) }));
    best = { cost: found.cost, startTimes };
  }
  return best;
}

/** The best of a sharing: each vehicle's best order, or with ties the best combination of orders timed together. */
function settleLeaf(
  problem: Problem,
  leaf: Leaf,
  optionsOf: (vehicle: Vehicle, jobs: readonly Job[]) => readonly Option[],
  toBeat: readonly number[] | null,
): BruteForced | null {
  const used = leaf.chosen.flatMap((jobs, index) =>
    jobs.length > 0 ? [optionsOf(problem.vehicles[index]!, jobs)] : [],
  );
  const least = used.map((options) => options[0]!);
  let best: BruteForced | null = null;
  const vectorOf = (options: readonly Option[], timed: number) => {
    const second = options.reduce((sum, option) => sum + option.second, 0);
    return levelsOf(problem, leaf.chosen, second, options.reduce((sum, option) => sum + option.fixed, 0) + timed);
  };
  const combine = (taken: readonly Option[]): void => {
    const rest = least.slice(taken.length);
    const all = [...taken, ...rest];
    const bound = vectorOf(
      all,
      all.reduce((sum, option) => sum + option.timed, 0),
    );
    const limit = best?.vector ?? toBeat;
    if (limit && compare(bound, limit) >= 0) return;
    if (taken.length < used.length) {
      for (const option of used[taken.length]!) combine([...taken, option]);
      return;
    }
    const timed = leastCost(
      problem,
      taken.map((option) => fairItinerary(problem, option)),
    );
    if (!timed) return;
    const vector = vectorOf(taken, timed.cost);
    if (!limit || compare(vector, limit) < 0) best = { vector, plan: planOf(problem, taken, timed) };
  };
  combine([]);
  return best;
}

/** Under fairness by duration a route may not use another unit than it was counted with. */
function fairItinerary(problem: Problem, { itinerary, second }: Option): Itinerary {
  const { objective } = problem;
  if (objective?.second !== 'fairness' || objective.fairnessBy !== 'duration') return itinerary;
  const { vehicle } = itinerary;
  const most = (Math.round(Math.sqrt(second)) + 1) * (objective.fairnessUnit ?? 900) - 1;
  return { ...itinerary, vehicle: { ...vehicle, maxDuration: Math.min(vehicle.maxDuration ?? Infinity, most) } };
}

function planOf(problem: Problem, options: readonly Option[], timed: Timed): Plan {
  const schedules = options.map(({ itinerary }, index) => {
    const times = timed.startTimes[index]!;
    const steps = itinerary.steps.map((step, position) => {
      const startAt = times.steps[position]!;
      if (step.kind === 'stop') return { kind: step.kind, stop: step.id, startAt };
      return step.kind === 'reload' ? { ...step, startAt } : { ...step, startAt };
    });
    return { vehicle: itinerary.vehicle.id, startAt: times.start, steps };
  });
  return planOfSchedule(problem, schedules);
}
