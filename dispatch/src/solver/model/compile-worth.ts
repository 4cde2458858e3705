import type { Problem } from '../../problem.ts';
import type { Worth } from './model.ts';

export function compileWorth(problem: Problem): Worth {
  const { jobs, objective } = problem;
  return {
    tierCount: 1 + Math.max(0, ...jobs.map((job) => (job.skipCost === undefined ? (job.tier ?? 0) : 0))),
    tier: Int32Array.from(jobs, (job) => (job.skipCost === undefined ? (job.tier ?? 0) : -1)),
    weight: Float64Array.from(jobs, (job) => job.weight ?? 1),
    skipCost: Float64Array.from(jobs, (job) => job.skipCost ?? 0),
    secondLevel: objective?.second ?? 'none',
    fairnessBy: objective?.fairnessBy ?? 'stops',
    fairnessUnit: objective?.fairnessUnit ?? 900,
  };
}
