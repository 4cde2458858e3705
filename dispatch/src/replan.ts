import type { Plan, Route } from './plan.ts';
import type { LockedEntry, Problem, Vehicle } from './problem.ts';
import { stopId, stopsOf } from './problem.ts';
import { solve } from './solve.ts';
import type { Solution, SolveOptions } from './solve-options.ts';

/** How to change a plan while it runs. */
export interface ReplanOptions extends SolveOptions {
  /** The present, in the problem's time. */
  readonly now: number;
  /** Stops that should begin within so many seconds from now stay as they are; as do those somebody has set out for. Default 0. */
  readonly freeze?: number;
  /** What one change to what was told costs: see `Told.pricePerChange`. Default 0. */
  readonly pricePerChange?: number;
  /** What a second of moved time costs: see `Told.pricePerShift`. Default 0. */
  readonly pricePerShift?: number;
}

/**
 * Answers "what now?" for a running plan. `problem` is the day as it is known now: with the new job, without the
 * boat that broke down, with the window that moved. What the plan says has begun, or is frozen, is locked; the rest
 * starts from the plan and may change at the price given. The first plan (in `onPlan`) comes within milliseconds,
 * better ones follow until the budget ends.
 */
export async function replan(problem: Problem, running: Plan, options: ReplanOptions): Promise<Solution> {
  return await solve(problemInProgress(problem, running, options), { ...options, start: options.start ?? running });
}

/** The problem with what has begun locked, and what was told remembered: what `replan` solves. */
export function problemInProgress(
  problem: Problem,
  running: Plan,
  options: Pick<ReplanOptions, 'now' | 'freeze' | 'pricePerChange' | 'pricePerShift'>,
): Problem {
  const routes = new Map(running.routes.map((route) => [route.vehicle, route]));
  const stops = new Set(problem.jobs.flatMap((job) => stopsOf(job).map((_, index) => stopId(job, index))));
  const vehicles = new Set(problem.vehicles.map((vehicle) => vehicle.id));
  const known = running.routes.filter((route) => vehicles.has(route.vehicle));
  return {
    ...problem,
    now: options.now,
    vehicles: problem.vehicles.map((vehicle) => lockBeginning(vehicle, routes.get(vehicle.id), stops, options)),
    told: {
      routes: known.map((route) => ({ vehicle: route.vehicle, stops: toldStops(route, stops) })),
      pricePerChange: options.pricePerChange ?? 0,
      pricePerShift: options.pricePerShift ?? 0,
    },
  };
}

function toldStops(route: Route, stops: ReadonlySet<string>): { stop: string; startAt: number }[] {
  return route.entries.flatMap((entry) =>
    entry.kind === 'stop' && stops.has(entry.id!) ? [{ stop: entry.id!, startAt: entry.startAt }] : [],
  );
}

/** What the caller locked itself goes before what the plan says. */
function lockBeginning(
  vehicle: Vehicle,
  route: Route | undefined,
  stops: ReadonlySet<string>,
  { now, freeze = 0 }: Pick<ReplanOptions, 'now' | 'freeze'>,
): Vehicle {
  if (!route || vehicle.locked) return vehicle;
  const locked: LockedEntry[] = [];
  const breaksTaken = new Set<string>();
  for (const [position, entry] of route.entries.entries()) {
    // Who has set out for a stop is let arrive, at the time planned: where a vehicle is between two places nobody knows.
    const isUnderWay = (route.entries[position - 1]?.departAt ?? Infinity) <= now;
    if (entry.startAt > now + freeze && !isUnderWay) break;
    const begun = entry.startAt <= now || isUnderWay ? { startedAt: entry.startAt } : {};
    if (entry.kind === 'stop' && stops.has(entry.id!)) locked.push({ kind: 'stop', stop: entry.id!, ...begun });
    if (entry.kind === 'reload') locked.push({ kind: 'reload', place: entry.place, ...begun });
    if (entry.kind === 'break' && entry.startAt <= now) breaksTaken.add(entry.id!);
  }
  if (locked.length === 0 && breaksTaken.size === 0) return vehicle;
  const breaks = vehicle.breaks?.filter((pause) => !breaksTaken.has(pause.id));
  return { ...vehicle, ...(breaks ? { breaks } : {}), locked };
}
