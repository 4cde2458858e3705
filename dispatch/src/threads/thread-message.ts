import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import type { Progress, Solution, SolveOptions } from '../solve-options.ts';

/** What a search thread is started with: options without anything that cannot be copied. */
export interface ThreadTask {
  readonly problem: Problem;
  readonly options: Omit<SolveOptions, 'signal' | 'onPlan' | 'onProgress' | 'threads'>;
}

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly progress: Progress }
  | { readonly kind: 'done'; readonly solution: Solution };
