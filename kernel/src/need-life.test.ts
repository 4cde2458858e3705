import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleNeed, sampleNow, sampleWish } from '../testing/samples.ts';
import {
  freeSlots,
  leaseMs,
  modelEnd,
  modelFinish,
  modelLapse,
  modelLetGo,
  modelSettle,
  modelTake,
  newModel,
  type SlotModel,
} from '../testing/slot-model.ts';
import { isOver, type Commitment } from './commitment.ts';
import { decideCommitment, decideOffer } from './decide-commitment.ts';
import { closeNeed, decideNeedAmounts, decideReopen, haltNeed, reopenNeed, resumeNeed } from './decide-need.ts';
import { decideExtend, decideFinish, decideGiveBack, decideReduce, decideStart, extensionsMax } from './decide-step.ts';
import { liveQuantity, needLimit, openQuantity, type Need } from './need.ts';
import { settleNeed } from './waiting-list.ts';

// One need lives through a random life twice: by the kernel's decisions, and as a row of slots (testing/slot-model.ts).
// After every step both must tell the same story, and the rules of design section 4 must hold.

type Step =
  | { readonly do: 'take' | 'wait'; readonly quantity: number; readonly least: number }
  | { readonly do: 'start' | 'extend' | 'give-back'; readonly who: number }
  | { readonly do: 'finish' | 'reduce' | 'undo-finish'; readonly who: number; readonly quantity: number }
  | { readonly do: 'amount'; readonly quantity: number; readonly cap: number | null }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'halt' | 'resume' | 'close' | 'reopen' | 'tidy' };

type World = { need: Need; rows: Map<string, Commitment>; now: number; model: SlotModel; count: number };

const who = fc.nat(20);
const quantity = fc.integer({ min: 1, max: 12 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('take' as const), quantity, least: quantity }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), quantity, least: quantity }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'extend' as const, 'give-back' as const), who }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('finish' as const, 'reduce' as const, 'undo-finish' as const),
      who,
      quantity,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('amount' as const),
      quantity: fc.integer({ min: 1, max: 20 }),
      cap: fc.option(fc.nat(20)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('halt' as const, 'resume' as const, 'close' as const, 'reopen' as const, 'tidy' as const),
    }),
  },
);

function write(world: World, need: Need, ...rows: readonly Commitment[]): void {
  world.need = need;
  for (const row of rows) world.rows.set(row.id, row);
}

function notOver(world: World): readonly Commitment[] {
  return [...world.rows.values()].filter((row) => !isOver(row));
}

function settle(world: World): void {
  const settled = settleNeed(world.need, notOver(world), world.now);
  write(world, settled.need, ...settled.changed);
  modelSettle(world.model);
}

/** Somebody of the need, picked by number so that a step means something in every world. */
function pick(world: World, number: number): Commitment | undefined {
  const rows = [...world.rows.values()];
  return rows.length === 0 ? undefined : rows[number % rows.length];
}

function takeOrWait(world: World, step: Extract<Step, { do: 'take' | 'wait' }>): void {
  const { model } = world;
  const least = Math.min(step.least, step.quantity);
  const wish = sampleWish(world.count, step.quantity, { least });
  world.count += 1;
  const taking = !model.halted && !model.closed;
  const newcomer = {
    wants: step.quantity,
    least,
    has: 0,
    state: 'offered',
    leaseMs: 0,
    extensions: 0,
    order: world.count,
  };
  if (step.do === 'wait') {
    const decided = decideOffer(world.need, notOver(world), wish, world.now);
    expect(decided.ok).toBe(taking);
    if (!decided.ok) return;
    write(world, world.need, decided.value);
    model.people.set(wish.id, newcomer);
    return;
  }
  const decided = decideCommitment(world.need, notOver(world), wish, world.now);
  const rehearsal = structuredClone(model);
  modelSettle(rehearsal);
  const part = Math.min(step.quantity, freeSlots(rehearsal));
  expect(decided.ok).toBe(taking && part > 0 && part >= least);
  if (!decided.ok) return;
  write(world, decided.value.need, ...decided.value.changed, decided.value.commitment);
  modelSettle(model);
  model.people.set(wish.id, newcomer);
  modelTake(model, wish.id, part);
}

function stepOne(world: World, step: Extract<Step, { who: number }>): void {
  const row = pick(world, step.who);
  if (!row) return;
  const { model, now, need } = world;
  const known = model.people.get(row.id);
  if (!known) throw new Error('the model lost somebody');
  const inTime = known.state === 'accepted' && known.leaseMs > now;
  switch (step.do) {
    case 'start': {
      const decided = decideStart(need, row, now + leaseMs, now);
      expect(decided.ok).toBe(inTime);
      if (!decided.ok) return;
      write(world, decided.value.need, decided.value.commitment);
      known.state = 'started';
      return;
    }
    case 'extend': {
      const decided = decideExtend(need, row, now);
      expect(decided.ok).toBe(inTime && known.extensions < extensionsMax);
      if (!decided.ok) return;
      write(world, decided.value.need, decided.value.commitment);
      known.extensions += 1;
      known.leaseMs = now + leaseMs;
      return;
    }
    case 'give-back': {
      const decided = decideGiveBack(need, row, 'cannot-come', now);
      expect(decided.ok).toBe(['offered', 'accepted', 'started'].includes(known.state));
      if (!decided.ok) return;
      write(world, decided.value.need, decided.value.commitment);
      modelEnd(model, row.id, known.state === 'started' ? 'failed' : 'withdrawn');
      settle(world);
      return;
    }
    case 'reduce': {
      const decided = decideReduce(need, row, step.quantity, now);
      expect(decided.ok).toBe((inTime || known.state === 'started') && step.quantity <= known.has);
      if (!decided.ok) return;
      write(world, decided.value.need, decided.value.commitment);
      modelLetGo(model, row.id, step.quantity);
      known.has = step.quantity;
      settle(world);
      return;
    }
    case 'finish': {
      const decided = decideFinish(need, row, step.quantity, now);
      expect(decided.ok).toBe(['accepted', 'started'].includes(known.state) && step.quantity <= known.has);
      if (!decided.ok) return;
      write(world, decided.value.need, decided.value.commitment);
      modelFinish(model, row.id, step.quantity);
      model.filled += step.quantity;
      settle(world);
      return;
    }
    case 'undo-finish':
      undoFinish(world, row);
  }
}

function undoFinish(world: World, row: Commitment): void {
  const { model } = world;
  const newcomerId = sampleWish(world.count, 1).id;
  world.count += 1;
  const decided = decideReopen(world.need, notOver(world), row, newcomerId, world.now);
  const known = model.people.get(row.id);
  expect(decided.ok).toBe(known?.state === 'done');
  if (!decided.ok || !known) return;
  write(world, decided.value.need, ...decided.value.changed, decided.value.corrected, decided.value.replacement);
  modelLapse(model);
  const mine = model.slots.filter((slot) => slot === `done ${row.id}`).length;
  model.slots = model.slots.map((slot) => (slot === `done ${row.id}` ? null : slot));
  model.filled -= mine;
  known.state = 'corrected';
  const part = Math.min(known.has, freeSlots(model));
  model.people.set(newcomerId, { ...known, order: world.count });
  modelTake(model, newcomerId, part);
  const newcomer = model.people.get(newcomerId);
  if (newcomer) newcomer.state = 'started';
}

function changeAmount(world: World, step: Extract<Step, { do: 'amount' }>): void {
  const { model } = world;
  const amounts = { quantity: step.quantity, cap: step.cap, minimum: 0, splitMinimum: 1, window: null };
  const decided = decideNeedAmounts(world.need, notOver(world), amounts, world.now);
  const rehearsal = structuredClone(model);
  modelLapse(rehearsal);
  const limit = Math.min(step.quantity, step.cap ?? step.quantity);
  const held = rehearsal.slots.length - freeSlots(rehearsal);
  expect(decided.ok).toBe(!model.closed && limit >= held);
  if (!decided.ok) return;
  write(world, decided.value.need, ...decided.value.changed);
  modelLapse(model);
  const taken = model.slots.filter((slot) => slot !== null);
  model.slots = [...taken, ...Array<null>(limit - taken.length).fill(null)];
  settle(world);
}

function closeWorld(world: World): void {
  const { model } = world;
  const closed = closeNeed(world.need, notOver(world), world.now);
  write(world, closed.need, ...closed.changed);
  modelLapse(model);
  for (const [id, one] of model.people) {
    if (one.state === 'offered') modelEnd(model, id, 'declined');
    if (one.state === 'accepted') modelEnd(model, id, 'withdrawn');
  }
  model.closed = true;
}

function take(world: World, step: Step): void {
  switch (step.do) {
    case 'take':
    case 'wait':
      return takeOrWait(world, step);
    case 'amount':
      return changeAmount(world, step);
    case 'pass':
      world.now += step.minutes * 60_000;
      world.model.nowMs = world.now;
      return;
    case 'halt':
      world.need = haltNeed(world.need, null, 'enough', world.now);
      world.model.halted = true;
      return;
    case 'resume':
      world.need = resumeNeed(world.need);
      world.model.halted = false;
      return settle(world);
    case 'close':
      return closeWorld(world);
    case 'reopen':
      world.need = reopenNeed(world.need);
      world.model.closed = false;
      return settle(world);
    case 'tidy':
      return settle(world);
    case 'start':
    case 'extend':
    case 'give-back':
    case 'reduce':
    case 'finish':
    case 'undo-finish':
      return stepOne(world, step);
  }
}

/** What the kernel and the slots must agree on. */
function sameStory(world: World): void {
  const { model, need, now } = world;
  const free = structuredClone(model);
  for (const [id, one] of free.people) if (one.state === 'accepted' && one.leaseMs <= now) modelEnd(free, id, 'late');
  expect(openQuantity(need, [...world.rows.values()], now)).toBe(freeSlots(free));
  expect(need.doneQuantity).toBe(model.filled);
  for (const row of world.rows.values()) {
    const known = model.people.get(row.id);
    expect(row.correctedBy === null ? row.state : 'corrected').toBe(known?.state);
    if (row.state === 'accepted' || row.state === 'started') expect(row.quantity).toBe(known?.has);
  }
}

/** Design section 4, rules 1 to 3, between two moments of the same need. */
function rulesHold(before: World, after: World): void {
  const rows = [...after.rows.values()];
  const { need, now } = after;
  expect(need.doneQuantity + liveQuantity(need, rows, now)).toBeLessThanOrEqual(needLimit(need));
  const done = rows.filter((row) => row.correctedBy === null).reduce((sum, row) => sum + (row.doneQuantity ?? 0), 0);
  expect(need.doneQuantity).toBe(done);
  expect(need.decisionNo).toBeGreaterThanOrEqual(before.need.decisionNo);
  for (const [id, row] of before.rows) {
    const later = after.rows.get(id);
    if (isOver(row)) expect({ ...later, correctedBy: null }).toEqual({ ...row, correctedBy: null });
    const reserved = row.state === 'accepted' && later?.state !== 'accepted' && later?.state !== 'started';
    const opened = reserved && later?.state !== 'done';
    if (opened) expect(later?.decisionNo).toBeGreaterThan(row.decisionNo);
  }
  for (const row of rows) {
    if (!before.rows.has(row.id) && row.state === 'accepted') expect(row.decisionNo).toBe(need.decisionNo);
  }
}

describe('the life of a need', () => {
  it('is the same by the kernel and by counting slots, and keeps the rules at every step', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 15 }),
      fc.array(anyStep, { minLength: 5, maxLength: 40, size: 'max' }),
      (limit, steps) => {
        const world: World = {
          need: sampleNeed({ quantity: limit }),
          rows: new Map(),
          now: sampleNow,
          model: newModel(limit, sampleNow),
          count: 0,
        };
        for (const step of steps) {
          const before = { ...world, rows: new Map(world.rows) };
          take(world, step);
          sameStory(world);
          rulesHold(before, world);
        }
      },
    );
    fc.assert(property, propertyRuns(400));
  });
});
