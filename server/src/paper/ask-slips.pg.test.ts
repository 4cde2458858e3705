import { parseShortCode, showShortCode } from '@barnraise/kernel/short-code.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';
import { describe, expect, it } from 'vitest';

import { readPdf } from '../../../tests/read-pdf.ts';
import { seedKind, seedMember } from '../../../tests/seed/people-and-needs.ts';
import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import type { Caller } from '../record/caller.ts';
import { enterRequest } from '../requests/enter-request.ts';
import { freshShortCode } from '../requests/fresh-code.ts';
import type { NewRequest } from '../requests/new-request.ts';
import { wordsFor } from '../words/words.ts';
import { printAskSlips } from './print-ask-slips.ts';

const { context } = await freshDatabase();
const { here, there } = await seedGroups(context);
await seedKind(context, here, 'goods.food.box');
const sven = await seedMember(context, here, { name: 'Sven Adeyemi' });
const lead = await seedMember(context, here, { name: 'Marisol Tran', role: 'coordinator' });
const stranger = await seedMember(context, there, { name: 'Ines Okafor', role: 'steward' });
const t = wordsFor('en');

describe('a slip that is typed in', () => {
  const asked: NewRequest = {
    channel: 'in-person',
    language: 'es',
    asker: { name: 'Ana', phone: '', mail: '', safeToText: 'no', safeToLeaveMessage: 'not-asked' },
    askedFor: 'self',
    consent: false,
    household: null,
    needs: [],
    window: null,
    place: null,
    trip: null,
    recurrence: null,
    mustKnow: {},
    sharing: sharingUntilAsked,
    words: 'leche',
  };
  const enter = (slip: string, caller: Caller = lead) =>
    enterRequest(context, caller, { request: asked, formKey: crypto.randomUUID(), open: false, slip });

  it('is one request, however often and by whomever', async () => {
    const slip = showShortCode(freshShortCode());
    const first = await enter(slip);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(await enter(slip.toLowerCase())).toEqual({
      ok: false,
      refusal: { code: 'slip-known', requestId: first.value.requestId },
    });
    const race = await Promise.all(Array.from({ length: 6 }, () => enter(showShortCode(freshShortCode()))));
    expect(race.every((one) => one.ok)).toBe(true);
    const same = showShortCode(freshShortCode());
    const raced = await Promise.all(Array.from({ length: 6 }, () => enter(same)));
    expect(raced.filter((one) => one.ok)).toHaveLength(1);
    for (const one of raced) if (!one.ok) expect(one.refusal.code).toBe('slip-known');
  });

  it('with a slip of the pen in its number is looked at again; without a number it is as any other', async () => {
    expect(await enter('AAAA-AAAA')).toEqual({ ok: false, refusal: { code: 'slip-wrong' } });
    expect(await enter('')).toMatchObject({ ok: true });
    expect(await enter('')).toMatchObject({ ok: true });
  });

  it('is another one in another group', async () => {
    const slip = showShortCode(freshShortCode());
    expect(await enter(slip)).toMatchObject({ ok: true });
    expect(await enter(slip, stranger)).toMatchObject({ ok: true });
  });

  it('has the group’s kinds on it, and a number of its own', async () => {
    const how = {
      groupName: 'Harbor Street',
      emergencyNumber: '911',
      perSheet: 2,
      size: 'letter',
      spoken: [t],
    } as const;
    const slips = await printAskSlips(context, lead, { ...how, sheets: 3 });
    if (!slips.ok) throw new Error(slips.refusal.code);
    const pdf = await readPdf(slips.value);
    const codes = pdf.text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [];
    expect(new Set(codes).size).toBe(6);
    for (const code of codes) expect(parseShortCode(code)).toBeDefined();
    expect(pdf.text).toContain('Food boxes');
    expect(await printAskSlips(context, sven, { ...how, sheets: 1 })).toMatchObject({ ok: false });
    const many = await printAskSlips(context, lead, { ...how, sheets: 1e9 });
    expect(many.ok && (await readPdf(many.value)).pages).toBe(50);
  });
});
