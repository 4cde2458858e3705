import type { Outcome, Refusal } from '@barnraise/kernel/outcome.ts';

/** A story that the commands refuse is written wrong. */
export function must<T, R extends Refusal>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`The story of the demo group cannot happen: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
