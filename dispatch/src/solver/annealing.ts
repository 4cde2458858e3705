import { iterate } from './anneal.ts';
import type { Annealer } from './anneal.ts';
import { createCombiner } from './combine/combine-routes.ts';
import { createCooling } from './cooling.ts';
import type { Cooling, Warmth } from './cooling.ts';
import { layBest } from './lay-best.ts';
import { createSteering } from './steering.ts';
import { keepChanges } from './undo.ts';

/** The coolings, one after the other, from the plan that lies there. */
export interface Annealing {
  /** Carries on for `count` iterations, `progress` (0 to 1) of its budget being spent at their beginning. */
  advance(count: number, progress: number): void;
}

/** Share of a cooling after which routes are combined: what is left of it polishes the result. */
const combineAt = 0.9;

/** `leg`: the cost by which temperatures are measured. */
export function createAnnealing(annealer: Annealer, warmth: Warmth, leg: number): Annealing {
  const { state, iterations, temperature } = annealer;
  const steering = createSteering(state);
  const cooling = createCooling(state.model.visitCount, warmth, steering.isScarce);
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
