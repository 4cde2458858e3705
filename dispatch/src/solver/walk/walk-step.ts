import { travelSeconds } from '../../distances/travel-seconds.ts';
import { earliestBegin } from '../labels/step-labels.ts';
import type { Model } from '../model/model.ts';
import type { WalkRecord } from './walk-record.ts';

/** Nobody sets out for something new in the past. */
export function departure(model: Model, r: number, position: number, leave: number): number {
  const { now } = model.problem;
  return now !== undefined && leave < now && position > model.fleet.locked[r]!.length ? now : leave;
}

export function legSeconds(model: Model, walk: WalkRecord, r: number, position: number, leave: number): number {
  const { travel, fleet, spotCount } = model;
  const kind = fleet.kindOf[r]!;
  const from = position === 1 ? fleet.startSpot[r]! : walk.items[position - 1]!;
  const to = position > walk.count ? fleet.endSpot[r]! : walk.items[position]!;
  const base = travel.base[kind]![from * spotCount + to]!;
  const factors = travel.hourFactors[kind]!;
  return factors === null ? base : travelSeconds(base, leave, factors, travel.midnightAt);
}

/** When service at a position begins for one who arrives then; Infinity if no window is left. */
export function serviceBegin(model: Model, walk: WalkRecord, r: number, position: number, arrive: number): number {
  if (position > walk.count) return Math.max(arrive, walk.raised[position]!);
  const { fleet, visits, visitCount } = model;
  const locked = position <= fleet.locked[r]!.length;
  if (locked) {
    const startedAt = fleet.lockedAt[r]![position - 1]!;
    return Number.isNaN(startedAt) ? Math.max(arrive, walk.raised[position]!, model.problem.now ?? arrive) : startedAt;
  }
  const item = walk.items[position]!;
  const ready = arrive > walk.raised[position]! ? arrive : walk.raised[position]!;
  if (item >= visitCount) return ready;
  const begin = earliestBegin(visits, item, ready);
  if (begin < Infinity) return begin;
  return walk.forgiving ? ready : Infinity;
}

export function serviceSeconds(model: Model, walk: WalkRecord, r: number, position: number): number {
  if (position > walk.count) return 0;
  const item = walk.items[position]!;
  if (item >= model.visitCount) return model.fleet.reloadDuration[r]!;
  return model.visits.service[model.fleet.kindOf[r]!]![item]!;
}
