const words = process.argv.slice(2);

function valueOf(flag: string): string | undefined {
  const index = words.indexOf(flag);
  return index >= 0 ? words[index + 1] : undefined;
}

/** `--quick`: a tenth of the time, for trying a change; never for a figure that is kept. */
export const isQuick = words.includes('--quick');
/** `--clock cpu` counts the thread's processor time, so that a busy machine does not distort the table. */
export const clock = valueOf('--clock') === 'cpu' ? 'cpu' : 'wall';
export const seeds = Number(valueOf('--seeds') ?? 1);
/** `--write` puts the tables into docs/benchmarks.md. */
export const isWriting = words.includes('--write');
const values = new Set([valueOf('--clock'), valueOf('--seeds')]);
/** Tables asked for by name; none means all. */
export const named = words.filter((word) => !word.startsWith('--') && !values.has(word));

export const budget = (seconds: number): number => (isQuick ? seconds / 10 : seconds);
