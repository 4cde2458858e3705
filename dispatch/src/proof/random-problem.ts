import type { CarryJob, Job, Link, Problem, Stop, TimeWindow, Vehicle } from '../problem.ts';
import { randomNumbers } from './random-numbers.ts';
import type { RandomNumbers } from './random-numbers.ts';

type Draft = { -readonly [K in keyof Problem]: Problem[K] } & { vehicles: DraftVehicle[]; jobs: Job[] };
type DraftVehicle = { -readonly [K in keyof Vehicle]: Vehicle[K] };

type Feature = (draft: Draft, random: RandomNumbers) => void;

const horizon = 1000;
const skills = ['winch', 'lift', 'nurse'];

/** A change to every job that is drawn, with an even chance of one half. */
function someJobs(change: (job: Job, random: RandomNumbers) => Partial<Job>): Feature {
  return (draft, random) => {
    draft.jobs = draft.jobs.map((job): Job => (random.chance(0.5) ? ({ ...job, ...change(job, random) } as Job) : job));
  };
}

function everyVehicle(
  change: (vehicle: DraftVehicle, random: RandomNumbers, draft: Draft) => Partial<Vehicle>,
): Feature {
  return (draft, random) => {
    draft.vehicles = draft.vehicles.map((vehicle) => ({ ...vehicle, ...change(vehicle, random, draft) }));
  };
}

function someStops(change: (stop: Stop, random: RandomNumbers) => Partial<Stop>): Feature {
  return (draft, random) => {
    const changed = <S extends Stop>(stop: S): S => (random.chance(0.5) ? { ...stop, ...change(stop, random) } : stop);
    draft.jobs = draft.jobs.map((job): Job =>
      job.kind === 'carry'
        ? { ...job, pickups: job.pickups.map(changed), delivery: changed(job.delivery) }
        : { ...job, stop: changed(job.stop) },
    );
  };
}

function windowFrom(random: RandomNumbers, length: readonly [number, number]): TimeWindow {
  const earliest = random.between(0, 700);
  return { earliest, latest: earliest + random.between(...length) };
}

const somePlace = (draft: Draft, random: RandomNumbers) => random.pick(draft.places).id;

/** Turns some visits into jobs of another kind. */
function someBecome(make: (job: Job, random: RandomNumbers, draft: Draft) => Job): Feature {
  return (draft, random) => {
    draft.jobs = draft.jobs.map((job) =>
      job.kind === 'visit' && job.units === undefined && random.chance(0.5) ? make(job, random, draft) : job,
    );
  };
}

const stopOfJob = (job: Job): Stop => (job.kind === 'carry' ? job.delivery : job.stop);

function carryOf(job: Job, random: RandomNumbers, draft: Draft, pickups: number): CarryJob {
  return {
    kind: 'carry',
    id: job.id,
    pickups: Array.from({ length: pickups }, () => ({
      place: somePlace(draft, random),
      amount: [random.between(1, 3)],
    })),
    delivery: stopOfJob(job),
  };
}

function link(make: (a: string, b: string, random: RandomNumbers) => Link): Feature {
  return (draft, random) => {
    const [a, b] = [random.between(0, draft.jobs.length - 1), random.between(0, draft.jobs.length - 2)];
    const first = draft.jobs[a]!.id;
    const second = draft.jobs.filter((_, index) => index !== a)[b]!.id;
    draft.links = [...(draft.links ?? []), make(first, second, random)];
  };
}

function objective(change: NonNullable<Problem['objective']>): Feature {
  return (draft) => {
    draft.objective = { ...draft.objective, ...change };
  };
}

/** Every feature of the problem, as a change to a draft. Kinds of jobs come first: others build on them. */
export const features = {
  deliver: someBecome((job, random) => ({
    kind: 'deliver',
    id: job.id,
    amount: [random.between(1, 4)],
    stop: stopOfJob(job),
  })),
  collect: someBecome((job, random) => ({
    kind: 'collect',
    id: job.id,
    amount: [random.between(1, 4)],
    stop: stopOfJob(job),
  })),
  carry: someBecome((job, random, draft) => carryOf(job, random, draft, 1)),
  'several-pickups': (draft, random) => {
    const index = random.between(0, draft.jobs.length - 1);
    draft.jobs = draft.jobs.map((job, position) => (position === index ? carryOf(job, random, draft, 2) : job));
  },
  units: (draft, random) => {
    const index = draft.jobs.findIndex((job) => job.kind === 'visit');
    if (index < 0) return;
    const job = draft.jobs[index]!;
    draft.jobs = draft.jobs.with(index, {
      kind: 'visit',
      id: job.id,
      stop: stopOfJob(job),
      units: random.chance(0.8) ? 2 : 3,
    });
  },
  dimensions: (draft, random) => {
    draft.jobs = draft.jobs.map((job): Job =>
      job.kind === 'deliver' || job.kind === 'collect'
        ? { ...job, amount: [...job.amount, random.between(0, 2)] }
        : job,
    );
    draft.vehicles = draft.vehicles.map((vehicle) => ({ ...vehicle, capacity: [...(vehicle.capacity ?? []), 3] }));
  },
  windows: someStops((_, random) => ({ windows: [windowFrom(random, [20, 400])] })),
  'several-windows': someStops((_, random) => ({
    windows: [windowFrom(random, [10, 200]), windowFrom(random, [10, 200])],
  })),
  'duration-by-type': (draft, random) => {
    draft.vehicles = draft.vehicles.map((vehicle, index) => ({ ...vehicle, type: index % 2 ? 'slow' : 'fast' }));
    someStops((stop) => ({ durationByType: { slow: (stop.duration ?? 0) + random.between(10, 90) } }))(draft, random);
  },
  skills: (draft, random) => {
    everyVehicle(() => ({ skills: skills.filter(() => random.chance(0.7)) }))(draft, random);
    someJobs(() => ({ skills: [random.pick(skills)] }))(draft, random);
  },
  kit: (draft, random) => {
    everyVehicle(() => ({ kit: ['rope', 'saw'].filter(() => random.chance(0.7)) }))(draft, random);
    someJobs(() => ({ kit: ['saw'] }))(draft, random);
  },
  allowed: (draft, random) => someJobs(() => ({ vehicles: [random.pick(draft.vehicles).id] }))(draft, random),
  forbidden: (draft, random) => someJobs(() => ({ notVehicles: [random.pick(draft.vehicles).id] }))(draft, random),
  tiers: someJobs((_, random) => ({ tier: random.between(0, 2) })),
  weights: someJobs((_, random) => ({ weight: random.between(1, 5) })),
  optional: someJobs((_, random) => ({ skipCost: random.between(5, 300) })),
  'max-age': someJobs((_, random) => ({ requestedAt: random.between(0, 100), maxAge: random.between(100, 600) })),
  'max-ride': (draft, random) => {
    draft.jobs = draft.jobs.map((job) => (job.kind === 'carry' ? { ...job, maxRide: random.between(60, 250) } : job));
  },
  'same-vehicle': link((a, b) => ({ kind: 'same-vehicle', jobs: [a, b] })),
  'different-vehicles': link((a, b) => ({ kind: 'different-vehicles', jobs: [a, b] })),
  'gap-at-least': link((first, second, random) => ({ kind: 'gap', first, second, atLeast: random.between(0, 200) })),
  'gap-at-most': link((first, second, random) => ({
    kind: 'gap',
    first,
    second,
    atLeast: 0,
    atMost: random.between(100, 300),
  })),
  'ends-elsewhere': everyVehicle((_, random, draft) => ({ end: somePlace(draft, random) })),
  'open-end': everyVehicle((vehicle, random) => ({ end: random.chance(0.7) ? null : vehicle.end })),
  'open-start': everyVehicle((vehicle, random) => ({ start: random.chance(0.7) ? null : vehicle.start })),
  'short-shift': everyVehicle((_, random) => ({ shift: windowFrom(random, [200, 500]) })),
  breaks: everyVehicle((_, random) => ({
    breaks: [{ id: 'tea', window: windowFrom(random, [30, 200]), duration: random.between(20, 80) }],
  })),
  'tight-capacity': everyVehicle((vehicle) => ({ capacity: (vehicle.capacity ?? []).map(() => 5) })),
  'own-profile': (draft, random) => {
    const slow = draft.places.map((_, from) =>
      draft.places.map((_unused, to) => (from === to ? 0 : random.between(150, 250))),
    );
    draft.profiles = { ...draft.profiles, boat: { kind: 'matrix', durations: slow } };
    draft.vehicles = draft.vehicles.map((vehicle, index) => (index === 0 ? { ...vehicle, profile: 'boat' } : vehicle));
  },
  asymmetric: (draft, random) => {
    const rows = draft.places.map((_, from) =>
      draft.places.map((_unused, to) => (from === to ? 0 : random.between(50, 100))),
    );
    draft.profiles = { ...draft.profiles, default: { kind: 'matrix', durations: rows } };
  },
  'speed-factor': everyVehicle((_, random) => ({ speedFactor: random.chance(0.5) ? 2 : 0.5 })),
  'max-distance': everyVehicle((_, random) => ({ maxDistance: random.between(150, 400) })),
  'max-duration': everyVehicle((_, random) => ({ maxDuration: random.between(150, 500) })),
  'max-stops': everyVehicle((_, random) => ({ maxStops: random.between(1, 3) })),
  'fixed-cost': everyVehicle((_, random) => ({ fixedCost: random.between(0, 200) })),
  reload: everyVehicle((_, random, draft) => ({
    reload: { places: [somePlace(draft, random)], duration: random.between(0, 40), most: 1 },
  })),
  lifo: everyVehicle(() => ({ loadOrder: 'lifo' })),
  'fewest-vehicles': objective({ second: 'vehicles' }),
  'fewest-people': (draft, random) => {
    everyVehicle(() => ({ people: random.between(1, 3) }))(draft, random);
    objective({ second: 'people' })(draft, random);
  },
  'fair-stops': objective({ second: 'fairness' }),
  'fair-duration': objective({ second: 'fairness', fairnessBy: 'duration', fairnessUnit: 100 }),
  time: objective({ cost: 'time' }),
  price: (draft, random) => {
    everyVehicle(() => ({
      price: {
        perDistance: random.between(1, 3),
        perDuration: random.between(0, 2),
        perTravelTime: random.between(0, 2),
      },
    }))(draft, random);
    objective({ cost: 'price' })(draft, random);
  },
  preferred: someStops((_, random) => ({
    preferred: {
      ...windowFrom(random, [0, 100]),
      pricePerEarly: random.between(0, 2),
      pricePerLate: random.between(1, 3),
    },
  })),
  now: (draft, random) => {
    draft.now = random.between(50, 250);
  },
  locked: (draft, random) => {
    const singles = draft.jobs
      .filter((job) => job.kind !== 'carry' && (job.kind !== 'visit' || !job.units))
      .map((job) => job.id);
    const startedAt = random.between(0, 60);
    draft.now = Math.max(draft.now ?? 0, startedAt + random.between(0, 150));
    const locked = singles.slice(0, random.between(1, 2)).map((stop, index) => ({
      kind: 'stop' as const,
      stop,
      ...(index === 0 && random.chance(0.7) ? { startedAt } : {}),
    }));
    draft.vehicles = draft.vehicles.map((vehicle, index) => (index === 0 ? { ...vehicle, locked } : vehicle));
  },
  told: (draft, random) => {
    const order = [...draft.jobs].sort(() => random.fraction() - 0.5);
    const half = Math.ceil(order.length / 2);
    const stops = (jobs: readonly Job[]) =>
      jobs.flatMap((job) =>
        (job.kind === 'carry'
          ? [...job.pickups.map((_, i) => `${job.id}:pickup${i ? i + 1 : ''}`), `${job.id}:delivery`]
          : [job.id]
        ).map((stop, i) => ({ stop, startAt: 100 + 60 * i })),
      );
    draft.told = {
      routes: [
        { vehicle: draft.vehicles[0]!.id, stops: stops(order.slice(0, half)) },
        { vehicle: draft.vehicles[1]!.id, stops: stops(order.slice(half)) },
      ],
      pricePerChange: random.between(1, 80),
    };
  },
  'told-times': (draft, random) => {
    features.told(draft, random);
    draft.told = { ...draft.told!, pricePerShift: random.between(1, 2) };
  },
} satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as FeatureName[];

/** Features that make time cost something: linear programs instead of a walk, so callers give fewer jobs. */
export const pricedFeatures: ReadonlySet<FeatureName> = new Set([
  'time',
  'price',
  'preferred',
  'told-times',
  'fair-duration',
]);

/** Features that multiply the orders to try. */
export const manifoldFeatures: ReadonlySet<FeatureName> = new Set([
  'carry',
  'several-pickups',
  'breaks',
  'reload',
  'units',
  'gap-at-least',
  'gap-at-most',
  'several-windows',
]);

/**
 * A small town on a grid with some vehicles at a depot and visits to make, changed by the given features in the order of
 * the list of all. Whole numbers throughout, so that the best times are whole numbers too.
 */
export function randomProblem(names: readonly FeatureName[], jobs: number, vehicles: number, seed: number): Problem {
  const random = randomNumbers(seed);
  const points = Array.from({ length: jobs + 2 }, () => [random.between(0, 9), random.between(0, 9)] as const);
  const rows = points.map(([x, y]) => points.map(([u, v]) => 10 * (Math.abs(x - u) + Math.abs(y - v))));
  const draft: Draft = {
    places: points.map((_, index) => ({ id: `place ${index}` })),
    profiles: { default: { kind: 'matrix', durations: rows } },
    vehicles: Array.from({ length: vehicles }, (_, index) => ({
      id: `v${index}`,
      start: 'place 0',
      end: 'place 0',
      shift: { earliest: 0, latest: horizon },
      capacity: [9],
    })),
    jobs: Array.from({ length: jobs }, (_, index) => ({
      kind: 'visit',
      id: `j${index}`,
      stop: { place: `place ${index + 1}`, duration: random.between(0, 40) },
    })),
  };
  for (const name of featureNames) if (names.includes(name)) features[name](draft, random);
  return draft;
}
