import { isLater, isMore, isSameSum } from './plan-defect.ts';
import type { PlanDefect } from './plan-defect.ts';
import { amountOf, isDelivery } from './plan-reading.ts';
import type { EntryReading, RouteReading, VisitReading } from './plan-reading.ts';

/** What is on board all along one route, how long people ride, and in which order goods can be taken out. */
export function checkLoads(route: RouteReading, defects: PlanDefect[]): void {
  const { vehicle, entries } = route;
  const capacity = vehicle.capacity ?? [];
  const dimensions = Math.max(capacity.length, ...route.visits.map((visit) => amountOf(visit).length), 0);
  let carried = zeros(dimensions);
  let collected = zeros(dimensions);
  let toDeliver = zeros(dimensions);
  for (const [position, current] of entries.entries()) {
    const { visit, entry } = current;
    if (entry.kind === 'start' || entry.kind === 'reload') {
      collected = zeros(dimensions);
      toDeliver = tripDeliveries(entries, position, dimensions);
    }
    if (visit?.job.kind === 'deliver') toDeliver = plus(toDeliver, amountOf(visit), -1);
    if (visit?.job.kind === 'collect') collected = plus(collected, amountOf(visit), 1);
    if (visit?.job.kind === 'carry') carried = plus(carried, amountOf(visit), isDelivery(visit) ? -1 : 1);
    if (entry.kind === 'end') continue;
    const load = plus(plus(carried, collected, 1), toDeliver, 1);
    const where = { vehicle: vehicle.id, ...(entry.id ? { stop: entry.id } : {}) };
    for (let d = 0; d < dimensions; d++) {
      if (!isSameSum(load[d]!, entry.load[d] ?? 0)) defects.push({ rule: 'load-wrong', ...where });
      const excess = load[d]! - (capacity[d] ?? 0);
      if (isMore(load[d]!, capacity[d] ?? 0)) defects.push({ rule: 'capacity-exceeded', ...where, excess });
    }
  }
  checkReloads(route, defects);
  checkRides(route, defects);
  if (vehicle.loadOrder === 'lifo') checkStack(route, defects);
}

function zeros(dimensions: number): number[] {
  return Array.from({ length: dimensions }, () => 0);
}

function plus(load: readonly number[], amount: readonly number[], sign: 1 | -1): number[] {
  return load.map((each, d) => each + sign * (amount[d] ?? 0));
}

/** What was loaded at this start or reload: all that is delivered before the next reload. */
function tripDeliveries(entries: readonly EntryReading[], position: number, dimensions: number): number[] {
  let sum = zeros(dimensions);
  for (const { entry, visit } of entries.slice(position + 1)) {
    if (entry.kind === 'reload') break;
    if (visit?.job.kind === 'deliver') sum = plus(sum, amountOf(visit), 1);
  }
  return sum;
}

function checkReloads(route: RouteReading, defects: PlanDefect[]): void {
  const { vehicle } = route;
  const reloads = route.entries.filter(({ entry }) => entry.kind === 'reload').length;
  if (reloads > 0 && !vehicle.reload) defects.push({ rule: 'reload-not-possible', vehicle: vehicle.id });
  const most = vehicle.reload?.most ?? Infinity;
  if (reloads > most) defects.push({ rule: 'too-many-reloads', vehicle: vehicle.id, excess: reloads - most });
}

/** Pickups before their delivery, and not too long before it. */
function checkRides(route: RouteReading, defects: PlanDefect[]): void {
  for (const [position, delivery] of route.visits.entries()) {
    const { job } = delivery;
    if (job.kind !== 'carry' || !isDelivery(delivery)) continue;
    const where = { vehicle: route.vehicle.id, job: job.id, stop: delivery.id };
    for (const [other, visit] of route.visits.entries()) {
      if (visit.job.id !== job.id || isDelivery(visit)) continue;
      if (other > position) defects.push({ rule: 'delivery-before-pickup', ...where });
      const ride = delivery.entry.startAt - visit.entry.departAt;
      const excess = ride - (job.maxRide ?? Infinity);
      if (!delivery.isLocked && isLater(ride, job.maxRide ?? Infinity))
        defects.push({ rule: 'ride-too-long', ...where, excess });
    }
  }
}

/** Goods of carry jobs form a stack: a delivery needs everything of its job on top of it. */
function checkStack(route: RouteReading, defects: PlanDefect[]): void {
  const stack: VisitReading[] = [];
  for (const visit of route.visits) {
    if (visit.job.kind !== 'carry') continue;
    if (!isDelivery(visit)) {
      stack.push(visit);
      continue;
    }
    const own = stack.filter((item) => item.job.id === visit.job.id).length;
    const top = stack.splice(stack.length - own);
    if (top.some((item) => item.job.id !== visit.job.id)) {
      defects.push({ rule: 'not-on-top', vehicle: route.vehicle.id, job: visit.job.id, stop: visit.id });
    }
  }
}
