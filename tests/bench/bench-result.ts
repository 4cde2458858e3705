/** What every bench prints, as one line of JSON. */
export interface BenchResult {
  readonly bench: string;
  /** The figure that the bench is about; its unit is in the name of the part that repeats it. */
  readonly value: number;
  /** The same figure of what it is compared with, or null where the target is a plain limit. */
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** What has to hold, in words. */
  readonly target: string;
  readonly met: boolean;
  /** Everything else that was measured. Units are in the names. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Shorter and fewer rounds: for trying a change, never for a figure that is kept. */
export const isQuick = process.argv.includes('--quick');

export function printResult(result: BenchResult): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Tells whoever waits; standard output holds the result and nothing else. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
