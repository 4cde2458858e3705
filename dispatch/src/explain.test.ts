import { describe, expect, it } from 'vitest';

import { explain } from './explain.ts';
import type { Problem } from './problem.ts';
import { solve } from './solve.ts';

const hour = 3600;

/** Three places in a row, ten minutes apart; one driver at the first. */
function smallDay(change: Partial<Problem>): Problem {
  return {
    places: ['hall', 'mill', 'ford'].map((id) => ({ id })),
    profiles: {
      default: { kind: 'matrix', durations: [0, 1, 2].map((a) => [0, 1, 2].map((b) => Math.abs(a - b) * 600)) },
    },
    vehicles: [
      { id: 'ana', start: 'hall', end: 'hall', shift: { earliest: 8 * hour, latest: 17 * hour }, capacity: [4] },
    ],
    jobs: [],
    ...change,
  };
}

async function reasonsOf(problem: Problem) {
  const { plan } = await solve(problem, { iterations: 200 });
  return explain(problem, plan).unserved.map(({ job, reason }) => ({ job, ...reason }));
}

describe('explain says why a job is unserved', () => {
  it('names the skill nobody has', async () => {
    const problem = smallDay({ jobs: [{ kind: 'visit', id: 'tree', stop: { place: 'mill' }, skills: ['chainsaw'] }] });
    expect(await reasonsOf(problem)).toEqual([{ job: 'tree', code: 'lacks-skill', skills: ['chainsaw'] }]);
  });

  it('lists jobs in the order of the problem, whatever their windows', async () => {
    const problem = smallDay({
      jobs: [16, 8, 12, 10].map((at) => ({
        kind: 'visit',
        id: `at ${at}`,
        stop: { place: 'mill', windows: [{ earliest: at * hour, latest: (at + 1) * hour }] },
        skills: at === 12 ? [] : [`skill for ${at}`],
      })),
    });
    const { plan } = await solve(problem, { iterations: 200 });
    expect(plan.unserved).toEqual(['at 16', 'at 8', 'at 10']);
    expect(explain(problem, plan).unserved.map(({ job, reason }) => [job, reason])).toEqual(
      [16, 8, 10].map((at) => [`at ${at}`, { code: 'lacks-skill', skills: [`skill for ${at}`] }]),
    );
  });

  it('names the amount that fits in no vehicle', async () => {
    const problem = smallDay({ jobs: [{ kind: 'deliver', id: 'beds', stop: { place: 'mill' }, amount: [6] }] });
    expect(await reasonsOf(problem)).toEqual([
      { job: 'beds', code: 'too-small', dimension: 0, amount: 6, capacity: 4 },
    ]);
  });

  it('says when the only vehicle could be there', async () => {
    const problem = smallDay({
      jobs: [{ kind: 'visit', id: 'meal', stop: { place: 'ford', windows: [{ latest: 8 * hour }] } }],
    });
    expect(await reasonsOf(problem)).toEqual([{ job: 'meal', code: 'cannot-be-in-time', earliestAt: 8 * hour + 1200 }]);
  });

  it('says from when a busy vehicle is free', async () => {
    const problem = smallDay({
      vehicles: [
        { id: 'ana', start: 'hall', end: 'hall', shift: { earliest: 8 * hour, latest: 17 * hour }, skills: ['winch'] },
        { id: 'ben', start: 'hall', end: 'hall', shift: { earliest: 8 * hour, latest: 17 * hour } },
      ],
      jobs: [
        {
          kind: 'visit',
          id: 'rescue',
          stop: { place: 'mill', duration: 7 * hour, windows: [{ latest: 9 * hour }] },
          skills: ['winch'],
        },
        {
          kind: 'visit',
          id: 'truck',
          tier: 1,
          stop: { place: 'mill', windows: [{ latest: 10 * hour }] },
          skills: ['winch'],
        },
      ],
    });
    const { plan } = await solve(
      { ...problem, jobs: problem.jobs.map((job) => (job.id === 'truck' ? { ...job, tier: 1 } : job)) },
      {
        iterations: 100,
      },
    );
    const blocked = { ...plan, routes: plan.routes, unserved: plan.unserved };
    // The truck fits before the rescue; with the rescue frozen in front it does not.
    const frozen = {
      ...problem,
      vehicles: problem.vehicles.map((vehicle) =>
        vehicle.id === 'ana' ? { ...vehicle, locked: [{ kind: 'stop' as const, stop: 'rescue' }] } : vehicle,
      ),
    };
    const after = await solve(frozen, { iterations: 100, start: blocked });
    expect(explain(frozen, after.plan).unserved).toMatchObject([
      {
        job: 'truck',
        reason: { code: 'cannot-be-in-time', earliestAt: 8 * hour + 600 + 7 * hour },
        vehicles: [{ vehicle: 'ana' }, { vehicle: 'ben', code: 'lacks-skill' }],
      },
    ]);
  });
});

describe('explain says how late a stop can begin', () => {
  it('up to its window, and no later than the way home allows', async () => {
    const problem = smallDay({
      jobs: [
        { kind: 'visit', id: 'early', stop: { place: 'mill', windows: [{ earliest: 9 * hour, latest: 9.5 * hour }] } },
        { kind: 'visit', id: 'late', stop: { place: 'ford', windows: [{ earliest: 16 * hour }] } },
      ],
    });
    const { plan } = await solve(problem, { iterations: 100 });
    const { slack } = explain(problem, plan);
    expect(slack.map(({ stop, seconds }) => [stop, seconds])).toEqual(
      [
        ['early', 0.5 * hour - 1],
        ['late', hour - 1200 - 1],
      ].map(([stop, seconds]) => [stop, expect.closeTo(seconds as number, -1)]),
    );
  });
});
