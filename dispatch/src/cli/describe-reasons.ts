import type { Explanation, Obstacle } from '../explanation.ts';
import type { LoadedProblem } from './load-problem.ts';
import { amount, clock } from './render-plan.ts';

/** A line for each job left out: why no vehicle takes it. */
export function describeReasons(loaded: LoadedProblem, explanation: Explanation): string {
  return explanation.unserved
    .map(({ job, reason }) => `left out: ${job}: ${describeObstacle(loaded, reason)}\n`)
    .join('');
}

function describeObstacle({ problem, isText }: LoadedProblem, obstacle: Obstacle): string {
  // The text formats count in units of their own, not in seconds.
  const time = isText ? amount : clock;
  switch (obstacle.code) {
    case 'not-allowed':
      return 'no vehicle may serve it';
    case 'lacks-skill':
      return `no vehicle has the skill ${obstacle.skills.join(', ')}`;
    case 'lacks-kit':
      return `no vehicle has the kit ${obstacle.kit.join(', ')}`;
    case 'too-small': {
      const name = problem.dimensions?.[obstacle.dimension];
      return `it needs ${amount(obstacle.amount)}${name ? ` ${name}` : ''}, the vehicle takes ${amount(obstacle.capacity)}`;
    }
    case 'cannot-be-in-time':
      return `nobody can be there in time; at ${time(obstacle.earliestAt)} at best`;
    case 'cannot-be-back-in-time':
      return 'nobody would be back before the shift ends';
    case 'cannot-go-so-far':
      return 'it is too far away';
    case 'cannot-stay-so-long':
      return 'it would take longer than anybody may be out';
    case 'busy':
      return `everybody who could is busy until ${time(obstacle.freeAt)}`;
    case 'full':
      return 'every vehicle that could is full';
    case 'no-time-left':
      return 'nobody who could has time left';
    case 'tied':
      return 'the jobs it is tied to, its crew or the load order stand in the way';
    case 'could-serve':
      return `leaving it out costs less than the ${amount(obstacle.cost)} of serving it, or the search was too short`;
    case 'no-vehicle':
      return 'there is no vehicle';
  }
}
