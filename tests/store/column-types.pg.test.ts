import { assert, asyncProperty, date, maxSafeInteger } from 'fast-check';
import { expect, test } from 'vitest';

import { at } from '../../server/src/database/column-types.ts';
import { freshDatabase } from './database.ts';

const { owner } = await freshDatabase();
const valueOf = async (expression: string, ...values: unknown[]): Promise<unknown> =>
  (await owner.query<{ value: unknown }>(`select ${expression} as value`, values)).rows[0]?.value;

test('counts and sums are numbers', async () => {
  expect(await valueOf('count(*)')).toBe(1);
  expect(await valueOf('(select sum(n::bigint) from generate_series(1, 3) n)')).toBe(6);
  expect(await valueOf('(select sum(n::int) from generate_series(1, 3) n)')).toBe(6);
  expect(await valueOf('1.5::numeric')).toBe(1.5);
  await assert(
    asyncProperty(maxSafeInteger(), async (n) => {
      expect(await valueOf('$1::int8', n)).toBe(n);
    }),
    { numRuns: 50 },
  );
});

test.each([
  '9007199254740993::int8',
  '-9007199254740993::int8',
  '99999999999999999999::numeric',
  '9007199254740993.5::numeric',
])('%s does not fit and throws', async (expression) => {
  await expect(valueOf(expression)).rejects.toThrow('no number here can hold exactly');
});

test('an instant comes back as it went in, to the millisecond', async () => {
  const min = new Date('1900-01-01T00:00:00Z');
  const max = new Date('2200-01-01T00:00:00Z');
  await assert(
    asyncProperty(date({ min, max, noInvalidDate: true }), async (moment) => {
      expect(await valueOf('$1::timestamptz', at(moment.getTime()))).toBe(moment.getTime());
    }),
    { numRuns: 50 },
  );
  expect(at(null)).toBeNull();
  await expect(valueOf(`'infinity'::timestamptz`)).rejects.toThrow('no instant');
});
