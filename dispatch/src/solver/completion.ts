import type { Annealer } from './anneal.ts';
import { createEjectionSearch } from './ejection/ejection-search.ts';
import { layBest } from './lay-best.ts';
import { isScarce, listMissed } from './missed.ts';
import { countUsed } from './objective.ts';
import { dissolveRoute, fewestVehicles } from './reduce-fleet.ts';
import { keepChanges } from './undo.ts';

/**
 * What comes before the first cooling: everybody finds a place, if that can be; and where as few vehicles as possible
 * are wanted, one route after the other is dissolved, and its requests find places in the others.
 */
export interface Completion {
  /** Carries on for at most `count` iterations. False, and nothing done, once it has ended; the best plan lies there then. */
  advance(count: number, progress: number): boolean;
}

/** It ends when so much of the budget is spent; or so much since one less was missed; and far too much work shows after so much. */
const share = 0.7;
const patience = 0.4;
const scarceAfter = 0.05;

/** `temperature`: how much worse shaking may make a plan, on average, and still be accepted. */
export function createCompletion(annealer: Annealer, temperature: number): Completion {
  const { state, best } = annealer;
  const { secondLevel } = state.model.worth;
  const search = createEjectionSearch(annealer, listMissed(state.model));
  const wantsFewer = secondLevel === 'vehicles' || secondLevel === 'people';
  const fewest = wantsFewer ? fewestVehicles(state.model) : 0;
  let begunAt = 0;
  let fewestMissed = Infinity;
  let fewestSince = 0;
  let isOver = false;

  const begin = (progress: number): void => {
    search.begin();
    begunAt = progress;
    fewestMissed = Infinity;
  };

  const isHopeless = (missed: number, progress: number): boolean => {
    if (missed < fewestMissed) {
      fewestMissed = missed;
      fewestSince = progress;
    }
    if (progress >= share || progress - fewestSince > patience) return true;
    return progress - begunAt > scarceAfter && isScarce(state);
  };

  const end = (): void => {
    isOver = true;
    state.penalty.set(state.strictPenalty);
    layBest(state, best);
    if (wantsFewer) state.limits.vehicles = countUsed(state, 'vehicles');
    keepChanges(state.undo);
  };

  begin(0);
  return {
    advance: (count, progress) => {
      if (isOver) return false;
      let missed = search.missed();
      if (missed === 0 && wantsFewer && progress < share && countUsed(state, 'vehicles') > fewest) {
        if (dissolveRoute(state)) begin(progress);
        missed = search.missed();
      }
      if (missed === 0 || isHopeless(missed, progress)) {
        end();
        return false;
      }
      annealer.temperature[0] = temperature;
      search.advance(count);
      return true;
    },
  };
}
