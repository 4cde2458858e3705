import { iterate } from './anneal.ts';
import type { Annealer } from './anneal.ts';
import { createCombiner } from './combine/combine-routes.ts';
import { createCooling } from './cooling.ts';
import type { Cooling, Warmth } from './cooling.ts';
import { isDivisible, openAll, openDistrict } from './district.ts';
import { layBest } from './lay-best.ts';
import { createSteering } from './steering.ts';
import { keepChanges } from './undo.ts';

/** The coolings, one after the other, from the plan that lies there. */
export interface Annealing {
  /** Carries on for `count` iterations, `progress` (0 to 1) of its budget being spent at their beginning. */
  advance(count: number, progress: number): void;
}

/** `leg`: the cost by which temperatures are measured. */
export function createAnnealing(annealer: Annealer, warmth: Warmth, leg: number): Annealing {
  const { state, iterations, temperature, pool } = annealer;
  const steering = createSteering(state);
  // Where routes cannot be combined they are not independent of each other, and those at rest would have to change.
  const mayDivide = (): boolean => pool !== null && isDivisible(state);
  const cooling = createCooling(state.model.visitCount, warmth, steering.isScarce, mayDivide);
  const turn = createTurn(annealer, cooling);
  const before = iterations[0]!;
  return {
    advance: (count, progress) => {
      cooling.look(progress, iterations[0]! - before);
      temperature[0] = leg * cooling.temperature;
      turn();
      steering.adjust(progress);
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
  let combinations = 0;
  return () => {
    const isNext = cooling.cycle > cycle;
    const isToCombine = combine !== null && cooling.combinations > combinations;
    if (!isNext && !isToCombine) return;
    cycle = cooling.cycle;
    combinations = cooling.combinations;
    openAll(state);
    if (isToCombine) combine();
    else layBest(state, best);
    if (cooling.isLocal) openDistrict(state);
    keepChanges(state.undo);
  };
}
