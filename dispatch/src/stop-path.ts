import type { Job } from './problem.ts';

/** Where a stop of a job stands. */
export function stopPath(job: Job, index: number, path: string): string {
  if (job.kind !== 'carry') return `${path}.stop`;
  return index < job.pickups.length ? `${path}.pickups[${index}]` : `${path}.delivery`;
}
