import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { haversineMeters } from '../distances/haversine.ts';
import { travelSeconds } from '../distances/travel-seconds.ts';
import type { Plan, Route, RouteEntry } from '../plan.ts';
import type { CarryJob, Job, Problem, Vehicle } from '../problem.ts';
import { checkPlan, planOfRoutes, planOfSchedule, planRules } from './index.ts';
import type { PlanRule } from './index.ts';
import { travelOf } from './travel-of.ts';

// The short run is the same every time; the long one looks for what nobody has seen yet.
if (!process.env['BARNRAISE_LONG']) fc.configureGlobal({ seed: 1 });

// Places on a line, a hundred seconds and a thousand meters apart; a day that uses every feature of the problem.

const line = Array.from({ length: 8 }, (_, from) => Array.from({ length: 8 }, (_unused, to) => Math.abs(from - to)));

const van: Vehicle = {
  id: 'van',
  type: 'big',
  start: 'p0',
  end: 'p0',
  shift: { earliest: 0, latest: 9000 },
  breaks: [
    { id: 'tea', window: { earliest: 300, latest: 1000 }, duration: 100 },
    { id: 'lunch', window: { earliest: 1500, latest: 3000 }, duration: 300 },
  ],
  capacity: [5, 2],
  skills: ['winch', 'lift'],
  kit: ['rope'],
  maxDistance: 60_000,
  maxDuration: 8000,
  maxStops: 10,
  fixedCost: 500,
  price: { perDistance: 0.001, perDuration: 0.01, perTravelTime: 0.1 },
  reload: { places: ['p0'], duration: 50, most: 1 },
  loadOrder: 'lifo',
  locked: [{ kind: 'stop', stop: 'done', startedAt: 90 }],
};

const jobs: Job[] = [
  { kind: 'visit', id: 'done', stop: { place: 'p1', windows: [{ latest: 10 }] } },
  {
    kind: 'deliver',
    id: 'bread',
    amount: [2],
    skills: ['winch'],
    kit: ['rope'],
    vehicles: ['van'],
    stop: {
      place: 'p2',
      duration: 60,
      durationByType: { big: 40 },
      windows: [{ latest: 100 }, { earliest: 400, latest: 800 }],
    },
  },
  {
    kind: 'carry',
    id: 'bed',
    pickups: [
      { place: 'p3', amount: [1, 1], duration: 20 },
      { place: 'p4', amount: [2], duration: 20 },
    ],
    delivery: { place: 'p5', duration: 20 },
    maxRide: 600,
  },
  { kind: 'carry', id: 'chair', pickups: [{ place: 'p5', amount: [1] }], delivery: { place: 'p6' } },
  {
    kind: 'collect',
    id: 'cans',
    amount: [3],
    requestedAt: 100,
    maxAge: 3000,
    stop: { place: 'p6', preferred: { latest: 1000, pricePerLate: 0.5 } },
  },
  { kind: 'deliver', id: 'soup', amount: [4], stop: { place: 'p1' } },
  { kind: 'visit', id: 'tree', units: 2, stop: { place: 'p7', duration: 200 } },
  { kind: 'visit', id: 'check', notVehicles: ['van'], stop: { place: 'p6' } },
  { kind: 'visit', id: 'chat', tier: 1, weight: 3, skipCost: 70, stop: { place: 'p4' } },
  { kind: 'visit', id: 'paint', tier: 1, weight: 3, stop: { place: 'p4' } },
];

const problem: Problem = {
  places: line.map((_, index) => ({ id: `p${index}` })),
  profiles: {
    default: {
      kind: 'matrix',
      durations: line.map((row) => row.map((n) => n * 100)),
      distances: line.map((row) => row.map((n) => n * 1000)),
    },
  },
  vehicles: [
    van,
    { id: 'car', start: null, end: null, people: 2, speedFactor: 2 },
    { id: 'bike', start: 'p0', end: 'p0' },
  ],
  jobs,
  links: [
    { kind: 'same-vehicle', jobs: ['bread', 'soup', 'paint'] },
    { kind: 'different-vehicles', jobs: ['check', 'soup'] },
    { kind: 'gap', first: 'bread', second: 'check', atLeast: 100, atMost: 3000 },
  ],
  objective: { second: 'people', cost: 'price' },
  now: 250,
  told: {
    routes: [
      {
        vehicle: 'van',
        stops: [
          { stop: 'bread', startAt: 400 },
          { stop: 'cans' },
          { stop: 'bed:pickup', startAt: 700 },
          { stop: 'gone' },
        ],
      },
      { vehicle: 'car', stops: [{ stop: 'soup' }] },
    ],
    pricePerChange: 11,
    pricePerShift: 0.1,
  },
};

const plan = planOfSchedule(problem, [
  {
    vehicle: 'van',
    startAt: 0,
    steps: [
      { kind: 'stop', stop: 'done', startAt: 90 },
      { kind: 'stop', stop: 'bread', startAt: 450 },
      { kind: 'break', id: 'tea' },
      { kind: 'stop', stop: 'bed:pickup' },
      { kind: 'stop', stop: 'bed:pickup2' },
      { kind: 'stop', stop: 'bed:delivery' },
      { kind: 'stop', stop: 'chair:pickup' },
      { kind: 'stop', stop: 'chair:delivery' },
      { kind: 'stop', stop: 'cans' },
      { kind: 'stop', stop: 'tree', startAt: 1500 },
      { kind: 'break', id: 'lunch' },
      { kind: 'reload', place: 'p0' },
      { kind: 'stop', stop: 'soup' },
    ],
  },
  {
    vehicle: 'car',
    startAt: 1100,
    steps: [
      { kind: 'stop', stop: 'check' },
      { kind: 'stop', stop: 'tree', startAt: 1500 },
    ],
  },
]);
// The van came to its first stop ten seconds before the matrix allows: that is a fact.
const base = withEntry(plan, 0, 'done', { arriveAt: 90 });

function withRoute(of: Plan, index: number, change: (route: Route) => Route): Plan {
  return { ...of, routes: of.routes.map((route, position) => (position === index ? change(route) : route)) };
}

function withEntries(of: Plan, route: number, change: (entries: RouteEntry[]) => RouteEntry[]): Plan {
  return withRoute(of, route, (each) => ({ ...each, entries: change([...each.entries]) }));
}

function withEntry(of: Plan, route: number, id: string, change: Partial<RouteEntry>): Plan {
  return withEntries(of, route, (entries) =>
    entries.map((entry) => ((entry.id ?? entry.kind) === id ? { ...entry, ...change } : entry)),
  );
}

function withVehicle(id: string, change: Partial<Vehicle>): Problem {
  return { ...problem, vehicles: problem.vehicles.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

function withJob<T extends Job>(id: string, change: Partial<T>): Problem {
  return { ...problem, jobs: jobs.map((each): Job => (each.id === id ? { ...each, ...change } : each)) };
}

/** Sums that the changed plan should state: so that only the rule at hand is broken. */
function honest(changed: { problem?: Problem; plan?: Plan }): readonly [Problem, Plan] {
  const its = changed.problem ?? problem;
  const of = changed.plan ?? base;
  const { objective, cost } = checkPlan(its, of);
  return [its, { ...of, objective, cost }];
}

/** A small problem for rules that the large one would break several of at once. */
function small(change: Partial<Problem> & { readonly vehicle?: Partial<Vehicle> }): Problem {
  const { vehicle, ...rest } = change;
  return {
    places: problem.places,
    profiles: problem.profiles,
    vehicles: [
      { id: 'van', start: 'p0', end: 'p0', capacity: [9], ...vehicle },
      { id: 'car', start: 'p0', end: 'p0', capacity: [9] },
    ],
    jobs: [],
    ...rest,
  };
}

const visit = (id: string, place: string): Job => ({ kind: 'visit', id, stop: { place } });
const carry: CarryJob = { kind: 'carry', id: 'box', pickups: [{ place: 'p1' }], delivery: { place: 'p2' } };
const carry2: CarryJob = { kind: 'carry', id: 'bag', pickups: [{ place: 'p1' }], delivery: { place: 'p3' } };
const ab = small({ jobs: [visit('a', 'p1'), visit('b', 'p2')] });
const crew = small({ jobs: [{ kind: 'visit', id: 'crew', units: 2, stop: { place: 'p1' } }] });

/** For every rule a plan that breaks it and nothing else. */
const broken: Record<PlanRule, () => readonly [Problem, Plan]> = {
  'vehicle-unknown': () => [
    ab,
    {
      ...planOfRoutes(ab, [['a', 'b']]),
      routes: [...planOfRoutes(ab, [['a', 'b']]).routes, { ...planOfRoutes(ab, [['a']]).routes[0]!, vehicle: 'ufo' }],
    },
  ],
  'vehicle-twice': () => {
    const two = planOfRoutes(ab, [['a'], ['b']]);
    return honest({ problem: ab, plan: { ...two, routes: two.routes.map((route) => ({ ...route, vehicle: 'van' })) } });
  },
  'routes-out-of-order': () => honest({ plan: { ...base, routes: [...base.routes].reverse() } }),
  'route-empty': () =>
    honest({
      problem: ab,
      plan: {
        ...planOfRoutes(ab, [['a', 'b']]),
        routes: [
          ...planOfRoutes(ab, [['a', 'b']]).routes,
          {
            vehicle: 'car',
            startAt: 0,
            endAt: 0,
            distance: 0,
            travelTime: 0,
            entries: (['start', 'end'] as const).map((kind) => ({
              kind,
              place: 'p0',
              arriveAt: 0,
              startAt: 0,
              departAt: 0,
              load: [],
            })),
          },
        ],
      },
    }),
  'route-not-framed': () => {
    const its = small({ jobs: [visit('a', 'p0')] });
    return honest({
      problem: its,
      plan: withEntries(planOfRoutes(its, [['a']]), 0, (entries) => entries.slice(0, -1)),
    });
  },
  'stop-unknown': () => {
    const its = small({ jobs: [visit('a', 'p0')] });
    return honest({
      problem: its,
      plan: withEntries(planOfRoutes(its, [['a']]), 0, ([start, stop, end]) => [
        start!,
        stop!,
        { ...stop!, id: 'z', job: 'z' },
        end!,
      ]),
    });
  },
  'stop-twice': () => [ab, planOfRoutes(ab, [['a', 'a', 'b']])],
  'job-partly-served': () => [small({ jobs: [carry] }), planOfRoutes(small({ jobs: [carry] }), [['box:pickup']])],
  'job-in-several-vehicles': () => [
    small({ jobs: [carry] }),
    planOfRoutes(small({ jobs: [carry] }), [['box:pickup'], ['box:delivery']]),
  ],
  'unserved-list-wrong': () => [problem, { ...base, unserved: ['paint'] }],
  'units-wrong': () => [crew, planOfRoutes(crew, [['crew']])],
  'units-not-together': () => [
    crew,
    planOfSchedule(crew, [
      { vehicle: 'van', steps: [{ kind: 'stop', stop: 'crew' }] },
      { vehicle: 'car', startAt: 5, steps: [{ kind: 'stop', stop: 'crew' }] },
    ]),
  ],
  'place-wrong': () => {
    const its = small({
      jobs: [visit('a', 'p1')],
      profiles: { default: { kind: 'matrix', durations: new Float64Array(64) } },
    });
    return [its, withEntry(planOfRoutes(its, [['a']]), 0, 'a', { place: 'p2' })];
  },
  'arrival-wrong': () => [problem, withEntry(base, 0, 'cans', { arriveAt: 5 })],
  'start-before-arrival': () => {
    const its = small({ jobs: [visit('a', 'p1')] });
    return [its, planOfSchedule(its, [{ vehicle: 'van', steps: [{ kind: 'stop', stop: 'a', startAt: 99 }] }])];
  },
  'departure-wrong': () => {
    const its = small({ jobs: [visit('a', 'p1')] });
    const right = planOfRoutes(its, [['a']]);
    const later = withEntry(withEntry(right, 0, 'a', { departAt: 101 }), 0, 'end', {
      arriveAt: 201,
      startAt: 201,
      departAt: 201,
    });
    return [its, withRoute(later, 0, (route) => ({ ...route, endAt: 201 }))];
  },
  'window-missed': () =>
    honest({
      problem: withJob('bread', {
        stop: {
          place: 'p2',
          durationByType: { big: 40 },
          windows: [{ latest: 449 }, { earliest: 451 }],
        },
      }),
    }),
  'shift-exceeded': () => honest({ problem: withVehicle('car', { shift: { earliest: 1101 } }) }),
  'before-now': () => [{ ...ab, now: 1 }, planOfRoutes(ab, [['a', 'b']])],
  'too-old': () => honest({ problem: withJob('cans', { maxAge: 900 }) }),
  'break-unknown': () => [
    problem,
    withEntries(base, 1, ([start, ...rest]) => [start!, { ...start!, kind: 'break', id: 'nap', load: [] }, ...rest]),
  ],
  'break-missing': () =>
    honest({ problem: withVehicle('car', { breaks: [{ id: 'rest', window: { latest: 1200 }, duration: 5 }] }) }),
  'break-out-of-order': () => honest({ problem: withVehicle('van', { breaks: [...van.breaks!].reverse() }) }),
  'break-outside-window': () =>
    honest({
      problem: withVehicle('van', {
        breaks: [{ ...van.breaks![0]!, window: { earliest: 500, latest: 1000 } }, van.breaks![1]!],
      }),
    }),
  'load-wrong': () => [problem, withEntry(base, 0, 'cans', { load: [2, 0] })],
  'capacity-exceeded': () => honest({ problem: withVehicle('van', { capacity: [3, 2] }) }),
  'delivery-before-pickup': () => {
    const its = small({ jobs: [carry] });
    return [its, planOfRoutes(its, [['box:delivery', 'box:pickup']])];
  },
  'ride-too-long': () => honest({ problem: withJob<CarryJob>('bed', { maxRide: 219 }) }),
  'not-on-top': () => {
    const its = small({ jobs: [carry, carry2], vehicle: { loadOrder: 'lifo' } });
    return [its, planOfRoutes(its, [['box:pickup', 'bag:pickup', 'box:delivery', 'bag:delivery']])];
  },
  'reload-not-possible': () => {
    const its = small({ jobs: [visit('a', 'p0')] });
    const right = planOfRoutes(its, [['a']]);
    const without = withEntries(right, 0, ([start, ...rest]) => [start!, { ...start!, kind: 'reload' }, ...rest]);
    return [its, without];
  },
  'too-many-reloads': () => honest({ problem: withVehicle('van', { reload: { ...van.reload!, most: 0 } }) }),
  'skill-missing': () => honest({ problem: withVehicle('van', { skills: ['lift'] }) }),
  'kit-missing': () => honest({ problem: withVehicle('van', { kit: ['saw'] }) }),
  'vehicle-not-allowed': () => honest({ problem: withJob('bread', { vehicles: ['car', 'bike'] }) }),
  'vehicle-forbidden': () => honest({ problem: withJob('bread', { notVehicles: ['van'] }) }),
  'distance-exceeded': () => honest({ problem: withVehicle('van', { maxDistance: 15_900 }) }),
  'duration-exceeded': () => honest({ problem: withVehicle('van', { maxDuration: 2949 }) }),
  'stops-exceeded': () => honest({ problem: withVehicle('van', { maxStops: 9 }) }),
  'not-same-vehicle': () => [
    { ...ab, links: [{ kind: 'same-vehicle', jobs: ['a', 'b'] }] },
    planOfRoutes(ab, [['a'], ['b']]),
  ],
  'not-different-vehicles': () => [
    { ...ab, links: [{ kind: 'different-vehicles', jobs: ['a', 'b'] }] },
    planOfRoutes(ab, [['a', 'b']]),
  ],
  'gap-too-short': () => [
    { ...ab, links: [{ kind: 'gap', first: 'a', second: 'b', atLeast: 101 }] },
    planOfRoutes(ab, [['a', 'b']]),
  ],
  'gap-too-long': () => [
    { ...ab, links: [{ kind: 'gap', first: 'a', second: 'b', atMost: 99 }] },
    planOfRoutes(ab, [['a', 'b']]),
  ],
  'lock-broken': () => honest({ problem: withVehicle('car', { locked: [{ kind: 'stop', stop: 'tree' }] }) }),
  'route-totals-wrong': () => [
    problem,
    withRoute(base, 1, (route) => ({ ...route, travelTime: route.travelTime + 1 })),
  ],
  'objective-wrong': () => [problem, { ...base, objective: base.objective.with(1, 0) }],
  'cost-wrong': () => [problem, { ...base, cost: { ...base.cost, changes: base.cost.changes - 1 } }],
};

describe('a sound plan that uses everything', () => {
  it('breaks no rule', () => {
    expect(checkPlan(problem, base).defects).toEqual([]);
  });

  it('is counted as by hand', () => {
    const { cost, objective } = checkPlan(problem, base);
    const [vanRoute, carRoute] = base.routes;
    // p0 → p7 → p0 → p1 → p0, and p6 → p7 at double speed.
    expect(vanRoute).toMatchObject({ distance: 16_000, travelTime: 1600 });
    expect(carRoute).toMatchObject({ distance: 1000, travelTime: 50, startAt: 1100, endAt: 1700 });
    expect(cost.fixed).toBe(500);
    expect(cost.way).toBeCloseTo(16 + 160 + (vanRoute!.endAt - vanRoute!.startAt) * 0.01, 9);
    expect(cost.skipped).toBe(70);
    // Changes: the soup in another vehicle, and the cans after the pickup that was told after them.
    expect(cost.windows).toBeCloseTo((vanRoute!.entries.find((entry) => entry.id === 'cans')!.startAt - 1000) * 0.5, 9);
    expect(cost.changes).toBeCloseTo(2 * 11 + 0.1 * (50 + 10), 6);
    expect(cost.total).toBeCloseTo(cost.way + cost.fixed + cost.windows + cost.skipped + cost.changes, 9);
    expect(objective).toEqual([0, 3, 3, cost.total]);
  });

  it('has the loads of every trip', () => {
    const loads = base.routes[0]!.entries.map((entry) => [entry.id ?? entry.kind, ...entry.load]);
    expect(loads).toEqual([
      ['start', 2, 0],
      ['done', 2, 0],
      ['bread', 0, 0],
      ['tea', 0, 0],
      ['bed:pickup', 1, 1],
      ['bed:pickup2', 3, 1],
      ['bed:delivery', 0, 0],
      ['chair:pickup', 1, 0],
      ['chair:delivery', 0, 0],
      ['cans', 3, 0],
      ['tree', 3, 0],
      ['lunch', 3, 0],
      ['reload', 4, 0],
      ['soup', 0, 0],
      ['end'],
    ]);
  });

  it('counts fairness by stops and by duration, vehicles, time and distance', () => {
    const as = (objective: Problem['objective']) => checkPlan({ ...problem, objective }, base).objective;
    expect(as({ second: 'fairness' })[2]).toBe(10 * 10 + 2 * 2);
    const [a = 0, b = 0] = base.routes.map((route) => Math.floor((route.endAt - route.startAt) / 600));
    expect(as({ second: 'fairness', fairnessBy: 'duration', fairnessUnit: 600 })[2]).toBe(a * a + b * b);
    expect(as({ second: 'vehicles' })[2]).toBe(2);
    const extras = base.cost.total - base.cost.way;
    expect(as({ cost: 'distance' })[2]).toBeCloseTo(17_000 + extras, 6);
    expect(as({ cost: 'time' })[2]).toBeCloseTo(base.routes[0]!.endAt + 600 + extras, 6);
  });
});

describe('every rule catches the plan that breaks it, and no other rule cries', () => {
  it.each(planRules)('%s', (rule) => {
    const [its, of] = broken[rule]();
    expect([...new Set(checkPlan(its, of).defects.map((defect) => defect.rule))]).toEqual([rule]);
  });
});

/** More ways to break a rule, and ways not to. */
const variants: readonly (readonly [string, readonly PlanRule[], () => readonly [Problem, Plan]])[] = [
  [
    'a start that is not one moment',
    ['arrival-wrong'],
    () => [ab, withEntry(planOfRoutes(ab, [['a', 'b']]), 0, 'start', { arriveAt: -5 })],
  ],
  [
    'an end that waits',
    ['arrival-wrong'],
    () => {
      const late = withEntry(planOfRoutes(ab, [['a', 'b']]), 0, 'end', { startAt: 410, departAt: 410 });
      return [ab, withRoute(late, 0, (route) => ({ ...route, endAt: 410 }))];
    },
  ],
  [
    'an end after the shift',
    ['shift-exceeded'],
    () => {
      const its = small({ jobs: ab.jobs, vehicle: { shift: { latest: 399 } } });
      return [its, planOfRoutes(its, [['a', 'b']])];
    },
  ],
  [
    'a break that is over before the route begins',
    [],
    () => {
      const breaks = [{ id: 'tea', window: { latest: 50 }, duration: 5 }];
      const its = small({ jobs: ab.jobs, vehicle: { breaks, shift: { earliest: 50 } } });
      return [its, planOfRoutes(its, [['a', 'b']])];
    },
  ],
  [
    'a break that the route ends before',
    [],
    () => {
      const its = small({ jobs: ab.jobs, vehicle: { breaks: [{ id: 'tea', window: { latest: 400 }, duration: 5 }] } });
      return [its, planOfRoutes(its, [['a', 'b']])];
    },
  ],
  [
    'a break that is always owed',
    ['break-missing'],
    () => {
      const its = small({ jobs: ab.jobs, vehicle: { breaks: [{ id: 'tea', window: {}, duration: 5 }] } });
      return [its, planOfRoutes(its, [['a', 'b']])];
    },
  ],
  [
    'a break at the place that comes after it',
    [],
    () => {
      const its = small({ jobs: ab.jobs, vehicle: { breaks: [{ id: 'tea', window: {}, duration: 5 }] } });
      const steps = [
        { kind: 'break', id: 'tea', at: 'after' },
        { kind: 'stop', stop: 'a' },
        { kind: 'stop', stop: 'b' },
      ] as const;
      return [its, planOfSchedule(its, [{ vehicle: 'van', steps }])];
    },
  ],
  [
    'a break somewhere else',
    ['place-wrong'],
    () => {
      const its = small({
        jobs: ab.jobs,
        vehicle: { breaks: [{ id: 'tea', window: {}, duration: 5 }] },
        profiles: { default: { kind: 'matrix', durations: new Float64Array(64) } },
      });
      const steps = [
        { kind: 'break', id: 'tea' },
        { kind: 'stop', stop: 'a' },
        { kind: 'stop', stop: 'b' },
      ] as const;
      return [its, withEntry(planOfSchedule(its, [{ vehicle: 'van', steps }]), 0, 'tea', { place: 'p6' })];
    },
  ],
  [
    'a gap that runs from the end of the service, not its beginning',
    ['gap-too-short'],
    () => {
      const long: Job = { kind: 'visit', id: 'a', stop: { place: 'p1', duration: 30 } };
      const its = small({
        jobs: [long, visit('b', 'p2')],
        links: [{ kind: 'gap', first: 'a', second: 'b', atLeast: 101 }],
      });
      return [its, planOfRoutes(its, [['a', 'b']])];
    },
  ],
  [
    'a gap between the last stop of one job and the first of another',
    [],
    () => {
      const its = small({
        jobs: [carry, carry2],
        links: [{ kind: 'gap', first: 'box', second: 'bag', atLeast: 100, atMost: 100 }],
      });
      return [its, planOfRoutes(its, [['box:pickup', 'box:delivery', 'bag:pickup', 'bag:delivery']])];
    },
  ],
  [
    'rounding far from zero',
    [],
    () => {
      const its = small({ jobs: ab.jobs, vehicle: { shift: { earliest: 1.7e9 } } });
      return [its, withEntry(planOfRoutes(its, [['a', 'b']]), 0, 'b', { arriveAt: 1.7e9 + 200 + 5e-7 })];
    },
  ],
  [
    'a hundredth of a second far from zero',
    ['arrival-wrong'],
    () => {
      const its = small({ jobs: ab.jobs, vehicle: { shift: { earliest: 1.7e9 } } });
      return [its, withEntry(planOfRoutes(its, [['a', 'b']]), 0, 'b', { arriveAt: 1.7e9 + 200 - 0.01 })];
    },
  ],
];

describe('the rules, read closely', () => {
  it.each(variants)('%s', (_, rules, make) => {
    const [its, of] = make();
    expect([...new Set(checkPlan(its, of).defects.map((defect) => defect.rule))]).toEqual(rules);
  });
});

describe('travel as the checker counts it', () => {
  it('agrees with the package on spheres and hours, which it does not share', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const factors = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(
        degrees(89),
        degrees(180),
        degrees(89),
        degrees(180),
        factors,
        fc.nat(200_000),
        (a, b, c, d, list, at) => {
          const places = [
            { id: 'a', latitude: a, longitude: b },
            { id: 'b', latitude: c, longitude: d },
          ];
          const vehicle: Vehicle = { id: 'v', start: null, end: null, speedFactor: 1.5 };
          const its = {
            ...ab,
            midnightAt: 77,
            places,
            profiles: { default: { kind: 'haversine' as const, speed: 200, detour: 1.2, hourFactors: list } },
          };
          const { meters, seconds } = travelOf(its, vehicle, 'a', 'b', at);
          expect(meters).toBeCloseTo(haversineMeters(places[0]!, places[1]!) * 1.2, 0);
          expect(seconds).toBeCloseTo(travelSeconds(meters / 200 / 1.5, at, list, 77), 6);
        },
      ),
    );
  });

  it('takes matrices as rows and flat', () => {
    const flat = {
      ...ab,
      profiles: { default: { kind: 'matrix' as const, durations: Float64Array.from(line.flat()) } },
    };
    expect(travelOf(flat, ab.vehicles[0]!, 'p1', 'p4', 0)).toEqual({ seconds: 3, meters: 3 });
    expect(travelOf(problem, ab.vehicles[0]!, 'p1', 'p4', 0)).toEqual({ seconds: 300, meters: 3000 });
  });
});
