import type { Job, Problem, Stop } from '../problem.ts';
import { randomNumbers } from './random-numbers.ts';
import type { RandomNumbers } from './random-numbers.ts';

type Point = readonly [number, number];

interface PlantedDay {
  readonly vehicles: number;
  /** Stops of each vehicle; an even number for carries. */
  readonly stops: number;
  /** Pickups with their deliveries, else deliveries from the depot. */
  readonly carries: boolean;
}

/** Most jobs on board at once, where there are pickups. */
const room = 3;

/**
 * A day made from a plan: every vehicle drives a random round, and windows are laid around the times at which it comes. So
 * everything fits, but hardly otherwise: the windows are narrow, and deliveries fill every vehicle to the brim.
 */
export function plantedProblem(seed: number, { vehicles, stops, carries }: PlantedDay): Problem {
  const random = randomNumbers(seed);
  const points: Point[] = [[50, 50]];
  const rounds = Array.from({ length: vehicles }, (_, vehicle) => {
    const visits = driveRound(random, points, stops);
    return carries ? carriesOf(random, visits, vehicle) : deliveriesOf(random, visits, vehicle);
  });
  return {
    places: points.map((_, index) => ({ id: `p${index}` })),
    profiles: {
      default: {
        kind: 'matrix',
        durations: points.map(([x, y]) => points.map(([toX, toY]) => Math.hypot(toX - x, toY - y))),
      },
    },
    vehicles: rounds.map((jobs, index) => ({
      id: `v${index}`,
      start: 'p0',
      end: 'p0',
      capacity: [carries ? room : amountOf(jobs)],
      shift: { earliest: -100, latest: 1e5 },
    })),
    jobs: rounds.flat(),
  };
}

/** Stops at random points, each with a window around the time at which the vehicle is there. */
function driveRound(random: RandomNumbers, points: Point[], stops: number): Stop[] {
  let now = random.between(0, 100);
  let at = points[0]!;
  return Array.from({ length: stops }, () => {
    const point: Point = [random.between(0, 100), random.between(0, 100)];
    now += Math.hypot(point[0] - at[0], point[1] - at[1]);
    const windows = [{ earliest: now - random.between(0, 40), latest: now + random.between(0, 40) }];
    const stop = { place: `p${points.push(point) - 1}`, duration: 10, windows };
    now += stop.duration;
    at = point;
    return stop;
  });
}

function deliveriesOf(random: RandomNumbers, visits: readonly Stop[], vehicle: number): Job[] {
  return visits.map((stop, index) => ({
    kind: 'deliver',
    id: `v${vehicle} j${index}`,
    stop,
    amount: [random.between(1, 9)],
  }));
}

/** Some stops pick up, others deliver what was picked up before; in the end nothing is on board. */
function carriesOf(random: RandomNumbers, visits: readonly Stop[], vehicle: number): Job[] {
  const jobs: Job[] = [];
  const onBoard: Stop[] = [];
  for (const [index, stop] of visits.entries()) {
    const mustDeliver = onBoard.length === room || onBoard.length === visits.length - index;
    if (onBoard.length === 0 || (!mustDeliver && random.chance(0.5))) {
      onBoard.push(stop);
      continue;
    }
    const [pickup] = onBoard.splice(random.between(0, onBoard.length - 1), 1);
    jobs.push({
      kind: 'carry',
      id: `v${vehicle} j${jobs.length}`,
      pickups: [{ ...pickup!, amount: [1] }],
      delivery: stop,
    });
  }
  return jobs;
}

function amountOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + ('amount' in job ? (job.amount?.[0] ?? 0) : 0), 0);
}
