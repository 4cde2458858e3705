import { describe, expect, it } from 'vitest';

import { checkPlan } from '../../checker/index.ts';
import type { Problem, VisitJob } from '../../problem.ts';
import { solve } from '../../solve.ts';

// A hundred seconds between neighbors on a line.
const places = ['p0', 'p1', 'p2', 'p3'];
const durations = places.map((_, from) => places.map((_unused, to) => Math.abs(from - to) * 100));
const visit = (id: string, place: string, duration = 0): VisitJob => ({ kind: 'visit', id, stop: { place, duration } });

function day(change: Partial<Problem>): Problem {
  return {
    places: places.map((id) => ({ id })),
    profiles: { default: { kind: 'matrix', durations } },
    vehicles: ['van', 'car'].map((id) => ({ id, start: 'p0', end: 'p0', shift: { earliest: 0, latest: 5000 } })),
    jobs: [visit('a', 'p1'), visit('b', 'p2')],
    ...change,
  };
}

const quick = { iterations: 50, seed: 1 };

describe('promises', () => {
  it('that a lock breaks count as changes', async () => {
    const [van, car] = day({}).vehicles;
    const problem = day({
      vehicles: [{ ...van!, locked: [{ kind: 'stop', stop: 'a' }] }, car!],
      told: { routes: [{ vehicle: 'car', stops: [{ stop: 'a' }, { stop: 'b' }] }], pricePerChange: 10 },
    });
    const { plan } = await solve(problem, quick);
    expect(checkPlan(problem, plan).defects).toEqual([]);
    expect(plan.cost.changes).toBe(20);
    expect(plan.routes.map((route) => route.vehicle)).toEqual(['van']);
  });

  it('to a crew bind each member to its own', async () => {
    const crew: VisitJob = { ...visit('crew', 'p3'), units: 2 };
    const told = {
      routes: ['car', 'van'].map((vehicle) => ({ vehicle, stops: [{ stop: 'crew' }] })),
      pricePerChange: 10,
    };
    const problem = day({ jobs: [crew], told });
    const { plan } = await solve(problem, quick);
    expect(checkPlan(problem, plan).defects).toEqual([]);
    expect(plan.cost.changes).toBe(0);
  });
});

describe('what is locked', () => {
  it('stays as it was though a break was missed in the past', async () => {
    const [van, car] = day({}).vehicles;
    const breaks = [{ id: 'tea', window: { earliest: 50, latest: 90 }, duration: 30 }];
    const locked = [{ kind: 'stop' as const, stop: 'a', startedAt: 100 }];
    const problem = day({ vehicles: [{ ...van!, breaks, locked }, car!], now: 300 });
    const { plan } = await solve(problem, quick);
    expect(checkPlan(problem, plan).defects.map((defect) => defect.rule)).toEqual(['break-missing']);
    expect(plan.routes[0]).toMatchObject({ vehicle: 'van', entries: [{}, { id: 'a', startAt: 100 }, { kind: 'end' }] });
    expect(plan.unserved).toEqual([]);
  });
});

describe('windows', () => {
  it('of one visit are all looked at, also when another visit has none left', async () => {
    const jobs: VisitJob[] = [
      { ...visit('past', 'p1'), stop: { place: 'p1', windows: [{ latest: 10 }] } },
      { ...visit('twice', 'p2'), stop: { place: 'p2', windows: [{ latest: 150 }, { earliest: 2000, latest: 2100 }] } },
      { ...visit('early', 'p3'), stop: { place: 'p3', windows: [{ latest: 1500 }] } },
    ];
    const problem = day({ jobs, vehicles: day({}).vehicles.slice(0, 1), now: 20 });
    const { plan } = await solve(problem, quick);
    expect(checkPlan(problem, plan).defects).toEqual([]);
    expect(plan.unserved).toEqual(['past']);
    expect(plan.routes[0]!.entries.map((entry) => entry.id ?? entry.kind)).toEqual(['start', 'early', 'twice', 'end']);
  });
});
