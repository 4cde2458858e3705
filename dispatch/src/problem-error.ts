import type { ProblemDefect } from './problem-defect.ts';

/** The problem cannot be solved because it contradicts itself; `defects` say where. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly defects: readonly ProblemDefect[];

  constructor(defects: readonly ProblemDefect[]) {
    super(`the problem has ${defects.length} defect(s), the first at ${defects[0]?.path}: ${defects[0]?.code}`);
    this.defects = defects;
  }
}
