import { stopId, stopsOf } from '../problem.ts';
import type { Job, Problem, Stop, Vehicle } from '../problem.ts';

/** One entry of a route as the brute force sees it. */
export type SequenceStep =
  | { readonly kind: 'stop'; readonly job: Job; readonly stop: Stop; readonly index: number; readonly id: string }
  | { readonly kind: 'reload'; readonly place: string }
  | { readonly kind: 'break'; readonly id: string; readonly at: 'before' | 'after' };

type StopStep = Extract<SequenceStep, { kind: 'stop' }>;

/**
 * Every order in which a vehicle can visit the stops of some jobs, with reloads and breaks in every place, as far as
 * order, load, stack and lock allow it. Times are not looked at. For tiny problems only: there are factorially many.
 */
export function* stepSequences(vehicle: Vehicle, jobs: readonly Job[]): Generator<readonly SequenceStep[]> {
  for (const order of stopOrders(vehicle, jobs)) {
    for (const withReloads of insertReloads(vehicle, order)) {
      if (!fitsLoad(vehicle, withReloads)) continue;
      yield* insertBreaks(vehicle, withReloads);
    }
  }
}

function* stopOrders(vehicle: Vehicle, jobs: readonly Job[]): Generator<StopStep[]> {
  const all = jobs.flatMap((job) =>
    stopsOf(job).map((stop, index): StopStep => ({ kind: 'stop', job, stop, index, id: stopId(job, index) })),
  );
  if (all.length > (vehicle.maxStops ?? Infinity)) return;
  const locked = (vehicle.locked ?? []).flatMap((entry) => (entry.kind === 'stop' ? [entry.stop] : []));
  const first = locked.map((id) => all.find((step) => step.id === id));
  if (first.some((step) => step === undefined)) return;
  const beginning = first as StopStep[];
  yield* extendOrder(
    vehicle,
    beginning,
    all.filter((step) => !beginning.includes(step)),
  );
}

function* extendOrder(vehicle: Vehicle, done: StopStep[], left: StopStep[]): Generator<StopStep[]> {
  if (!isOrderedSoFar(vehicle, done)) return;
  if (left.length === 0) {
    yield done;
    return;
  }
  for (const step of left) {
    yield* extendOrder(
      vehicle,
      [...done, step],
      left.filter((each) => each !== step),
    );
  }
}

/** Deliveries come after their pickups; in a stack only from its top. */
function isOrderedSoFar(vehicle: Vehicle, done: readonly StopStep[]): boolean {
  const stack: string[] = [];
  for (const { job, index } of done) {
    if (job.kind !== 'carry') continue;
    if (index < job.pickups.length) {
      stack.push(job.id);
      continue;
    }
    if (stack.filter((id) => id === job.id).length < job.pickups.length) return false;
    const top = stack.slice(stack.length - job.pickups.length);
    if (vehicle.loadOrder === 'lifo' && top.some((id) => id !== job.id)) return false;
    for (let count = job.pickups.length; count > 0; count--) stack.splice(stack.lastIndexOf(job.id), 1);
  }
  return true;
}

function* insertReloads(vehicle: Vehicle, order: readonly StopStep[]): Generator<SequenceStep[]> {
  yield [...order];
  const most = vehicle.reload?.most ?? 1;
  if (!vehicle.reload || most < 1) return;
  if (most > 1) throw new RangeError('the brute force tries one reload at most');
  // Behind a locked beginning; a reload first or last changes nothing but the length of the way.
  const locked = vehicle.locked?.length ?? 0;
  for (let position = Math.max(1, locked); position < order.length; position++) {
    for (const place of vehicle.reload.places) {
      yield [...order.slice(0, position), { kind: 'reload', place }, ...order.slice(position)];
    }
  }
}

function fitsLoad(vehicle: Vehicle, steps: readonly SequenceStep[]): boolean {
  const trips: SequenceStep[][] = [[]];
  for (const step of steps) {
    if (step.kind === 'reload') trips.push([]);
    else trips.at(-1)!.push(step);
  }
  const carried: number[] = [];
  const fits = (load: readonly number[]) => load.every((each, d) => each <= (vehicle.capacity?.[d] ?? 0));
  const add = (load: number[], amount: readonly number[] = [], sign = 1) => {
    for (const [d, each] of amount.entries()) load[d] = (load[d] ?? 0) + sign * each;
  };
  for (const trip of trips) {
    const beside: number[] = [];
    for (const step of trip) if (step.kind === 'stop' && step.job.kind === 'deliver') add(beside, step.job.amount);
    const sum = () =>
      Array.from({ length: Math.max(beside.length, carried.length) }, (_, d) => (beside[d] ?? 0) + (carried[d] ?? 0));
    if (!fits(sum())) return false;
    for (const step of trip) {
      if (step.kind !== 'stop') continue;
      const { job, index } = step;
      if (job.kind === 'deliver') add(beside, job.amount, -1);
      if (job.kind === 'collect') add(beside, job.amount);
      if (job.kind === 'carry' && index < job.pickups.length) add(carried, job.pickups[index]!.amount);
      if (job.kind === 'carry' && index === job.pickups.length)
        for (const each of job.pickups) add(carried, each.amount, -1);
      if (!fits(sum())) return false;
    }
  }
  return true;
}

/** Each break left out, or taken in any gap behind the one before it, before or after the way. */
function* insertBreaks(
  vehicle: Vehicle,
  steps: readonly SequenceStep[],
  next = 0,
  from = 0,
): Generator<readonly SequenceStep[]> {
  const pause = vehicle.breaks?.[next];
  if (!pause) {
    yield steps;
    return;
  }
  yield* insertBreaks(vehicle, steps, next + 1, from);
  for (let position = from; position <= steps.length; position++) {
    for (const at of ['before', 'after'] as const) {
      const taken: SequenceStep = { kind: 'break', id: pause.id, at };
      yield* insertBreaks(
        vehicle,
        [...steps.slice(0, position), taken, ...steps.slice(position)],
        next + 1,
        position + 1,
      );
    }
  }
}

/** May this vehicle serve the job at all, by skills, kit and lists? What is locked is no longer judged. */
export function maySend(vehicle: Vehicle, job: Job): boolean {
  const ids = stopsOf(job).map((_, index) => stopId(job, index));
  if (vehicle.locked?.some((entry) => entry.kind === 'stop' && ids.includes(entry.stop))) return true;
  return (
    (job.skills ?? []).every((skill) => vehicle.skills?.includes(skill)) &&
    (job.kit ?? []).every((kit) => vehicle.kit?.includes(kit)) &&
    (!job.vehicles || job.vehicles.includes(vehicle.id)) &&
    !job.notVehicles?.includes(vehicle.id)
  );
}

/** The places of all entries of a route, start and end included. */
export function placesAlong(problem: Problem, vehicle: Vehicle, steps: readonly SequenceStep[]): readonly string[] {
  const stops = steps.flatMap((step) => (step.kind === 'stop' ? [step.stop.place] : []));
  const start = vehicle.start ?? stops[0] ?? problem.places[0]!.id;
  const end = vehicle.end ?? stops.at(-1) ?? start;
  const own = steps.map((step) =>
    step.kind === 'stop' ? step.stop.place : step.kind === 'reload' ? step.place : null,
  );
  const all = [start, ...own, end];
  return all.map((place, position) => {
    if (place !== null) return place;
    const step = steps[position - 1]!;
    const isAfter = step.kind === 'break' && step.at === 'after';
    const found = isAfter
      ? all.slice(position).find((p) => p !== null)
      : all.slice(0, position).findLast((p) => p !== null);
    return found ?? end;
  });
}
