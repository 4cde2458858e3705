import type { Break } from '../problem.ts';
import { isLater, isSameTime } from './plan-defect.ts';
import type { PlanDefect } from './plan-defect.ts';
import type { EntryReading, PlanReading, RouteReading, VisitReading } from './plan-reading.ts';
import { travelOf } from './travel-of.ts';

/** Places and times of one route: travel, waiting, service, windows, breaks, shift, and the present. */
export function checkTimes(reading: PlanReading, route: RouteReading, defects: PlanDefect[]): void {
  const { vehicle, entries } = route;
  const tell = (rule: PlanDefect['rule'], entry: EntryReading, excess?: number) =>
    defects.push({ rule, vehicle: vehicle.id, ...(entry.entry.id ? { stop: entry.entry.id } : {}), excess });
  for (const [position, current] of entries.entries()) {
    const { entry } = current;
    if (!isRightPlace(route, position)) tell('place-wrong', current);
    const previous = entries[position - 1];
    const arriveAt = previous ? arrival(reading, route, previous, current) : entry.startAt;
    if (!isSameTime(entry.arriveAt, arriveAt)) tell('arrival-wrong', current, entry.arriveAt - arriveAt);
    if (isLater(entry.arriveAt, entry.startAt)) tell('start-before-arrival', current, entry.arriveAt - entry.startAt);
    const isEdge = entry.kind === 'start' || entry.kind === 'end';
    if (isEdge && !isSameTime(entry.arriveAt, entry.startAt)) tell('arrival-wrong', current);
    const departAt = departure(reading, route, position);
    if (!isSameTime(entry.departAt, departAt)) tell('departure-wrong', current, entry.departAt - departAt);
    if (current.visit) checkVisitTime(current.visit, defects);
    const { now } = reading.problem;
    const isBound = entry.kind !== 'end' && !current.isPast;
    if (now !== undefined && isBound && isLater(now, entry.startAt)) tell('before-now', current, now - entry.startAt);
  }
  checkShift(route, defects);
  checkBreaks(route, defects);
}

function isRightPlace(route: RouteReading, position: number): boolean {
  const { vehicle, entries, visits } = route;
  const current = entries[position]!;
  const { entry } = current;
  switch (entry.kind) {
    case 'start':
      return entry.place === (vehicle.start ?? visits[0]?.stop.place);
    case 'end':
      return entry.place === (vehicle.end ?? visits.at(-1)?.stop.place);
    case 'break':
      return entry.place === entries[position - 1]?.entry.place || entry.place === entries[position + 1]?.entry.place;
    case 'reload':
      return vehicle.reload?.places.includes(entry.place) ?? true;
    case 'stop':
      return current.visit === null || entry.place === current.visit.stop.place;
  }
}

/** When the vehicle arrives; what has begun already has been reached in time, whatever the matrix says. */
function arrival(reading: PlanReading, route: RouteReading, previous: EntryReading, current: EntryReading): number {
  const from = previous.entry;
  const to = current.entry;
  const pauses = (from.kind === 'break' || to.kind === 'break') && from.place === to.place;
  const travel = pauses ? 0 : travelOf(reading.problem, route.vehicle, from.place, to.place, from.departAt).seconds;
  const arriveAt = from.departAt + travel;
  return current.begunAt === null ? arriveAt : Math.min(arriveAt, current.begunAt);
}

/** When it sets out again: after the service, but nobody sets out in the past for what is not locked. */
function departure(reading: PlanReading, route: RouteReading, position: number): number {
  const current = route.entries[position]!;
  const next = route.entries[position + 1];
  const departAt = current.entry.startAt + durationOf(route, current);
  const waits = current.isPast && next !== undefined && !next.isLocked;
  return waits ? Math.max(departAt, reading.problem.now ?? -Infinity) : departAt;
}

function durationOf(route: RouteReading, current: EntryReading): number {
  const { vehicle } = route;
  switch (current.entry.kind) {
    case 'stop': {
      const stop = current.visit?.stop;
      return stop?.durationByType?.[vehicle.type ?? ''] ?? stop?.duration ?? 0;
    }
    case 'break':
      return vehicle.breaks?.find((each) => each.id === current.entry.id)?.duration ?? 0;
    case 'reload':
      return vehicle.reload?.duration ?? 0;
    default:
      return 0;
  }
}

function checkVisitTime(visit: VisitReading, defects: PlanDefect[]): void {
  if (visit.isLocked) return;
  const { startAt } = visit.entry;
  const windows = visit.stop.windows ?? [];
  const fits = windows.some(
    (w) => !isLater(w.earliest ?? -Infinity, startAt) && !isLater(startAt, w.latest ?? Infinity),
  );
  const where = { vehicle: visit.vehicle.id, job: visit.job.id, stop: visit.id };
  if (windows.length > 0 && !fits) defects.push({ rule: 'window-missed', ...where });
  if (visit.job.maxAge === undefined) return;
  const latest = (visit.job.requestedAt ?? 0) + visit.job.maxAge;
  if (isLater(startAt, latest)) defects.push({ rule: 'too-old', ...where, excess: startAt - latest });
}

function checkShift(route: RouteReading, defects: PlanDefect[]): void {
  const { vehicle, entries } = route;
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return;
  const hasBegun = entries.some((entry) => entry.begunAt !== null);
  const earliest = vehicle.shift?.earliest ?? -Infinity;
  const latest = vehicle.shift?.latest ?? Infinity;
  if (!hasBegun && isLater(earliest, first.entry.startAt)) {
    defects.push({ rule: 'shift-exceeded', vehicle: vehicle.id, excess: earliest - first.entry.startAt });
  }
  if (isLater(last.entry.startAt, latest)) {
    defects.push({ rule: 'shift-exceeded', vehicle: vehicle.id, excess: last.entry.startAt - latest });
  }
  const duration = last.entry.startAt - first.entry.startAt;
  if (isLater(duration, vehicle.maxDuration ?? Infinity)) {
    defects.push({ rule: 'duration-exceeded', vehicle: vehicle.id, excess: duration - vehicle.maxDuration! });
  }
}

/** Breaks that are owed are there; those that are there come in the vehicle's order, once, and start in their window. */
function checkBreaks(route: RouteReading, defects: PlanDefect[]): void {
  const { vehicle, entries } = route;
  const breaks = vehicle.breaks ?? [];
  const taken = entries.filter((each) => each.entry.kind === 'break');
  let lastPosition = -1;
  for (const { entry, isPast } of taken) {
    const where = { vehicle: vehicle.id, stop: entry.id ?? '' };
    const position = breaks.findIndex((each) => each.id === entry.id);
    if (position < 0) defects.push({ rule: 'break-unknown', ...where });
    else if (position <= lastPosition) defects.push({ rule: 'break-out-of-order', ...where });
    lastPosition = Math.max(position, lastPosition);
    const window = breaks[position]?.window;
    const isEarly = isLater(window?.earliest ?? -Infinity, entry.startAt);
    const isLate = isLater(entry.startAt, window?.latest ?? Infinity);
    if (!isPast && (isEarly || isLate)) defects.push({ rule: 'break-outside-window', ...where });
  }
  for (const each of breaks) {
    if (isOwed(each, entries) && !taken.some(({ entry }) => entry.id === each.id)) {
      defects.push({ rule: 'break-missing', vehicle: vehicle.id, stop: each.id });
    }
  }
}

function isOwed(each: Break, entries: readonly EntryReading[]): boolean {
  const { latest } = each.window;
  if (latest === undefined) return true;
  const startAt = entries[0]?.entry.startAt ?? Infinity;
  const endAt = entries.at(-1)?.entry.startAt ?? -Infinity;
  return isLater(latest, startAt) && isLater(endAt, latest);
}
