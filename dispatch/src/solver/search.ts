import type { Plan } from '../plan.ts';
import { keepIfBest } from './anneal.ts';
import type { Annealer } from './anneal.ts';
import { createAnnealing } from './annealing.ts';
import type { Annealing } from './annealing.ts';
import { createBestPlan } from './best-plan.ts';
import type { BestPlan } from './best-plan.ts';
import { canCombine } from './combine/combine-routes.ts';
import { createRoutePool } from './combine/route-pool.ts';
import { createCompletion } from './completion.ts';
import type { Warmth } from './cooling.ts';
import { layPlan } from './lay-plan.ts';
import { GATHER, PAIR } from './model/model.ts';
import type { Model } from './model/model.ts';
import type { RuinSize } from './ruin.ts';
import { createOrders } from './orders.ts';
import { layPenalties } from './penalties.ts';
import { recreate } from './recreate.ts';
import { createSearchState } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { keepChanges } from './undo.ts';

/** A search that can be carried on piece by piece. */
export interface Search {
  readonly model: Model;
  readonly best: BestPlan;
  /** Iterations so far. */
  iterations(): number;
  /** Carries on for `count` iterations, `progress` (0 to 1) of the budget being spent at their beginning. */
  advance(count: number, progress: number): void;
}

/** Temperatures at the beginning, in mean legs of the first plan: free of the problem's scale. */
const hottest = 3;
/** With pickups and deliveries: a move there drags a partner along, and what is too hot never finds back. */
const hottestWithPairs = 1;
/** From a plan that is already good, less is thrown about. */
const hottestFromPlan = 0.3;

/** And at the end. In a small plan there is less to polish: the time is better spent while it can still change. */
const coldest = 0.05;
const coldestWhereSmall = 0.2;
const smallUpTo = 50;

/** While absent requests are to find places: what is hotter grows long ways, which leave no room. */
const shaking = 1;

export function createSearch(model: Model, seed: number, start?: Plan): Search {
  const state = createSearchState(model, seed);
  layPenalties(state);
  layPlan(state, start);
  const annealer: Annealer = {
    state,
    orders: createOrders(model),
    size: ruinSize(model),
    best: createBestPlan(model),
    pending: new Int32Array(model.requestCount),
    objective: new Float64Array(model.worth.tierCount + 2),
    temperature: new Float64Array(1),
    iterations: new Float64Array(1),
    pool: canCombine(model) ? createRoutePool() : null,
  };
  recreate(state, annealer.orders, annealer.pending, Infinity);
  keepChanges(state.undo);
  keepIfBest(annealer);
  const leg = meanLeg(state);
  const warmth = warmthOf(model, start !== undefined);
  const completion = createCompletion(annealer, leg * Math.min(shaking, warmth.hottest));
  let annealing: Annealing | null = null;
  let completedAt = 0;
  return {
    model,
    best: annealer.best,
    iterations: () => annealer.iterations[0]!,
    advance: (count, progress) => {
      if (completion.advance(count, progress)) return;
      if (annealing === null) {
        annealing = createAnnealing(annealer, warmth, leg);
        completedAt = progress;
      }
      annealing.advance(count, (progress - completedAt) / (1 - completedAt));
    },
  };
}

function warmthOf(model: Model, fromPlan: boolean): Warmth {
  const hot = hasPairs(model) ? hottestWithPairs : hottest;
  return { hottest: fromPlan ? hottestFromPlan : hot, coldest: isSmall(model) ? coldestWhereSmall : coldest };
}

function hasPairs(model: Model): boolean {
  return model.requests.shape.some((shape) => shape === PAIR || shape === GATHER);
}

/**
 * Ten visits at a time, as in the paper, more in a small plan. Strings with long parts left standing help where visits stand alone, and
 * harm where half of them are deliveries whose pickups are torn out with them (measured on Solomon and Li & Lim).
 */
function ruinSize(model: Model): RuinSize {
  const many = isSmall(model) ? 15 : 10;
  return { mean: many, longest: many, keepMore: hasPairs(model) ? 0.01 : 0.9 };
}

/** In a plan of a few long routes, more has to go at once before it can come back otherwise. */
function isSmall(model: Model): boolean {
  return model.visitCount <= smallUpTo;
}

/** What an average leg costs, time included where it is paid. */
function meanLeg(state: SearchState): number {
  const { model, routes } = state;
  let cost = 0;
  let legs = 0;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    if (routes.length[r] === 0) continue;
    const from = r * routes.stride;
    for (let slot = from; slot <= from + routes.length[r]!; slot += 1) {
      cost += routes.legWay[slot]! + model.fleet.perDuration[r]! * routes.legTime[slot]!;
      legs += 1;
    }
  }
  return Math.max(1e-6, cost / Math.max(1, legs));
}
