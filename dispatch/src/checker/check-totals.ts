import type { CostBreakdown } from '../plan.ts';
import { stopId, stopsOf } from '../problem.ts';
import type { Problem, Vehicle } from '../problem.ts';
import { isMore, isSameSum, isSameTime } from './plan-defect.ts';
import type { PlanDefect } from './plan-defect.ts';
import type { PlanReading, RouteReading } from './plan-reading.ts';
import { travelOf } from './travel-of.ts';

/** Totals of one route, counted again from its entries. */
export interface RouteTotals {
  readonly vehicle: Vehicle;
  readonly distance: number;
  readonly travelTime: number;
  readonly duration: number;
  readonly stops: number;
}

/** Counts a route again, compares with what the plan says of it, and checks the vehicle's limits. */
export function checkRouteTotals(reading: PlanReading, route: RouteReading, defects: PlanDefect[]): RouteTotals {
  const totals = countRoute(reading.problem, route);
  const said = route.route;
  const first = route.entries[0]?.entry.startAt ?? NaN;
  const last = route.entries.at(-1)?.entry.startAt ?? NaN;
  const isRight =
    isSameTime(said.startAt, first) &&
    isSameTime(said.endAt, last) &&
    isSameSum(said.distance, totals.distance) &&
    isSameSum(said.travelTime, totals.travelTime);
  const { vehicle } = route;
  if (!isRight) defects.push({ rule: 'route-totals-wrong', vehicle: vehicle.id });
  const excess = totals.distance - (vehicle.maxDistance ?? Infinity);
  if (isMore(totals.distance, vehicle.maxDistance ?? Infinity)) {
    defects.push({ rule: 'distance-exceeded', vehicle: vehicle.id, excess });
  }
  const stopsExcess = totals.stops - (vehicle.maxStops ?? Infinity);
  if (stopsExcess > 0) defects.push({ rule: 'stops-exceeded', vehicle: vehicle.id, excess: stopsExcess });
  return totals;
}

function countRoute(problem: Problem, route: RouteReading): RouteTotals {
  let distance = 0;
  let travelTime = 0;
  for (const [position, { entry }] of route.entries.entries()) {
    const previous = route.entries[position - 1]?.entry;
    if (!previous) continue;
    const pauses = (previous.kind === 'break' || entry.kind === 'break') && previous.place === entry.place;
    if (pauses) continue;
    const leg = travelOf(problem, route.vehicle, previous.place, entry.place, previous.departAt);
    distance += leg.meters;
    travelTime += leg.seconds;
  }
  const startAt = route.entries[0]?.entry.startAt ?? 0;
  const endAt = route.entries.at(-1)?.entry.startAt ?? 0;
  return { vehicle: route.vehicle, distance, travelTime, duration: endAt - startAt, stops: route.visits.length };
}

/** The last level of the objective, part by part. */
export function countCost(reading: PlanReading, totals: readonly RouteTotals[]): CostBreakdown {
  const kind = reading.problem.objective?.cost ?? 'distance';
  let way = 0;
  let fixed = 0;
  for (const route of totals) {
    fixed += route.vehicle.fixedCost ?? 0;
    const price = route.vehicle.price ?? {};
    if (kind === 'distance') way += route.distance;
    else if (kind === 'time') way += route.duration;
    else {
      way += (price.perDistance ?? 0) * route.distance;
      way += (price.perDuration ?? 0) * route.duration;
      way += (price.perTravelTime ?? 0) * route.travelTime;
    }
  }
  const windows = countWindows(reading);
  const skipped = unservedJobs(reading).reduce((sum, job) => sum + (job.skipCost ?? 0), 0);
  const changes = countChanges(reading);
  return { way, fixed, windows, skipped, changes, total: way + fixed + windows + skipped + changes };
}

function unservedJobs(reading: PlanReading) {
  const served = new Set(reading.routes.flatMap((route) => route.visits.map((visit) => visit.job.id)));
  return reading.problem.jobs.filter((job) => !served.has(job.id));
}

function countWindows(reading: PlanReading): number {
  let cost = 0;
  for (const visit of reading.routes.flatMap((route) => route.visits)) {
    const wish = visit.stop.preferred;
    if (!wish) continue;
    const { startAt } = visit.entry;
    cost += (wish.pricePerEarly ?? 0) * Math.max(0, (wish.earliest ?? -Infinity) - startAt);
    cost += (wish.pricePerLate ?? 0) * Math.max(0, startAt - (wish.latest ?? Infinity));
  }
  return cost;
}

/** What differs from what people were told: who comes, in which order, and when. */
function countChanges(reading: PlanReading): number {
  const { told, jobs } = reading.problem;
  if (!told) return 0;
  const known = new Set(reading.routes.flatMap((route) => route.visits.map((visit) => visit.id)));
  for (const job of jobs) for (const id of stopIdsOf(job)) known.add(id);
  let changes = 0;
  let shifted = 0;
  for (const toldRoute of told.routes) {
    const visits = reading.routes.find((route) => route.vehicle.id === toldRoute.vehicle)?.visits ?? [];
    const rank = new Map(toldRoute.stops.map((stop, position) => [stop.stop, position]));
    for (const stop of toldRoute.stops) {
      if (!known.has(stop.stop)) continue;
      const visit = visits.find((each) => each.id === stop.stop);
      if (!visit) changes++;
      else if (stop.startAt !== undefined) shifted += Math.abs(visit.entry.startAt - stop.startAt);
    }
    const kept = visits.map((visit) => rank.get(visit.id)).filter((position) => position !== undefined);
    for (const [index, position] of kept.entries()) if (index > 0 && position < kept[index - 1]!) changes++;
  }
  return changes * told.pricePerChange + shifted * (told.pricePerShift ?? 0);
}

function stopIdsOf(job: Problem['jobs'][number]): string[] {
  return stopsOf(job).map((_, index) => stopId(job, index));
}

/** All levels of the objective. */
export function countObjective(reading: PlanReading, totals: readonly RouteTotals[], cost: CostBreakdown): number[] {
  const { jobs, objective } = reading.problem;
  const binding = jobs.filter((job) => job.skipCost === undefined);
  const tiers = 1 + Math.max(0, ...binding.map((job) => job.tier ?? 0));
  const undone = unservedJobs(reading).filter((job) => job.skipCost === undefined);
  const levels = Array.from({ length: tiers }, (_, tier) =>
    undone.filter((job) => (job.tier ?? 0) === tier).reduce((sum, job) => sum + (job.weight ?? 1), 0),
  );
  const second = objective?.second;
  if (second === 'vehicles') levels.push(totals.length);
  if (second === 'people') levels.push(totals.reduce((sum, route) => sum + (route.vehicle.people ?? 1), 0));
  if (second === 'fairness') {
    const byDuration = objective?.fairnessBy === 'duration';
    const loads = totals.map((route) =>
      byDuration ? Math.floor(route.duration / (objective?.fairnessUnit ?? 900) + 1e-9) : route.stops,
    );
    levels.push(loads.reduce((sum, load) => sum + load * load, 0));
  }
  return [...levels, cost.total];
}
