import { expect, test } from 'vitest';

import { takeTicket } from '../../server/src/database/limits.ts';
import { freshDatabase } from './database.ts';

const { database, owner } = await freshDatabase();
const limit = { capacity: 5, refillPerMinute: 60 };
const age = (bucket: string, seconds: number) =>
  owner.query(`update rate_limits set refilled_at = refilled_at - make_interval(secs => $2) where bucket = $1`, [
    bucket,
    seconds,
  ]);

test('gives out what the bucket holds, then says when to come back', async () => {
  const taken = [];
  for (let count = 0; count < 5; count += 1) taken.push(await takeTicket(database, 'a', 1, limit));
  expect(taken.map((ticket) => ticket.ok)).toEqual([true, true, true, true, true]);
  expect(await takeTicket(database, 'a', 1, limit)).toEqual({ ok: false, retryAfterSeconds: 1 });
  expect(await takeTicket(database, 'a', 5, limit)).toEqual({ ok: false, retryAfterSeconds: 5 });
  expect(await takeTicket(database, 'b', 1, limit)).toEqual({ ok: true, left: 4 });
});

test('fills again with time, and never above its rim', async () => {
  await takeTicket(database, 'c', 5, limit);
  await age('c', 3);
  expect(await takeTicket(database, 'c', 2, limit)).toMatchObject({ ok: true, left: 1 });
  await age('c', 3600);
  expect(await takeTicket(database, 'c', 1, limit)).toEqual({ ok: true, left: 4 });
});

test('of fifty at once only as many pass as there are tickets', async () => {
  const slow = { capacity: 5, refillPerMinute: 0.001 };
  const tickets = await Promise.all(Array.from({ length: 50 }, () => takeTicket(database, 'd', 1, slow)));
  expect(tickets.filter((ticket) => ticket.ok)).toHaveLength(5);
});

test('asking for more than a full bucket is a bug, not a wait', async () => {
  await expect(takeTicket(database, 'e', 6, limit)).rejects.toThrow('never holds');
});
