import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { checkPlan, planOfRoutes } from '../checker/index.ts';
import {
  describeDefect,
  guessFormat,
  liLimProblem,
  readBarnraise,
  readLiLim,
  readPlanJson,
  readProblem,
  readRouteLists,
  readSolomon,
  readVroom,
  routingFormats,
  solomonProblem,
  writeBarnraise,
  writeLiLim,
  writeRouteLists,
  writeSolomon,
  writeVroomPlan,
  writeVroomProblem,
} from './index.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });
// The short run is the same every time; the long one looks for what nobody has seen yet.
else fc.configureGlobal({ seed: 1 });
const dataFolder = path.resolve(import.meta.dirname, '../../../../shared/data/routing');

const solomonText = `TINY

VEHICLE
NUMBER     CAPACITY
   2          50

CUSTOMER
CUST NO.   XCOORD.    YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

    0          0        0           0          0        100          0
    1          3        4          10          0         50          5
    2          6        8          20         10.5       60          5
`;

const liLimText = `2\t50\t1
0\t0\t0\t0\t0\t100\t0\t0\t0
1\t3\t4\t10\t0\t50\t5\t0\t2
2\t6\t8\t-10\t0\t60\t5\t1\t0
`;

const vroomText = JSON.stringify({
  vehicles: [
    {
      id: 1,
      start_index: 0,
      end_index: 0,
      capacity: [4],
      skills: [3],
      time_window: [0, 5000],
      breaks: [{ id: 9, time_windows: [[1000, 1500]], service: 300 }],
      max_tasks: 6,
      costs: { fixed: 50, per_hour: 7200, per_km: 500 },
    },
  ],
  jobs: [
    { id: 7, location_index: 1, service: 60, delivery: [1], skills: [3], priority: 10 },
    {
      id: 8,
      location_index: 2,
      pickup: [2],
      time_windows: [
        [0, 900],
        [2000, 3000],
      ],
    },
  ],
  shipments: [{ pickup: { id: 1, location_index: 1 }, delivery: { id: 2, location_index: 2 }, amount: [1] }],
  matrices: {
    car: {
      durations: [
        [0, 100, 200],
        [110, 0, 120],
        [210, 130, 0],
      ],
    },
  },
});

const barnraiseText = `{
  "places": [{ "id": "hall" }, { "id": "ford" }],
  "profiles": { "default": { "kind": "matrix", "durations": [[0, 60], [70, 0]] } },
  "vehicles": [{ "id": "van", "start": "hall", "end": null }],
  "jobs": [{ "kind": "visit", "id": "check pump", "stop": { "place": "ford", "duration": 600 } }]
}
`;

function valueOf<T>(read: { ok: true; value: T } | { ok: false; defect: Parameters<typeof describeDefect>[0] }): T {
  if (!read.ok) throw new Error(describeDefect(read.defect));
  return read.value;
}

describe('Solomon files', () => {
  it('state a problem in double precision', () => {
    const problem = solomonProblem(valueOf(readSolomon(solomonText)));
    expect(problem.vehicles).toHaveLength(2);
    expect(problem.vehicles[0]).toMatchObject({
      start: '0',
      end: '0',
      shift: { earliest: 0, latest: 100 },
      capacity: [50],
    });
    expect(problem.jobs[1]).toMatchObject({
      kind: 'deliver',
      id: '2',
      amount: [20],
      stop: { duration: 5, windows: [{ earliest: 10.5, latest: 60 }] },
    });
    expect(problem.profiles['default']).toMatchObject({ durations: Float64Array.of(0, 5, 10, 5, 0, 5, 10, 5, 0) });
  });

  it('come back from their own text', () => {
    const file = valueOf(readSolomon(solomonText));
    expect(valueOf(readSolomon(writeSolomon(file)))).toEqual(file);
  });

  it.each([
    ['', 'line 1: the file ends where a name should stand'],
    ['TINY\nVEHICLE\n', 'line 2: the file ends where NUMBER CAPACITY should stand'],
    [solomonText.replace('VEHICLE', 'CARS'), 'line 3: VEHICLE should stand here, not "CARS"'],
    [solomonText.replace('2          50', '0 50'), 'line 5: the number of vehicles cannot be 0'],
    [solomonText.replace('2          50', '2.5 50'), 'line 5: the number of vehicles cannot be 2.5'],
    [solomonText.replace('10.5', 'noon'), 'line 12: the ready time should be a number, not "noon"'],
    [solomonText.replace('10.5', '0x10'), 'line 12: the ready time should be a number, not "0x10"'],
    [solomonText.replace('10.5', '1e99'), 'line 12: the ready time cannot be 1e+99'],
    [solomonText.replace('10.5', '61'), 'line 12: the ready time 61 is after the due date 60'],
    [solomonText.replace('10.5', ''), 'line 12: 7 numbers should stand here, not 6'],
    [solomonText.replace('    2          6', '    1          6'), 'line 12: customer 1 was already given in line 11'],
    [solomonText.replace('20         10.5', '-20 10.5'), 'line 12: the demand cannot be -20'],
    [solomonText.replace('0           0          0', '0 7 0'), 'line 10: the depot cannot have a demand (7)'],
    [solomonText.split('\n').slice(0, 10).join('\n'), 'line 10: there are no customers'],
  ])('with a mistake are refused with line and reason', (text, reason) => {
    const read = readSolomon(text);
    expect(read.ok ? 'no defect' : describeDefect(read.defect)).toBe(reason);
  });

  it('with too many customers are refused', () => {
    const rows = Array.from({ length: 5001 }, (_, i) => `${i + 1} 0 0 1 0 9 1`).join('\n');
    const read = readSolomon(`${solomonText.split('\n').slice(0, 10).join('\n')}\n${rows}`);
    expect(read).toMatchObject({ ok: false, defect: { code: 'too-many-customers', most: 5000 } });
  });
});

describe('Li & Lim files', () => {
  it('state carries by the numbers of the file', () => {
    const problem = liLimProblem(valueOf(readLiLim(liLimText)));
    expect(problem.jobs).toHaveLength(1);
    expect(problem.jobs[0]).toMatchObject({
      kind: 'carry',
      id: '1',
      pickups: [{ id: '1', amount: [10] }],
      delivery: { id: '2', place: '2' },
    });
  });

  it('come back from their own text', () => {
    const file = valueOf(readLiLim(liLimText));
    expect(valueOf(readLiLim(writeLiLim(file)))).toEqual(file);
  });

  it.each([
    ['', 'line 1: the file ends where the number of vehicles, their capacity and speed should stand'],
    ['2 50 1\n0 0 0 0 0 100 0 0 0', 'line 2: there are no customers'],
    [liLimText.replace('5\t0\t2', '5\t0\t3'), 'line 3: its partner 3 is not in the file'],
    [liLimText.replace('5\t0\t2', '5\t0\t0'), 'line 3: its partner 0 is not in the file'],
    [
      liLimText.replace('-10', '-9'),
      'line 3: it and its partner 2 do not make a pair of pickup and delivery with the same amount',
    ],
    [
      liLimText.replace('5\t1\t0', '5\t2\t0'),
      'line 3: it and its partner 2 do not make a pair of pickup and delivery with the same amount',
    ],
    [liLimText.replace('0\t0\t0\t0\t0\t100', '0\t0\t0\t5\t0\t100'), 'line 2: the depot cannot have a demand (5)'],
    [liLimText.replace('2\t6\t8', '1\t6\t8'), 'line 4: customer 1 was already given in line 3'],
  ])('with a mistake are refused with line and reason', (text, reason) => {
    const read = readLiLim(text);
    expect(read.ok ? 'no defect' : describeDefect(read.defect)).toBe(reason);
  });
});

describe('VROOM files', () => {
  it('keep their meaning', () => {
    const problem = valueOf(readVroom(vroomText));
    expect(problem.vehicles[0]).toMatchObject({
      id: '1',
      start: '0',
      end: '0',
      profile: 'car',
      maxStops: 6,
      fixedCost: 50,
      price: { perTravelTime: 2, perDistance: 0.5 },
      breaks: [{ id: '9', window: { earliest: 1000, latest: 1500 }, duration: 300 }],
    });
    expect(problem.jobs.map((job) => [job.kind, job.id, job.weight])).toEqual([
      ['deliver', '7', 51],
      ['collect', '8', 1],
      ['carry', '1>2', 2],
    ]);
    expect(problem.profiles['car']).toMatchObject({
      durations: Float64Array.of(0, 100, 200, 110, 0, 120, 210, 130, 0),
    });
    expect(problem.objective).toEqual({ cost: 'price' });
  });

  it('go as the crow flies without a matrix', () => {
    const text = '{"vehicles":[{"id":1,"start":[8.5,47.3]}],"jobs":[{"id":1,"location":[8.6,47.4]}]}';
    const problem = valueOf(readVroom(text));
    expect(problem.places).toEqual([
      { id: '8.5,47.3', longitude: 8.5, latitude: 47.3 },
      { id: '8.6,47.4', longitude: 8.6, latitude: 47.4 },
    ]);
    expect(problem.profiles['car']).toEqual({ kind: 'haversine', speed: 11, detour: 1.3 });
  });

  it.each([
    ['{"vehicles":[{"id":1}]}', 'vehicles[0].start: this field is missing'],
    ['{"vehicles":[{"id":1,"start":[1,2]}],"jobs":[{"id":1}]}', 'jobs[0].location: this field is missing'],
    [
      '{"vehicles":[{"id":1,"start":[1,99]}]}',
      'vehicles[0].start: longitude and latitude should stand here, not "1, 99"',
    ],
    ['{"vehicles":[{"id":1,"start_index":0}]}', 'matrices.car: this field is missing'],
    ['{"vehicles":[{"id":1,"start":[1,2],"speed":3}]}', 'vehicles[0].speed: there is no such field'],
    ['{"vehicles":[{"id":1,"start":[1,2],"steps":[]}]}', 'vehicles[0].steps: a given order of steps is not supported'],
    [
      '{"vehicles":[{"id":1,"start":[1,2]},{"id":1,"start":[1,2]}]}',
      'vehicles[1].id: an id not used before should stand here, not 1',
    ],
    [
      '{"vehicles":[{"id":1,"start":[1,2]}],"jobs":[{"id":1,"location":[1,2],"pickup":[1],"delivery":[1]}]}',
      'jobs[0]: a job with both a pickup and a delivery is not supported',
    ],
    [
      '{"vehicles":[{"id":1,"start":[1,2]}],"jobs":[{"id":1,"location":[1,2],"setup":5}]}',
      'jobs[0].setup: a setup time is not supported',
    ],
    [
      '{"vehicles":[{"id":1,"start_index":1}],"matrices":{"car":{"durations":[[0]]}}}',
      'matrices.car.durations[1][1]: a number should stand here, not undefined',
    ],
  ])('outside the subset are refused with path and reason', (text, reason) => {
    const read = readVroom(text);
    expect(read.ok ? 'no defect' : describeDefect(read.defect)).toBe(reason);
  });

  it('come back from their own text, under numbers for names', () => {
    const problem = valueOf(readVroom(vroomText));
    const again = valueOf(readVroom(valueOf(writeVroomProblem(problem))));
    expect(again.profiles).toEqual({ car: { ...problem.profiles['car'], distances: expect.anything() as unknown } });
    expect(again.places).toEqual(problem.places);
    expect(again.vehicles).toEqual(
      problem.vehicles.map((vehicle) => ({
        ...vehicle,
        id: '1',
        skills: ['1'],
        breaks: [{ ...vehicle.breaks![0]!, id: '1' }],
      })),
    );
    expect(again.jobs.map((job) => [job.kind, job.id])).toEqual([
      ['deliver', '1'],
      ['collect', '2'],
      ['carry', '3>3'],
    ]);
    // Heavier jobs stay heavier.
    expect(
      again.jobs.map((job) => job.weight).map((weight, _, all) => all.filter((other) => other! < weight!).length),
    ).toEqual([2, 0, 1]);
  });

  it('are written from text files too, and refused where VROOM has no word for it', () => {
    const problem = liLimProblem(valueOf(readLiLim(liLimText)));
    const written = JSON.parse(valueOf(writeVroomProblem(problem))) as { shipments: unknown[]; vehicles: unknown[] };
    expect(written).toMatchObject({ shipments: [{ pickup: { location_index: 1, description: '1' }, amount: [10] }] });
    expect(written.vehicles).toHaveLength(2);
    const refused = writeVroomProblem({ ...problem, links: [{ kind: 'same-vehicle', jobs: ['1'] }] });
    expect(refused.ok ? '' : describeDefect(refused.defect)).toBe('links: a tie between jobs is not supported');
    const reload = writeVroomProblem({
      ...problem,
      vehicles: [{ id: 'v', start: '0', end: '0', reload: { places: ['0'] } }],
    });
    expect(reload.ok ? '' : describeDefect(reload.defect)).toBe('vehicles[0].reload: reload is not supported');
  });

  it('write plans in the shape VROOM answers', () => {
    const problem = valueOf(readVroom(vroomText.replace('"breaks"', '"description":"","breaks"')));
    const plan = planOfRoutes({ ...problem, vehicles: problem.vehicles.map((v) => ({ ...v, breaks: [] })) }, [
      ['7', 'pickup 1', 'delivery 2'],
    ]);
    const written = JSON.parse(writeVroomPlan(problem, plan)) as Record<string, unknown>;
    expect(written).toMatchObject({
      code: 0,
      summary: { routes: 1, unassigned: 1, cost: plan.cost.total },
      unassigned: [{ id: 8, type: 'job' }],
      routes: [
        {
          vehicle: 1,
          steps: [
            { type: 'start' },
            { type: 'job', id: 7, arrival: 100 },
            { type: 'pickup', id: 1 },
            { type: 'delivery', id: 2 },
            { type: 'end' },
          ],
        },
      ],
    });
  });
});

describe('JSON of our own', () => {
  it('comes back from its own text', () => {
    const problem = valueOf(readBarnraise(barnraiseText));
    expect(problem.profiles['default']).toMatchObject({ durations: Float64Array.of(0, 60, 70, 0) });
    expect(valueOf(readBarnraise(writeBarnraise(problem)))).toEqual(problem);
    expect(valueOf(readBarnraise(barnraiseText.replace('[[0, 60], [70, 0]]', '[0, 60, 70, 0]')))).toEqual(problem);
  });

  it.each([
    ['{"places": [},', 'line 1, column 13: "}," is not JSON here'],
    ['{\n  "places": [],\n  "jobs": nil }', 'line 3, column 11: "nil }" is not JSON here'],
    ['{"places": [{"id": "a"}]', 'line 1, column 25: the JSON ends too early'],
    ['[]', 'the file: an object should stand here, not a list'],
    ['{"places": []}', 'profiles: this field is missing'],
    [barnraiseText.replace('"start": "hall", ', ''), 'vehicles[0].start: this field is missing'],
    [
      barnraiseText.replace('"end": null', '"end": null, "capcity": [2]'),
      'vehicles[0].capcity: there is no such field',
    ],
    [barnraiseText.replace('600', '-1'), 'jobs[0].stop.duration: a number of at least 0 should stand here, not -1'],
    [
      barnraiseText.replace('600', '"ten"'),
      'jobs[0].stop.duration: a number of at least 0 should stand here, not "ten"',
    ],
    [
      barnraiseText.replace('"visit"', '"vist"'),
      'jobs[0].kind: "visit" or "deliver" or "collect" or "carry" should stand here, not "vist"',
    ],
    [barnraiseText.replace(', [70, 0]', ''), 'profiles.default.durations: 2 rows should stand here, not 1'],
    [barnraiseText.replace('[70, 0]', '[70]'), 'profiles.default.durations[1]: 2 numbers should stand here, not 1'],
    [
      barnraiseText.replace('{ "id": "ford" }', '{ "id": "ford", "latitude": 91 }'),
      'places[1].latitude: a number of at least -90 of at most 90 should stand here, not 91',
    ],
  ])('with a mistake is refused with place and reason', (text, reason) => {
    const read = readBarnraise(text);
    expect(read.ok ? 'no defect' : describeDefect(read.defect)).toBe(reason);
  });

  it('finds the syntax error that the engine finds, wherever a character is lost', () => {
    fc.assert(
      fc.property(fc.nat(barnraiseText.length - 2), (at) => {
        const text = barnraiseText.slice(0, at) + barnraiseText.slice(at + 1);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const read = readBarnraise(text);
        expect(!read.ok && read.defect.code === 'not-json').toBe(!isJson);
      }),
      { numRuns: isLong ? 5000 : 300 },
    );
  });

  it('reads plans with all their times', () => {
    const problem = valueOf(readBarnraise(barnraiseText));
    const plan = planOfRoutes(problem, [['check pump']]);
    expect(valueOf(readPlanJson(JSON.stringify(plan)))).toEqual(plan);
    expect(readPlanJson('{"routes":[]}')).toMatchObject({
      ok: false,
      defect: { code: 'field-missing', path: 'unserved' },
    });
  });
});

describe('lists of routes', () => {
  it.each([
    'Instance name: tiny\nRoute 1 : 5 3\n\nRoute #2: 7\n',
    '[[5,3],["7"]]',
    '{"vehicles":2,"routes":[[5,3],[7]]}',
  ])('are read from text and JSON', (text) => {
    const lists = valueOf(readRouteLists(text)).routes.map((route) => route.map((each) => each.stop));
    expect(lists).toEqual([['5', '3'], ['7']]);
    expect(valueOf(readRouteLists(writeRouteLists(lists))).routes).toHaveLength(2);
  });

  it('are refused when there are none', () => {
    expect(readRouteLists('hello')).toMatchObject({ ok: false, defect: { code: 'ends-too-early' } });
    expect(readRouteLists('{"routes":5}')).toMatchObject({
      ok: false,
      defect: { code: 'wrong-shape', path: 'routes' },
    });
  });
});

describe('any file', () => {
  it.each([
    [solomonText, 'solomon'],
    [liLimText, 'lilim'],
    [vroomText, 'vroom'],
    [barnraiseText, 'barnraise'],
    ['\uFEFF' + solomonText.replaceAll('\n', '\r\n'), 'solomon'],
    ['Dear sir,\nplease find enclosed', null],
  ])('is known by its looks', (text, format) => {
    expect(guessFormat(text)).toBe(format);
    const read = readProblem(text);
    expect(read.ok ? read.value.format : read.defect.code).toBe(format ?? 'format-unknown');
  });

  it('longer than the limit is refused unread', () => {
    expect(readSolomon(' '.repeat(64 * 1024 * 1024 + 1))).toMatchObject({
      ok: false,
      defect: { code: 'file-too-large' },
    });
  });

  it('of rubbish is refused with a reason, never with an exception', () => {
    const pieces = fc.constantFrom(
      ...[solomonText, liLimText, vroomText, barnraiseText].flatMap((text) => text.match(/\S+|\s+/g)!),
      '-1',
      '1e400',
      'NaN',
      '\u0000',
      '{',
      ']',
      '"__proto__":{}',
      'null',
    );
    const rubbish = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
      fc
        .tuple(fc.constantFrom(solomonText, liLimText, vroomText, barnraiseText), fc.nat(1500), fc.nat(5), pieces)
        .map(([text, at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length)),
      fc.json(),
    );
    fc.assert(
      fc.property(rubbish, fc.constantFrom(undefined, ...routingFormats), (text, format) => {
        const read = readProblem(text, format);
        if (!read.ok) expect(describeDefect(read.defect)).not.toMatch(/undefined\b.*undefined|\[object/);
        readRouteLists(text);
        readPlanJson(text);
      }),
      { numRuns: isLong ? 20_000 : 1500 },
    );
  });
});

describe.skipIf(!existsSync(dataFolder))('the published files (needs ../shared/data/routing)', () => {
  const files = existsSync(dataFolder)
    ? readdirSync(dataFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((folder) =>
          readdirSync(path.join(dataFolder, folder.name)).map((name) => [folder.name, name] as const),
        )
    : [];

  it.each(files)('%s/%s is read, guessed right and written again', (folder, name) => {
    const text = readFileSync(path.join(dataFolder, folder, name), 'utf8');
    const isLiLim = folder.startsWith('li_lim');
    expect(guessFormat(text)).toBe(isLiLim ? 'lilim' : 'solomon');
    const size = Number(/\d+$/.exec(folder)?.[0] ?? 100);
    const problem = valueOf(readProblem(text)).problem;
    const stops = problem.jobs.reduce((sum, job) => sum + (job.kind === 'carry' ? 2 : 1), 0);
    expect(stops).toBeGreaterThanOrEqual(size);
    expect(stops).toBeLessThanOrEqual(size * 1.1);
    const again = isLiLim ? writeLiLim(valueOf(readLiLim(text))) : writeSolomon(valueOf(readSolomon(text)));
    expect(isLiLim ? readLiLim(again) : readSolomon(again)).toEqual(isLiLim ? readLiLim(text) : readSolomon(text));
  });

  it('counts a published plan as published: the best of C105 is feasible at 828.94', () => {
    const text = readFileSync(path.join(dataFolder, 'solomon', 'C105.txt'), 'utf8');
    const problem = valueOf(readProblem(text)).problem;
    // The clusters of C1 in the order that all their best solutions share.
    const lists = `Route 1: 5 3 7 8 10 11 9 6 4 2 1 75
Route 2: 13 17 18 19 15 16 14 12
Route 3: 20 24 25 27 29 30 28 26 23 22 21
Route 4: 32 33 31 35 37 38 39 36 34
Route 5: 43 42 41 40 44 46 45 48 51 50 52 49 47
Route 6: 57 55 54 53 56 58 60 59
Route 7: 67 65 63 62 74 72 61 64 68 66 69
Route 8: 81 78 76 71 70 73 77 79 80
Route 9: 90 87 86 83 82 84 85 88 89 91
Route 10: 98 96 95 94 92 93 97 100 99`;
    const routes = valueOf(readRouteLists(lists)).routes.map((route) => route.map((each) => each.stop));
    const verdict = checkPlan(problem, planOfRoutes(problem, routes));
    expect(verdict).toMatchObject({ feasible: true, defects: [] });
    expect(verdict.cost.total).toBeCloseTo(828.94, 2);
    expect(verdict.objective[0]).toBe(0);
  });
});
