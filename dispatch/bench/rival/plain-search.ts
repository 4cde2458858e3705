import type { PlainDay } from './plain-day.ts';
import { recreate } from './plain-recreate.ts';
import { ruin } from './plain-ruin.ts';
import { plainState, undo } from './plain-state.ts';
import type { PlainState } from './plain-state.ts';

/**
 * Slack Induction by String Removals as the paper has it (Christiaens and Vanden Berghe 2020) and nothing else: one
 * cooling from two mean legs to a twentieth, no memory, no combining, only the rules of the published files. A rival
 * that spends no time on what the model of this package can say.
 * Returns the lowest cost found in `seconds` of the processor's time; Infinity if no plan is complete.
 */
export function searchPlainly(day: PlainDay, seconds: number, seed: number): number {
  const state = plainState(day, seed);
  if (!recreate(state, Infinity)) return Infinity;
  let best = state.cost;
  const meanLeg = state.cost / day.count;
  const [hot, cold] = [2 * meanLeg, 0.05 * meanLeg];
  const begin = process.threadCpuUsage().user;
  for (let iteration = 0, heat = hot; ; iteration += 1) {
    if (iteration % 64 === 0) {
      const spent = (process.threadCpuUsage().user - begin) / 1e6 / seconds;
      if (spent >= 1) return best;
      heat = hot * (cold / hot) ** spent;
    }
    iterate(state, heat);
    best = Math.min(best, state.cost);
  }
}

function iterate(state: PlainState, heat: number): void {
  const before = state.cost;
  state.saved.clear();
  state.absent = [];
  ruin(state);
  if (recreate(state, before - heat * Math.log(1 - state.random()))) return;
  undo(state);
  state.cost = before;
}
