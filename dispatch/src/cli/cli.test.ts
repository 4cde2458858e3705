import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CommandError } from './exit-codes.ts';
import { parseArguments } from './parse-arguments.ts';
import { clock } from './render-plan.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/barnraise-dispatch.js');
let folder: string;
const at = (name: string) => path.join(folder, name);

/** A ring of customers around a depot. */
function solomonText(customers: number, vehicles = 3): string {
  const rows = Array.from({ length: customers }, (_, i) => {
    const angle = (2 * Math.PI * i) / customers;
    return [i + 1, Math.round(50 + 40 * Math.cos(angle)), Math.round(50 + 40 * Math.sin(angle)), 10, 0, 900, 10].join(
      ' ',
    );
  });
  const head = `RING\n\nVEHICLE\nNUMBER CAPACITY\n${vehicles} 200\n\nCUSTOMER\nCUST NO. XCOORD. YCOORD. DEMAND READY TIME DUE DATE SERVICE TIME\n\n`;
  return `${head}0 50 50 0 0 1000 0\n${rows.join('\n')}\n`;
}

const liLimText = `2 50 1
0 0 0 0 0 1000 0 0 0
1 3 4 10 0 900 5 0 4
2 6 8 10 0 900 5 0 3
3 1 9 -10 0 900 5 2 0
4 2 2 -10 0 900 5 1 0
`;

const vroomText = JSON.stringify({
  vehicles: [{ id: 1, start: [8.5, 47.3], end: [8.5, 47.3], capacity: [3] }],
  jobs: [{ id: 5, location: [8.6, 47.4], delivery: [1] }],
  shipments: [{ pickup: { id: 1, location: [8.55, 47.35] }, delivery: { id: 1, location: [8.5, 47.31] }, amount: [1] }],
});

const barnraiseText = JSON.stringify({
  places: [{ id: 'hall' }, { id: 'ford' }, { id: 'mill' }],
  profiles: {
    default: {
      kind: 'matrix',
      durations: [
        [0, 600, 900],
        [600, 0, 700],
        [900, 700, 0],
      ],
    },
  },
  vehicles: [{ id: 'van', start: 'hall', end: null, shift: { earliest: 28_800, latest: 36_000 } }],
  jobs: [
    { kind: 'visit', id: 'pump', stop: { place: 'ford', duration: 600, windows: [{ earliest: 30_000 }] } },
    { kind: 'visit', id: 'roof', skills: ['ladder'], stop: { place: 'mill' } },
  ],
});

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dispatch-cli-'));
  writeFileSync(at('ring.txt'), solomonText(20));
  writeFileSync(at('large.txt'), solomonText(300, 30));
  writeFileSync(at('pairs.txt'), liLimText);
  writeFileSync(at('vroom.json'), vroomText);
  writeFileSync(at('day.json'), barnraiseText);
  writeFileSync(at('bad.txt'), solomonText(20).replace('\n7 ', '\n7 x '));
  // Builds dist/ when it is missing or old, so that the time of it is not a test's.
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', cwd: folder });
}

function solveJson(...args: string[]): Record<string, unknown> {
  const { stdout, stderr, status } = run('solve', ...args, '--json');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('solve', () => {
  it('prints one object of the promised shape for Solomon files, with the numbers of the file', () => {
    const answer = solveJson('ring.txt', '--iterations', '500');
    expect(Object.keys(answer)).toEqual([
      'vehicles',
      'cost',
      'unassigned',
      'feasible',
      'iterations',
      'seconds',
      'routes',
    ]);
    expect(answer).toMatchObject({ feasible: true, unassigned: 0, iterations: 500 });
    const numbers = (answer['routes'] as number[][]).flat().sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(answer['vehicles']).toBe((answer['routes'] as number[][]).length);
  });

  it('guesses every format, and takes it when told', () => {
    const pairs = solveJson('pairs.txt', '--iterations', '200');
    expect((pairs['routes'] as number[][]).flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    const vroom = solveJson('vroom.json', '--iterations', '50', '--format=vroom');
    expect((vroom['routes'] as string[][]).flat().sort()).toEqual(['5', 'delivery 1', 'pickup 1']);
    const day = solveJson('day.json', '--iterations', '50');
    expect(day).toMatchObject({ routes: [['pump']], unassigned: 1, feasible: true, cost: 600 });
  });

  it('gives the same plan for the same seed and iterations', () => {
    const plans = [1, 2].map(() => ({ ...solveJson('ring.txt', '--iterations', '300', '--seed', '9'), seconds: 0 }));
    expect(plans[0]).toEqual(plans[1]);
  });

  it('fixes the fleet and the objective', () => {
    expect(solveJson('ring.txt', '--iterations', '500', '--vehicles', '1')).toMatchObject({
      vehicles: 1,
      feasible: true,
    });
    expect(
      solveJson('large.txt', '--iterations', '3000', '--objective', 'vehicles', '--vehicles', '40')['feasible'],
    ).toBe(true);
    expect(run('solve', 'day.json', '--vehicles', '2')).toMatchObject({
      status: 2,
      stderr: '--vehicles 2: the file has only 1\n',
    });
  });

  it('searches in two threads', () => {
    expect(solveJson('ring.txt', '--iterations', '300', '--threads', '2')).toMatchObject({
      feasible: true,
      unassigned: 0,
    });
  });

  it('shows progress and a plan that people can read and check reads again', () => {
    const { stdout, stderr, status } = run('solve', 'ring.txt', '--seconds', '0.5');
    expect(status).toBe(0);
    expect(stderr).toMatch(/s, \d+ iterations, cost/);
    expect(stdout).toMatch(/^Route 1: \d+/);
    expect(stdout).toMatch(/all 20 jobs, feasible \(/);
    writeFileSync(at('ring.plan'), stdout);
    expect(run('check', 'ring.txt', 'ring.plan')).toMatchObject({ status: 0 });
  });

  it('tells of a rich plan who is where when, and why something is left out', () => {
    const { stdout } = run('solve', 'day.json', '--iterations', '50');
    expect(stdout).toMatch(/van: 1 stop, 600 m/);
    expect(stdout).toMatch(/8:20:00 {2}pump \(ford\)/);
    expect(stdout).toMatch(/roof.*ladder/);
    expect(stdout).toMatch(/1 of 2 jobs, feasible/);
  });

  it('prints the best plan so far at Ctrl-C', async () => {
    const child = spawn(process.execPath, [bin, 'solve', 'large.txt', '--seconds', '100'], { cwd: folder });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.once('data', () => child.kill('SIGINT'));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Route 1: \d+/);
    expect(stdout).toMatch(/feasible/);
  });
});

describe('check', () => {
  it('takes what solve printed, by --json and by --plan', () => {
    writeFileSync(at('ring.json'), run('solve', 'ring.txt', '--iterations', '300', '--json').stdout);
    const { status, stdout } = run('check', 'ring.txt', 'ring.json', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { feasible: true, defects: [], unassigned: 0 }]);
    expect(run('solve', 'day.json', '--iterations', '50', '--plan', 'day.plan').status).toBe(0);
    expect(run('check', 'day.json', 'day.plan')).toMatchObject({ status: 0 });
  });

  it('says which rule a plan breaks, and where', () => {
    writeFileSync(at('all.plan'), `Route 1: ${Array.from({ length: 20 }, (_, i) => i + 1).join(' ')}\nRoute 2: 3\n`);
    const { status, stdout } = run('check', 'ring.txt', 'all.plan');
    expect(status).toBe(1);
    expect(stdout).toMatch(/NOT FEASIBLE/);
    expect(stdout).toMatch(/stop-twice: job 3/);
  });

  it('refuses plans it cannot time, and customers that are not there', () => {
    writeFileSync(at('lists.json'), '[["pump"]]');
    expect(run('check', 'day.json', 'lists.json')).toMatchObject({ status: 3 });
    writeFileSync(at('stranger.plan'), 'Route 1: 4 99\n');
    expect(run('check', 'ring.txt', 'stranger.plan')).toMatchObject({
      status: 3,
      stderr: 'stranger.plan: line 1: there is no customer 99\n',
    });
  });
});

describe('bench', () => {
  it('solves a folder and compares with best-known values', () => {
    const inner = mkdtempSync(at('bench-'));
    writeFileSync(path.join(inner, 'ring.txt'), solomonText(20));
    writeFileSync(path.join(inner, 'BKS_ring.json'), '{"ring_distance":{"best_known_cost":100}}');
    const { status, stdout } = run('bench', inner, '--iterations', '300', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([
      0,
      { files: 1, complete: 1, rows: [{ file: 'ring.txt', best: 100 }] },
    ]);
    expect(run('bench', inner, '--iterations', '300').stdout).toMatch(/1 of 1 complete, mean gap/);
  });
});

describe('what goes wrong', () => {
  it.each([
    [['solve', 'bad.txt'], 3, /^bad\.txt: line 17: 7 numbers should stand here, not 8\n$/],
    [['solve', 'nowhere.txt'], 3, /^nowhere\.txt: ENOENT/],
    [['bench', 'nowhere'], 3, /^nowhere: ENOENT/],
    [['solve'], 2, /^solve needs FILE/],
    [['check', 'ring.txt'], 2, /^check needs FILE and PLAN/],
    [['drive'], 2, /^there is no command "drive"/],
    [[], 2, /^say solve, check or bench/],
    [['solve', 'ring.txt', '--seconds', 'ten'], 2, /^--seconds is a number of at least 0\.001, not "ten"/],
    [['check', 'ring.txt', 'x', '--seed', '1'], 2, /^check has no option --seed/],
  ])('%j ends with code %i and a reason', (args, code, reason) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(reason);
  });

  it('a file whose names do not fit together is refused with the place', () => {
    writeFileSync(at('names.json'), barnraiseText.replace('"place":"ford"', '"place":"fort"'));
    const { status, stderr } = run('solve', 'names.json');
    expect(status).toBe(3);
    expect(stderr).toMatch(/fort/);
  });

  it('help is help', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('--help').stdout).toMatch(/Exit codes: 0/);
  });
});

describe('the words of the command line', () => {
  it('may stand in any order, and values behind = too', () => {
    expect(parseArguments(['solve', '--seed=3', 'a', '--json', '--seconds', '2.5'])).toEqual({
      verb: 'solve',
      file: 'a',
      options: { seed: 3, json: true, seconds: 2.5 },
    });
    for (const args of [
      ['solve', 'a', '--seed'],
      ['solve', 'a', '--json=1'],
      ['solve', 'a', '--format', 'tsp'],
      ['solve', 'a', 'b'],
    ]) {
      expect(() => parseArguments(args)).toThrow(CommandError);
    }
  });

  it('shows times of the day as such', () => {
    expect([clock(30_000), clock(59.6), clock(-1), clock(1.7e9)]).toEqual(['8:20:00', '0:01:00', '-1', '1700000000']);
  });
});

describe('the README', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const samples = [...readme.matchAll(/```js\n(.*?)```/gs)].map((match) => match[1]!);

  it.each(samples)('sample %# prints what it says', (sample) => {
    const promised = /console\.log\(.*\); \/\/ (.*)/.exec(sample)![1]!;
    // Beside the package's own files its name means itself.
    const file = path.resolve(import.meta.dirname, `../../dist/readme-${process.pid}-${samples.indexOf(sample)}.mjs`);
    writeFileSync(file, sample);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    rmSync(file);
    expect([stdout.trim(), stderr]).toEqual([promised, '']);
  });

  it('has its first plan in ten lines', () => {
    expect(samples[0]!.trim().split('\n').length).toBeLessThanOrEqual(10);
  });
});
