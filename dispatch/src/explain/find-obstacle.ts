import type { Obstacle } from '../explanation.ts';
import type { Job, Vehicle } from '../problem.ts';
import type { SearchState } from '../solver/search-state.ts';
import { tiesAllow } from '../solver/ties.ts';
import { tryJob } from './try-job.ts';
import type { Lifted } from './try-job.ts';

/** What keeps vehicle r from request q, given the plan in the state. */
export function findObstacle(state: SearchState, q: number, r: number): Obstacle {
  const { problem } = state.model;
  const fixed = fixedObstacle(state, problem.jobs[q]!, problem.vehicles[r]!, r);
  if (fixed) return fixed;
  const alone = tryJob(state, q, r, { otherStops: true });
  if (!alone) return emptyDayObstacle(state, q, r);
  if (!tiesAllow(state, q, r)) return { code: 'tied' };
  const now = tryJob(state, q, r, {});
  if (now)
    return state.model.requests.shape[q] === crewShape ? { code: 'tied' } : { code: 'could-serve', cost: now.added };
  const later = tryJob(state, q, r, { windows: true });
  if (later) return { code: 'busy', freeAt: later.begin };
  if (tryJob(state, q, r, { capacity: true })) return { code: 'full' };
  return { code: 'no-time-left' };
}

const crewShape = 3;

/** Skills, kit, lists and size: no plan changes them. */
function fixedObstacle(state: SearchState, job: Job, vehicle: Vehicle, r: number): Obstacle | null {
  const { dimensions, fleet } = state.model;
  if ((job.vehicles?.length && !job.vehicles.includes(vehicle.id)) || job.notVehicles?.includes(vehicle.id)) {
    return { code: 'not-allowed' };
  }
  const skills = (job.skills ?? []).filter((skill) => !vehicle.skills?.includes(skill));
  if (skills.length > 0) return { code: 'lacks-skill', skills };
  const kit = (job.kit ?? []).filter((item) => !vehicle.kit?.includes(item));
  if (kit.length > 0) return { code: 'lacks-kit', kit };
  for (let d = 0; d < dimensions; d += 1) {
    const amount = amountOf(job, d);
    const capacity = fleet.capacity[r * dimensions + d]!;
    if (amount > capacity + 1e-9) return { code: 'too-small', dimension: d, amount, capacity };
  }
  return null;
}

function amountOf(job: Job, d: number): number {
  if (job.kind === 'visit') return 0;
  if (job.kind !== 'carry') return job.amount[d] ?? 0;
  return job.pickups.reduce((sum, pickup) => sum + (pickup.amount?.[d] ?? 0), 0);
}

/** Even with nothing else to do it cannot: which rule, if lifted, would let it? */
function emptyDayObstacle(state: SearchState, q: number, r: number): Obstacle {
  const other = { otherStops: true } satisfies Lifted;
  const late = tryJob(state, q, r, { ...other, windows: true });
  if (late) return { code: 'cannot-be-in-time', earliestAt: late.begin };
  if (tryJob(state, q, r, { ...other, distance: true })) return { code: 'cannot-go-so-far' };
  if (tryJob(state, q, r, { ...other, duration: true })) return { code: 'cannot-stay-so-long' };
  if (tryJob(state, q, r, { ...other, shift: true })) return { code: 'cannot-be-back-in-time' };
  const everything = tryJob(state, q, r, { ...other, windows: true, distance: true, duration: true, shift: true });
  return everything ? { code: 'cannot-be-in-time', earliestAt: everything.begin } : { code: 'tied' };
}
