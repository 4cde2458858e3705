import type { Plan, Route, RouteEntry } from '../plan.ts';
import { stopId, stopsOf } from '../problem.ts';
import type { Job, Problem, Stop, TimeWindow, Vehicle } from '../problem.ts';
import { checkPlan } from './check-plan.ts';
import { travelOf } from './travel-of.ts';

/** Who goes where in which order, and when as far as that is decided. */
export interface RouteSchedule {
  readonly vehicle: string;
  /** Default: the beginning of the shift, or 0. */
  readonly startAt?: number;
  readonly steps: readonly ScheduleStep[];
}

/** `startAt` default: when it began if it has, else as early as possible, not before now, within a window. */
export type ScheduleStep =
  | { readonly kind: 'stop'; readonly stop: string; readonly startAt?: number }
  | { readonly kind: 'reload'; readonly place: string; readonly startAt?: number }
  /** Taken before moving on, or after: at the place of the step before or after it. Default `before`. */
  | { readonly kind: 'break'; readonly id: string; readonly at?: 'before' | 'after'; readonly startAt?: number };

interface KnownStop {
  readonly job: Job;
  readonly stop: Stop;
}

/**
 * Fills a schedule out into a plan: arrivals, departures, loads and sums. It judges nothing; what cannot be is left in the
 * plan for the checker to find, also stops and vehicles that nobody knows.
 */
export function planOfSchedule(problem: Problem, schedules: readonly RouteSchedule[]): Plan {
  const known = new Map<string, KnownStop>();
  for (const job of problem.jobs) {
    for (const [index, stop] of stopsOf(job).entries()) known.set(stopId(job, index), { job, stop });
  }
  const served = new Set<string>();
  for (const step of schedules.flatMap((schedule) => schedule.steps)) {
    if (step.kind === 'stop') served.add(known.get(step.stop)?.job.id ?? '');
  }
  const routes = schedules.map((schedule) => routeOf(problem, schedule, known));
  const unserved = problem.jobs.map((job) => job.id).filter((id) => !served.has(id));
  const nothing = { way: 0, fixed: 0, windows: 0, skipped: 0, changes: 0, total: 0 };
  const bare: Plan = { routes, unserved, objective: [], cost: nothing };
  const { objective, cost } = checkPlan(problem, bare);
  return { ...bare, objective, cost };
}

function routeOf(problem: Problem, schedule: RouteSchedule, known: ReadonlyMap<string, KnownStop>): Route {
  const vehicle = problem.vehicles.find((each) => each.id === schedule.vehicle) ?? {
    id: schedule.vehicle,
    start: null,
    end: null,
  };
  const places = placesOf(vehicle, schedule.steps, known);
  const stops = schedule.steps.flatMap((step, index) => (step.kind === 'stop' ? [places[index]!] : []));
  const startAt = schedule.startAt ?? vehicle.shift?.earliest ?? 0;
  const start: RouteEntry = {
    kind: 'start',
    place: vehicle.start ?? stops[0] ?? '',
    arriveAt: startAt,
    startAt,
    departAt: startAt,
    load: loadedAt(schedule.steps, 0, known),
  };
  const walk = { problem, vehicle, entries: [start], distance: 0, travelTime: 0 };
  for (const [index, step] of schedule.steps.entries()) {
    takeStep(walk, step, places[index]!, loadedAt(schedule.steps, index + 1, known), known);
    setOut(walk, schedule.steps.slice(index + 1));
  }
  const end = vehicle.end ?? stops.at(-1) ?? '';
  const endAt = travelTo(walk, end, false);
  const last: RouteEntry = { kind: 'end', place: end, arriveAt: endAt, startAt: endAt, departAt: endAt, load: [] };
  const { distance, travelTime } = walk;
  return { vehicle: vehicle.id, entries: [...walk.entries, last], startAt, endAt, distance, travelTime };
}

/** The place of every step; breaks take theirs from the step before or after them. */
function placesOf(
  vehicle: Vehicle,
  steps: readonly ScheduleStep[],
  known: ReadonlyMap<string, KnownStop>,
): readonly string[] {
  const own = steps.map((step) => {
    if (step.kind === 'reload') return step.place;
    return step.kind === 'stop' ? (known.get(step.stop)?.stop.place ?? '') : null;
  });
  const firstStop = own[steps.findIndex((step) => step.kind === 'stop')] ?? '';
  const lastStop = own[steps.findLastIndex((step) => step.kind === 'stop')] ?? '';
  return own.map((place, index) => {
    if (place !== null) return place;
    const step = steps[index]!;
    if (step.kind === 'break' && step.at === 'after') {
      return own.slice(index + 1).find((each) => each !== null) ?? vehicle.end ?? lastStop;
    }
    return own.slice(0, index).findLast((each) => each !== null) ?? vehicle.start ?? firstStop;
  });
}

interface Walk {
  readonly problem: Problem;
  readonly vehicle: Vehicle;
  readonly entries: RouteEntry[];
  distance: number;
  travelTime: number;
}

function travelTo(walk: Walk, place: string, isBreak: boolean): number {
  const previous = walk.entries.at(-1)!;
  if (place === '' || previous.place === '') return previous.departAt;
  if ((isBreak || previous.kind === 'break') && previous.place === place) return previous.departAt;
  const leg = travelOf(walk.problem, walk.vehicle, previous.place, place, previous.departAt);
  walk.distance += leg.meters;
  walk.travelTime += leg.seconds;
  return previous.departAt + leg.seconds;
}

function takeStep(
  walk: Walk,
  step: ScheduleStep,
  place: string,
  load: readonly number[],
  known: ReadonlyMap<string, KnownStop>,
): void {
  const done = walk.entries.filter((entry) => entry.kind === 'stop' || entry.kind === 'reload').length;
  const startedAt = step.kind === 'break' ? undefined : walk.vehicle.locked?.[done]?.startedAt;
  // What has begun was reached in time, whatever the matrix says.
  const arriveAt = Math.min(travelTo(walk, place, step.kind === 'break'), startedAt ?? Infinity);
  const named = step.kind === 'stop' ? known.get(step.stop) : undefined;
  const pause = step.kind === 'break' ? walk.vehicle.breaks?.find((each) => each.id === step.id) : undefined;
  const windows = named?.stop.windows ?? (pause ? [pause.window] : []);
  const startAt = step.startAt ?? startedAt ?? firstStart(windows, Math.max(arriveAt, walk.problem.now ?? arriveAt));
  const service = named?.stop.durationByType?.[walk.vehicle.type ?? ''] ?? named?.stop.duration ?? 0;
  const duration = { stop: service, break: pause?.duration ?? 0, reload: walk.vehicle.reload?.duration ?? 0 }[
    step.kind
  ];
  walk.entries.push({
    kind: step.kind,
    place,
    ...(named ? { job: named.job.id } : {}),
    ...(step.kind === 'stop' ? { id: step.stop } : {}),
    ...(step.kind === 'break' ? { id: step.id } : {}),
    arriveAt,
    startAt,
    departAt: startAt + duration,
    load,
  });
}

/** Nobody sets out in the past for what is not locked. */
function setOut(walk: Walk, rest: readonly ScheduleStep[]): void {
  const done = walk.entries.filter((entry) => entry.kind === 'stop' || entry.kind === 'reload').length;
  const isNextLocked = rest.some((step) => step.kind !== 'break') && done < (walk.vehicle.locked?.length ?? 0);
  const last = walk.entries.pop()!;
  const now = isNextLocked ? -Infinity : (walk.problem.now ?? -Infinity);
  walk.entries.push({ ...last, departAt: Math.max(last.departAt, now) });
}

/** The earliest start within a window from `arriveAt` on; `arriveAt` itself when it is too late for all. */
function firstStart(windows: readonly TimeWindow[], arriveAt: number): number {
  const open = windows
    .filter((window) => (window.latest ?? Infinity) >= arriveAt)
    .map((window) => Math.max(arriveAt, window.earliest ?? -Infinity));
  return open.length > 0 ? Math.min(...open) : arriveAt;
}

/**
 * What is on board after the first `count` steps: of carries what was picked up and not delivered; of this trip's
 * collections what was taken, and of its deliveries what is still to come.
 */
function loadedAt(steps: readonly ScheduleStep[], count: number, known: ReadonlyMap<string, KnownStop>): number[] {
  const isReload = (step: ScheduleStep) => step.kind === 'reload';
  const tripStart = steps.slice(0, count).findLastIndex(isReload) + 1;
  const nextReload = steps.findIndex((step, index) => index >= count && isReload(step));
  const tripEnd = nextReload < 0 ? steps.length : nextReload;
  const jobs = [...known.values()].map((each) => each.job);
  const load = Array.from({ length: Math.max(0, ...jobs.map(dimensionsOf)) }, () => 0);
  const add = (amount: readonly number[] = [], sign: 1 | -1) => {
    for (const [d, each] of amount.entries()) load[d] = (load[d] ?? 0) + sign * each;
  };
  for (const [index, step] of steps.entries()) {
    const named = step.kind === 'stop' ? known.get(step.stop) : undefined;
    if (step.kind !== 'stop' || !named) continue;
    const { job } = named;
    if (job.kind === 'deliver' && index >= count && index < tripEnd) add(job.amount, 1);
    if (job.kind === 'collect' && index >= tripStart && index < count) add(job.amount, 1);
    if (job.kind !== 'carry' || index >= count) continue;
    const number = stopsOf(job).findIndex((_, position) => stopId(job, position) === step.stop);
    if (number < job.pickups.length) add(job.pickups[number]!.amount, 1);
    else for (const pickup of job.pickups) add(pickup.amount, -1);
  }
  return load;
}

function dimensionsOf(job: Job): number {
  if (job.kind === 'visit') return 0;
  if (job.kind !== 'carry') return job.amount.length;
  return Math.max(0, ...job.pickups.map((pickup) => pickup.amount?.length ?? 0));
}
