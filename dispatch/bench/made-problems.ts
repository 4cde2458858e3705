import type { Job, Place, Problem } from '../src/problem.ts';
import { createRandom } from '../src/solver/random.ts';
import type { Random } from '../src/solver/random.ts';

const hour = 3600;

/** Places in three clusters and between them, some 25 km across, on no real map. */
function places(count: number, random: Random): Place[] {
  const centers = Array.from({ length: 3 }, () => [random.unit() * 0.2, random.unit() * 0.2] as const);
  return Array.from({ length: count }, (_, index) => {
    const near = index > 0 && random.unit() < 0.6 ? centers[random.below(3)]! : null;
    const spread = near ? 0.03 : 0.22;
    const [north, east] = near ?? [0, 0];
    return {
      id: `p${index}`,
      latitude: 10 + north + random.unit() * spread,
      longitude: 20 + east + random.unit() * spread,
    };
  });
}

const profiles: Problem['profiles'] = { default: { kind: 'haversine', speed: 11, detour: 1.3 } };

/** Three drivers with skills and a lunch break, thirty stops with windows. */
export function everydayProblem(seed: number): Problem {
  const random = createRandom(seed);
  const skills = [['first-aid'], ['ramp'], []];
  return {
    places: places(31, random),
    profiles,
    vehicles: skills.map((own, index) => ({
      id: `driver ${index + 1}`,
      start: 'p0',
      end: 'p0',
      shift: { earliest: 8 * hour, latest: 17 * hour },
      capacity: [40],
      skills: own,
      breaks: [
        { id: `lunch ${index + 1}`, window: { earliest: 11.5 * hour, latest: 13.5 * hour }, duration: hour / 2 },
      ],
    })),
    jobs: Array.from({ length: 30 }, (_, index): Job => {
      const from = 8 + random.below(6);
      const drawn = random.unit();
      return {
        kind: 'deliver',
        id: `job ${index + 1}`,
        amount: [1 + random.below(4)],
        ...(drawn < 0.15 ? { skills: ['first-aid'] } : drawn < 0.3 ? { skills: ['ramp'] } : {}),
        stop: {
          place: `p${index + 1}`,
          duration: 480,
          windows: [{ earliest: from * hour, latest: (from + 3) * hour }],
        },
      };
    }),
  };
}

/** A town with many stops: deliveries from the depot, or carrying from half of them to the other half. */
export function townProblem(stops: number, kind: 'deliver' | 'carry', seed: number): Problem {
  const random = createRandom(seed);
  const window = (): { earliest: number; latest: number } => {
    const from = 8 + random.unit() * 5;
    return { earliest: from * hour, latest: (from + 2 + random.unit() * 2) * hour };
  };
  const deliver = (index: number): Job => ({
    kind: 'deliver',
    id: `job ${index}`,
    amount: [1 + random.below(5)],
    stop: { place: `p${index}`, duration: 300, windows: [window()] },
  });
  const carry = (index: number): Job => {
    const from = window();
    return {
      kind: 'carry',
      id: `job ${index}`,
      pickups: [{ place: `p${2 * index - 1}`, duration: 300, windows: [from], amount: [1 + random.below(5)] }],
      delivery: {
        place: `p${2 * index}`,
        duration: 300,
        windows: [{ earliest: from.earliest, latest: from.latest + 2 * hour }],
      },
    };
  };
  const count = kind === 'deliver' ? stops : stops / 2;
  return {
    places: places(stops + 1, random),
    profiles,
    vehicles: Array.from({ length: Math.ceil(stops / 5) }, (_, index) => ({
      id: `vehicle ${index + 1}`,
      start: 'p0',
      end: 'p0',
      shift: { earliest: 7 * hour, latest: 19 * hour },
      capacity: [60],
    })),
    jobs: Array.from({ length: count }, (_, index) => (kind === 'deliver' ? deliver(index + 1) : carry(index + 1))),
  };
}

/** Half the vehicles that a hundred jobs would need; priorities 1 to 10. */
export function scarceProblem(seed: number): Problem {
  return withPriorities(townProblem(100, seed % 2 === 0 ? 'carry' : 'deliver', seed), 4, seed);
}

/** A day cut to its first `vehicles`, every job of a drawn priority, 1 to 10. */
export function withPriorities(problem: Problem, vehicles: number, seed: number): Problem {
  const random = createRandom(seed + 1000);
  return {
    ...problem,
    vehicles: problem.vehicles.slice(0, vehicles),
    jobs: problem.jobs.map((job) => ({ ...job, weight: 1 + random.below(10) })),
  };
}

/** Twenty vehicles with two hundred stops, eleven in the morning, and something urgent. */
export function runningDay(seed: number): { problem: Problem; urgent: Job; now: number } {
  const town = townProblem(201, 'deliver', seed);
  const problem: Problem = {
    ...town,
    vehicles: town.vehicles.slice(0, 20),
    jobs: town.jobs.slice(0, 200),
  };
  const urgent: Job = {
    kind: 'visit',
    id: 'urgent',
    stop: { place: 'p201', duration: 600, windows: [{ latest: 13 * hour }] },
  };
  return { problem, urgent, now: 11 * hour };
}
