import { describe, expect, test } from 'vitest';

import { peopleRoom } from '../../../tests/seed/people-room.ts';
import { findGroup } from './find-group.ts';
import { actorFor } from './session.ts';
import { mayStartGroup, startGroup } from './start-group.ts';
import { useRecoveryCode } from './use-sign-in-link.ts';

const { context, open, owner, harbor, visit, here, steward, started } = await peopleRoom();

describe('starting a group', () => {
  test('sets everything up at once: kinds from the ticks, teams, keys, steward', async () => {
    const kinds = await owner.query('select code, on_ask_form from kinds where group_id = $1 order by position', [
      here.groupId,
    ]);
    expect(kinds.rows).toContainEqual({ code: 'goods.food.box', on_ask_form: true });
    expect(kinds.rows).toContainEqual({ code: 'work.shift.pantry', on_ask_form: false });
    const teams = await owner.query('select name from teams where group_id = $1 order by id', [here.groupId]);
    expect(teams.rows).toEqual(expect.arrayContaining([{ name: 'Drivers' }, { name: 'Pantry' }]));
    const group = await owner.query('select public_key is not null as has_key, state from groups where id = $1', [
      here.groupId,
    ]);
    expect(group.rows).toEqual([{ has_key: true, state: 'active' }]);
    expect(await findGroup(context, 'harbor-street')).toMatchObject({
      id: here.groupId,
      emergencyNumber: '911',
      languages: ['en', 'es'],
    });
    expect(steward.actor).toMatchObject({ kind: 'member', role: 'steward' });
  });

  test('an online group without an area is as welcome as a street', async () => {
    const online = await started({
      slug: 'night-owls',
      ticks: ['online-forum'],
      areaLabel: '',
      country: 'DE',
      zone: 'Europe/Berlin',
    });
    expect(await findGroup(context, 'night-owls')).toMatchObject({ areaLabel: '', emergencyNumber: '112' });
    expect(await actorFor(context, online.sessionToken, here.groupId)).toEqual({ kind: 'public' });
  });

  test("a second group needs the operator's word", async () => {
    expect(await mayStartGroup(context)).toBe(false);
    expect(await startGroup(context, { as: 'visitor' }, { ...harbor, slug: 'another' })).toMatchObject({
      refusal: { code: 'new-groups-closed' },
    });
    expect(await mayStartGroup(open)).toBe(true);
    expect(await startGroup(context, { as: 'operator' }, { ...harbor, slug: 'by-operator' })).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['harbor-street', 'address-taken'],
    ['sign-in', 'address-not-good'],
    ['demo', 'address-not-good'],
    ['A b', 'address-not-good'],
  ])('the address %s is refused: %s', async (slug, code) => {
    const before = await owner.query('select count(*)::int as n from groups');
    expect(await startGroup(open, { as: 'visitor' }, { ...harbor, slug })).toMatchObject({ refusal: { code } });
    expect((await owner.query('select count(*)::int as n from groups')).rows).toEqual(before.rows);
  });

  test('the same form sent again gets the same group, cookie and sheet', async () => {
    const formKey = '5b3a1c0e-8f1d-4f0a-9a57-0a1d5b1c2d3e';
    const group = { ...harbor, slug: 'sent-twice' };
    const send = () => startGroup(open, { as: 'visitor', formKey }, group);
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(await useRecoveryCode(context, { code: first.value.sheet.codes[2] ?? '', visit })).toMatchObject({
      ok: true,
    });
    expect(await startGroup(open, { as: 'visitor', formKey: 'another' }, group)).toMatchObject({
      refusal: { code: 'address-taken' },
    });
  });

  test('nobody fills the server with groups from one place', async () => {
    const crowd = { as: 'visitor', userAgent: '', address: '203.0.113.9' } as const;
    for (let index = 0; index < 10; index += 1) await startGroup(open, crowd, { ...harbor, slug: 'harbor-street' });
    expect(await startGroup(open, crowd, { ...harbor, slug: 'one-more' })).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
  });

  test('of several at once with one address exactly one is made', async () => {
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => startGroup(open, { as: 'visitor' }, { ...harbor, slug: 'rushed' })),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
  });
});
