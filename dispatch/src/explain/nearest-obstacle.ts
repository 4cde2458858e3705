import type { Obstacle } from '../explanation.ts';

/** From what time alone could mend to what nothing can. */
const nearness: readonly Obstacle['code'][] = [
  'could-serve',
  'busy',
  'tied',
  'full',
  'no-time-left',
  'cannot-stay-so-long',
  'cannot-go-so-far',
  'cannot-be-back-in-time',
  'cannot-be-in-time',
  'too-small',
  'lacks-kit',
  'lacks-skill',
  'not-allowed',
];

/** The obstacle of the vehicle that comes nearest to serving the job. */
export function nearestObstacle(vehicles: readonly (Obstacle & { readonly vehicle: string })[]): Obstacle {
  const sorted = vehicles.toSorted((a, b) => rank(a) - rank(b));
  const first = sorted[0];
  if (!first) return { code: 'no-vehicle' };
  const { vehicle: _, ...reason } = first;
  return reason;
}

/** Of two busy vehicles the one that is free earlier is nearer. */
function rank(obstacle: Obstacle): number {
  const place = nearness.indexOf(obstacle.code);
  const time =
    obstacle.code === 'busy' ? obstacle.freeAt : obstacle.code === 'cannot-be-in-time' ? obstacle.earliestAt : 0;
  return place + 0.5 + Math.atan(time / 1e6) / Math.PI / 2;
}
