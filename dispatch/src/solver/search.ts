import type { Plan } from '../plan.ts';
import { iterate, keepIfBest } from './anneal.ts';
import type { Annealer } from './anneal.ts';
import { createBestPlan } from './best-plan.ts';
import type { BestPlan } from './best-plan.ts';
import { canCombine, createCombiner } from './combine/combine-routes.ts';
import { createRoutePool } from './combine/route-pool.ts';
import { createCooling } from './cooling.ts';
import type { Cooling } from './cooling.ts';
import { layBest } from './lay-best.ts';
import { layPlan } from './lay-plan.ts';
import { GATHER, PAIR } from './model/model.ts';
import type { Model } from './model/model.ts';
import type { RuinSize } from './ruin.ts';
import { createOrders } from './orders.ts';
import { createFleetReduction } from './reduce-fleet.ts';
import { createSteering } from './steering.ts';
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

/** Share of a cooling after which routes are combined: what is left of it polishes the result. */
const combineAt = 0.9;

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
  const steering = createSteering(state);
  const reduction = createFleetReduction(annealer);
  const hot = hasPairs(model) ? hottestWithPairs : hottest;
  const first = start === undefined ? hot : hottestFromPlan;
  const last = isSmall(model) ? coldestWhereSmall : coldest;
  const cooling = createCooling(model.visitCount, first, last, steering.isScarce || reduction.isWanted);
  const turn = createTurn(annealer, cooling);
  return {
    model,
    best: annealer.best,
    iterations: () => annealer.iterations[0]!,
    advance: (count, progress) => {
      cooling.look(progress, annealer.iterations[0]!);
      annealer.temperature[0] = leg * cooling.temperature;
      turn();
      steering.adjust(progress);
      reduction.advance(progress);
      for (let each = 0; each < count; each += 1) {
        iterate(annealer);
        steering.punish();
      }
    },
  };
}

/** Back to the best plan where a cooling begins, and near its end routes met on the way are combined. */
function createTurn(annealer: Annealer, cooling: Cooling): () => void {
  const { state, best, pool } = annealer;
  const combine = pool === null ? null : createCombiner(annealer, pool);
  let cycle = 0;
  let isCombined = false;
  return () => {
    if (cooling.cycle > cycle) {
      cycle = cooling.cycle;
      isCombined = false;
      layBest(state, best);
      keepChanges(state.undo);
    } else if (combine !== null && !isCombined && cooling.within > combineAt) {
      isCombined = true;
      combine();
    }
  };
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
