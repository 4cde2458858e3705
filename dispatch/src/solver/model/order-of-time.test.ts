import { expect, it } from 'vitest';

import type { Problem, TimeWindow } from '../../problem.ts';
import { orderOfTime } from './order-of-time.ts';

function daysOf(...windows: readonly (readonly TimeWindow[])[]): Problem {
  return {
    places: [{ x: 0, y: 0 }],
    profiles: {},
    vehicles: [],
    jobs: windows.map((each, index) => ({ kind: 'visit', id: `${index}`, stop: { place: 0, windows: each } })),
  } as unknown as Problem;
}

it('goes by the middle of the time in which a job may begin', () => {
  const narrow = [{ earliest: 500, latest: 600 }];
  const wide = [{ earliest: 0, latest: 1000 }];
  const early = [{ earliest: 100, latest: 200 }];
  const twice = [
    { earliest: 0, latest: 10 },
    { earliest: 1190, latest: 1200 },
  ];
  expect(orderOfTime(daysOf(twice, narrow, wide, early))).toEqual([3, 2, 1, 0]);
});

it('takes the one end that is given, and puts what has no window last, in the order given', () => {
  const by900 = [{ latest: 900 }];
  const from300 = [{ earliest: 300 }];
  const endless = [{ earliest: -Infinity, latest: Infinity }];
  expect(orderOfTime(daysOf([], by900, endless, from300, []))).toEqual([3, 1, 0, 2, 4]);
});
