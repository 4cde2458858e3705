import type { Job } from '../../problem.ts';

/** One visit to be, before it is spread over arrays. */
export interface VisitSource {
  readonly id: string;
  readonly job: Job;
  readonly request: number;
  /** Index into `stopsOf(job)`. */
  readonly index: number;
}
