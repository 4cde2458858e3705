import type { Job } from '../../problem.ts';
import { CREW, GATHER, PAIR, SINGLE } from './model.ts';

/** How a job is put into a plan. */
export function shapeOf(job: Job): number {
  if (job.kind === 'carry') return job.pickups.length === 1 ? PAIR : GATHER;
  return job.kind === 'visit' && (job.units ?? 1) > 1 ? CREW : SINGLE;
}
