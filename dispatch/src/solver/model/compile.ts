import { stopId, stopsOf } from '../../problem.ts';
import type { Job, Problem } from '../../problem.ts';
import { mostBreaks } from '../labels/step-labels.ts';
import { compileCompatibility } from './compile-compatibility.ts';
import { compileFleet } from './compile-fleet.ts';
import { compileTies } from './compile-ties.ts';
import { compileTravel } from './compile-travel.ts';
import { compileVisits } from './compile-visits.ts';
import { layOutSpots } from './spots.ts';
import { compileWorth } from './compile-worth.ts';
import { CREW, GATHER } from './model.ts';
import { orderOfTime } from './order-of-time.ts';
import { shapeOf } from './shape-of.ts';
import type { VisitSource } from './visit-source.ts';
import type { Fleet, Model, Ties, Visits } from './model.ts';

/**
 * Turns a problem without defects (see `findDefects`) into arrays. Takes time in the order of the matrices it
 * builds, about 50 ms for 1,000 stops.
 */
export function compile(given: Problem): Model {
  const order = orderOfTime(given);
  const problem = { ...given, jobs: order.map((index) => given.jobs[index]!) };
  const sources = problem.jobs.flatMap((job, request) => visitSources(job, request));
  const dimensions = Math.max(
    0,
    ...problem.vehicles.map((vehicle) => vehicle.capacity?.length ?? 0),
    ...problem.jobs.map(amountLength),
  );
  const spots = layOutSpots(problem, sources);
  const fleet = compileFleet(problem, sources, spots, dimensions);
  const travel = compileTravel(problem, spots, fleet);
  const visits = compileVisits(problem, sources, fleet, travel, spots, dimensions);
  const ties = compileTies(problem, sources, fleet);
  const requests = compileCompatibility(problem, sources, fleet, travel, visits, dimensions);
  const loadRule = chooseLoadRule(problem, visits, dimensions);
  const walks = needsWalk(problem, fleet, visits, ties);
  return {
    problem,
    requestOfJob: inverse(order),
    visitCount: sources.length,
    requestCount: problem.jobs.length,
    vehicleCount: problem.vehicles.length,
    spotCount: spots.count,
    placeOf: spots.placeOf,
    dimensions,
    travel,
    visits,
    requests,
    fleet,
    worth: compileWorth(problem),
    ties,
    loadRule,
    needsWalk: walks,
    labelWidth: walks ? 0 : countLabels(fleet, visits),
    coupled: problem.jobs.some((job) => shapeOf(job) === CREW) || ties.gaps.length > 0,
  };
}

function inverse(order: readonly number[]): Int32Array {
  const at = new Int32Array(order.length);
  for (const [request, index] of order.entries()) at[index] = request;
  return at;
}

function visitSources(job: Job, request: number): readonly VisitSource[] {
  const units = job.kind === 'visit' ? (job.units ?? 1) : 1;
  if (units > 1) return Array.from({ length: units }, () => ({ id: stopId(job, 0), job, request, index: 0 }));
  return stopsOf(job).map((_, index) => ({ id: stopId(job, index), job, request, index }));
}

function amountLength(job: Job): number {
  if (job.kind === 'visit') return 0;
  if (job.kind === 'carry') return Math.max(0, ...job.pickups.map((pickup) => pickup.amount?.length ?? 0));
  return job.amount.length;
}

/**
 * Where everything goes one way, one sum per route says all. A vehicle that reloads can take more than it holds,
 * so its loads are left to the walk.
 */
function chooseLoadRule(problem: Problem, visits: Visits, dimensions: number): Model['loadRule'] {
  const kinds = new Set(problem.jobs.map((job) => job.kind));
  const amounts = visits.change.some((amount) => amount !== 0) || visits.fromDepot.some((amount) => amount !== 0);
  if (dimensions === 0 || !amounts || problem.vehicles.some((vehicle) => vehicle.reload)) return 'free';
  const oneWay = !kinds.has('carry') && !(kinds.has('deliver') && kinds.has('collect'));
  return oneWay ? 'total' : 'profile';
}

function needsWalk(problem: Problem, fleet: Fleet, visits: Visits, ties: Ties): boolean {
  const preferred = visits.hasPreferred.includes(1);
  const timed = fleet.perDuration.some((price) => price > 0) || fleet.maxDuration.some((limit) => limit < Infinity);
  const fleetRules = problem.vehicles.some(
    (vehicle) =>
      (vehicle.breaks?.length ?? 0) > mostBreaks ||
      vehicle.reload ||
      vehicle.loadOrder === 'lifo' ||
      vehicle.locked?.length,
  );
  const hours = Object.values(problem.profiles).some((profile) => profile.hourFactors);
  const rides = problem.jobs.some(
    (job) => shapeOf(job) >= GATHER || (job.kind === 'carry' && job.maxRide !== undefined),
  );
  const fair = problem.objective?.second === 'fairness';
  const told = problem.told !== undefined && (ties.pricePerChange > 0 || ties.pricePerShift > 0);
  return preferred || timed || fleetRules || hours || rides || fair || told || ties.gaps.length > 0;
}

function countLabels(fleet: Fleet, visits: Visits): number {
  // Not by their sum: a visit may have none left.
  const severalWindows = visits.windowFrom.some((from, visit) => from - (visits.windowFrom[visit - 1] ?? 0) > 1);
  const breaks = fleet.breaks.reduce((most, { duration }) => Math.max(most, duration.length), 0);
  return breaks > 0 || severalWindows ? breaks + 1 : 0;
}
