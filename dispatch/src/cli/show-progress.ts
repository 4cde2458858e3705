import type { Progress } from '../solve-options.ts';
import { amount } from './render-plan.ts';
import type { Terminal } from './terminal.ts';

/** Tells on standard error how the search goes: one line that changes on a screen, a line a second elsewhere. */
export function showProgress(terminal: Terminal): {
  readonly tell: (progress: Progress) => void;
  readonly end: () => void;
} {
  let lastSecond = -1;
  return {
    tell: (progress) => {
      const line = `${progress.seconds.toFixed(1)} s, ${progress.iterations} iterations, ${describeObjective(progress.objective)}`;
      if (terminal.isScreen) {
        const megabytes = Math.round(process.memoryUsage().rss / 1e6);
        terminal.err(`\r\u001B[2m${line}, ${megabytes} MB\u001B[0m\u001B[K`);
        return;
      }
      const second = Math.floor(progress.seconds);
      if (second === lastSecond) return;
      lastSecond = second;
      terminal.err(`${line}\n`);
    },
    end: () => {
      if (terminal.isScreen) terminal.err('\r\u001B[K');
    },
  };
}

function describeObjective(objective: readonly number[]): string {
  const levels = objective.slice(0, -1).map(amount);
  return `cost ${amount(objective.at(-1) ?? 0)}${levels.some((level) => level !== '0') ? ` after ${levels.join(', ')}` : ''}`;
}
