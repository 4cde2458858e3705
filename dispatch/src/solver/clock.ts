/** Seconds since it was started. */
export type Clock = () => number;

interface ProcessTimes {
  readonly threadCpuUsage?: () => { user: number; system: number };
  readonly cpuUsage?: () => { user: number; system: number };
}

/**
 * `cpu` counts the thread's own processor time where the platform tells it (Node), so that a bench on a busy
 * machine measures the search and not its neighbors; elsewhere it is the wall clock.
 */
export function startClock(kind: 'wall' | 'cpu'): Clock {
  const process = (globalThis as { process?: ProcessTimes }).process;
  const usage = process?.threadCpuUsage ?? process?.cpuUsage;
  if (kind === 'wall' || usage === undefined) {
    const startedAt = performance.now();
    return () => (performance.now() - startedAt) / 1000;
  }
  const read = (): number => {
    const { user, system } = usage.call(process);
    return (user + system) / 1e6;
  };
  const startedAt = read();
  return () => read() - startedAt;
}
