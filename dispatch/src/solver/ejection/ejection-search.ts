import { iterate, keepIfBest } from '../anneal.ts';
import type { Annealer } from '../anneal.ts';
import { findPlace, insertRequest } from '../find-place.ts';
import { chargeAbsent } from '../penalties.ts';
import { place } from '../recreate.ts';
import { chancesMost, dropRequest } from '../search-state.ts';
import { keepChanges } from '../undo.ts';
import type { Ejection } from './ejection.ts';
import { createFindEjection } from './find-ejection.ts';
import { putBack, takeOut } from './take-out.ts';

/**
 * Finds places for the last few, after the guided ejection search of Y. Nagata and O. Bräysy (Operations Research Letters
 * 37, 2009). One that fits nowhere goes in all the same, and those leave for it that have been least hard to place so far;
 * they are next in turn. Between two such steps the plan is shaken, by iterations as always: but what one costs that is left
 * out is how hard it has been to place (the absence counters of Christiaens and Vanden Berghe, 2020).
 */
export interface EjectionSearch {
  /** Begins anew, with all requests equally hard. */
  begin(): void;
  /** How many are missed. */
  missed(): number;
  /** Carries on for `count` iterations, or until nobody is missed. */
  advance(count: number): void;
}

/** Iterations of shaking after each ejection: enough to make others the ones in the way, and no more. */
const shakes = 10;
/** How many of the missed each of them tries to place as well. */
const chancesWhileShaking = 4;

export function createEjectionSearch(annealer: Annealer, isMissed: Uint8Array): EjectionSearch {
  const { state } = annealer;
  const { model, absent, penalty, strictPenalty, limits } = state;
  // Last in, first out: who has just left often finds a place where the one before came from.
  const waiting: number[] = [];
  const burden = new Int32Array(model.requestCount);
  const before = new Float64Array(2);
  const findEjection = createFindEjection(state, burden);

  const listMissed = (): number[] => [...absent.list.subarray(0, absent.count[0])].filter((q) => isMissed[q] === 1);

  /** False if q does not fit all the same: found by sums in another order, it may be too tight by less than rounding. */
  const eject = (q: number, { requests, count, vehicle }: Ejection): boolean => {
    const present = absent.count[0]!;
    takeOut(state, requests, count, before);
    findPlace(state, q, vehicle, -1);
    if (state.cost[0] === Infinity || state.place.cost[0] === Infinity) {
      putBack(state, before);
      return false;
    }
    insertRequest(state, q, vehicle, state.place.code[0]!);
    for (const each of absent.list.subarray(present, absent.count[0])) if (isMissed[each] === 1) waiting.push(each);
    return true;
  };

  const blame = (q: number): void => {
    burden[q]! += 1;
    penalty[q]! += strictPenalty[q]!;
    state.cost[1]! += strictPenalty[q]!;
  };

  /** Finds q a place, at the price of others' if need be. */
  const settle = (q: number): void => {
    state.allowance[0] = 0;
    if (!place(state, q)) {
      blame(q);
      const ejection = findEjection(q);
      if (ejection.vehicle < 0 || !eject(q, ejection)) return;
    }
    dropRequest(absent, q);
    state.cost[1]! -= penalty[q]!;
    keepIfBest(annealer);
    keepChanges(state.undo);
  };

  return {
    begin: () => {
      burden.set(isMissed);
      penalty.set(strictPenalty);
      chargeAbsent(state);
      waiting.length = 0;
    },
    missed: () => listMissed().length,
    advance: (count) => {
      limits.chances = chancesWhileShaking;
      for (let done = 0; done < count; done += shakes) {
        if (waiting.length === 0) waiting.push(...listMissed());
        const q = waiting.pop();
        if (q === undefined) break;
        // Shaking may have found it a place.
        if (absent.at[q]! >= 0) settle(q);
        for (let each = Math.min(shakes, count - done); each > 0; each -= 1) iterate(annealer);
      }
      limits.chances = chancesMost;
    },
  };
}
