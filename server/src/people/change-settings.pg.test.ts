import type { KindId } from '@barnraise/kernel/ids.ts';
import { parseId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { peopleRoom } from '../../../tests/seed/people-room.ts';
import { undoAct } from '../record/undo-act.ts';
import { addKind, changeKind } from './change-kind.ts';
import { changeSettings, type GroupSettings } from './change-settings.ts';
import { findGroup } from './find-group.ts';

const { context, owner, here, steward, foreign, joined } = await peopleRoom();

describe('settings', () => {
  const settings: GroupSettings = {
    name: 'Harbor Street',
    about: 'Neighbors.',
    areaLabel: 'Harbor',
    languages: ['es'],
    zone: 'America/Chicago',
    country: 'ES',
    emergencyNumber: '',
    publicPhone: '304-555-0100',
    looksAt: ['08:00'],
    asksOpen: false,
    retention: { photo: 20 },
  };

  test('a steward changes them, nobody else, and takes it back', async () => {
    const coordinator = await joined({ role: 'coordinator', handle: 'C' });
    expect(await changeSettings(context, coordinator, settings)).toMatchObject({ refusal: { code: 'not-allowed' } });
    const changed = await changeSettings(context, steward, settings);
    expect(await findGroup(context, 'harbor-street')).toMatchObject({
      name: 'Harbor Street',
      emergencyNumber: '112',
      asksOpen: false,
    });
    if (!changed.ok) throw new Error(changed.refusal.code);
    expect(await undoAct(context, steward, changed.value)).toMatchObject({ ok: true });
    expect(await findGroup(context, 'harbor-street')).toMatchObject({
      name: 'Harbor Street Pantry',
      emergencyNumber: '911',
      asksOpen: true,
    });
  });

  test('kinds go out of use, come back, and are added from the catalog', async () => {
    const { rows } = await owner.query(`select id from kinds where group_id = $1 and code = 'goods.food.box'`, [
      here.groupId,
    ]);
    const kindId = rows[0].id as KindId;
    const off = { kindId, active: false, onAskForm: true };
    expect(await changeKind(context, foreign, off)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await changeKind(context, await joined(), off)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await changeKind(context, steward, off)).toMatchObject({ ok: true });
    expect((await owner.query('select active, on_ask_form from kinds where id = $1', [kindId])).rows).toEqual([
      { active: false, on_ask_form: false },
    ]);
    expect(await addKind(context, steward, { code: 'goods.food.box' })).toMatchObject({ value: { kindId } });
    const added = await addKind(context, steward, { code: 'goods.diapers.any' });
    expect(added.ok && parseId(added.value.kindId)).toBeTruthy();
    expect(await addKind(context, steward, { code: 'goods.nothing' })).toMatchObject({
      refusal: { code: 'unknown-kind' },
    });
    expect(await addKind(context, await joined(), { code: 'goods.diapers.any' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });
});
