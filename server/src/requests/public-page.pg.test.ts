import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';
import { expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedKind, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { publicPage } from './public-page.ts';

const { context } = await freshDatabase();
const { here, there } = await seedGroups(context);
const boxes = await seedKind(context, here, 'goods.food.box');
const agreed = { sharing: JSON.stringify({ ...sharingUntilAsked, listedPublicly: true }) };
const need = { kindId: boxes, quantity: 4, audience: 'public' } as const;

const shown = async () => (await publicPage(context, here, 'America/Chicago')).needs;

test('shows only what the neighbor agreed to list, while it is open', async () => {
  const listed = await seedNeed(context, here, { ...need, cell: '872aa8c5effffff' }, agreed);
  await seedNeed(context, here, need);
  await seedNeed(context, here, { ...need, audience: 'members' }, agreed);
  await seedNeed(context, here, need, { ...agreed, state: 'new' });
  await seedNeed(context, here, need, { ...agreed, state: 'closed', ending: 'solved' });
  await seedNeed(context, here, { ...need, window_from: new Date(0), window_to: new Date(1) }, agreed);
  await seedNeed(context, here, { ...need, live_quantity: 4 }, agreed);
  await seedNeed(context, here, { ...need, live_quantity: 2, cap: 2 }, agreed);
  const needs = await shown();
  expect(needs.map(({ id }) => id)).toEqual([listed.needId]);
  expect(needs[0]).toMatchObject({ quantity: 4, taken: 0, isHalted: false, linkCode: listed.linkCode });
  expect(needs[0]?.area?.latitude).toBeDefined();
  expect((await publicPage(context, there, 'UTC')).needs).toEqual([]);
});

test('shows a halt, and counts no more than the limit as missing', async () => {
  const halted = await seedNeed(context, here, { ...need, halted_at: new Date(), halt_reason: 'enough' }, agreed);
  const capped = await seedNeed(context, here, { ...need, cap: 2 }, agreed);
  const needs = new Map((await shown()).map((one) => [one.id, one]));
  expect(needs.get(halted.needId)).toMatchObject({ isHalted: true });
  expect(needs.get(capped.needId)).toMatchObject({ quantity: 2, isHalted: false });
});
