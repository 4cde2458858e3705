import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedKind, seedMember } from '../../../tests/seed/people-and-needs.ts';
import { undoAct } from '../record/undo-act.ts';
import { intakeRules } from './ask-pages.ts';
import { changeOffer, endOffer, offerUndoers, pauseOffer, takeInOffer } from './change-offer.ts';
import { offerFields, offerFromFields } from './offer-form.ts';
import { offerHelp } from './offer-help.ts';
import { giverByLink, offersList, offerStatus } from './offer-pages.ts';

const { context, owner } = await freshDatabase({ undoers: offerUndoers });
const { here, there } = await seedGroups(context);
await seedKind(context, here, 'goods.food.box');
await seedKind(context, here, 'service.ride.medical');
const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
const walt = await seedMember(context, here, { name: 'Walt' });
const anybody = { groupId: here, actor: { kind: 'public' } } as const;

async function read(fields: Readonly<Record<string, string | readonly string[]>>) {
  const posted = { kind: 'service.ride.medical', phone: '304 555 0121', name: 'Dale', ...fields };
  const parsed = offerFields.parse(posted);
  return offerFromFields(parsed, await intakeRules(context, here));
}

async function offer(fields: Readonly<Record<string, string | readonly string[]>> = {}) {
  const made = await read(fields);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

async function countOffers(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from offers where group_id = $1', [
    here,
  ]);
  return rows[0]?.n ?? 0;
}

describe('offering help', () => {
  test('keeps a standing offer with its limits, and the giver in the vault', async () => {
    const given = await offer({
      weekdays: ['2', '4'],
      from: '09:00',
      until: '12:00',
      reach: '10',
      asksMax: '2',
      words: 'I have a lift van',
    });
    const offered = await offerHelp(context, anybody, { offer: given, formKey: crypto.randomUUID() });
    expect(offered.ok).toBe(true);
    if (!offered.ok) return;
    const { rows } = await owner.query<Record<string, unknown>>('select * from offers where id = $1', [
      offered.value.offerId,
    ]);
    expect(rows[0]).toMatchObject({ standing: true, reach_meters: 10_000, asks_per_week_max: 2, taken_in_at: null });
    expect(JSON.stringify(rows[0])).not.toMatch(/Dale|555\D?0121|lift van/);
    const status = await offerStatus(context, here, offered.value.token);
    expect(status?.offer).toMatchObject({ name: 'Dale', words: 'I have a lift van', isTakenIn: false });
    expect(await offerStatus(context, there, offered.value.token)).toBeUndefined();
  });

  test('takes one form sent twice as one offer', async () => {
    const form = { offer: await offer({ phone: '304 555 0188' }), formKey: crypto.randomUUID() };
    expect(await offerHelp(context, anybody, form)).toEqual(await offerHelp(context, anybody, form));
  });

  test('takes one form sent twenty times at once as one offer, with one link', async () => {
    const form = { offer: await offer({ phone: '304 555 0189' }), formKey: crypto.randomUUID() };
    const before = await countOffers();
    const answers = await Promise.all(Array.from({ length: 20 }, () => offerHelp(context, anybody, form)));
    const links = answers.map((answer) => (answer.ok ? `${answer.value.code} ${answer.value.token}` : 'refused'));
    expect(new Set(links).size).toBe(1);
    expect(links).not.toContain('refused');
    expect(await countOffers()).toBe(before + 1);
  });

  test('takes one form sent with something else in it, or by somebody else, as another offer', async () => {
    const formKey = crypto.randomUUID();
    const before = await countOffers();
    await offerHelp(context, anybody, { offer: await offer({ name: 'Dale' }), formKey });
    await offerHelp(context, anybody, { offer: await offer({ name: 'Gail' }), formKey });
    await offerHelp(context, anybody, { offer: await offer({ name: 'Gail', words: 'mornings' }), formKey });
    await offerHelp(context, walt, { offer: await offer({ name: 'Gail', words: 'mornings' }), formKey });
    expect(await countOffers()).toBe(before + 4);
  });

  test("counts a member's offer at once, and is undone", async () => {
    const offered = await offerHelp(context, walt, { offer: await offer(), formKey: crypto.randomUUID() });
    const { rows } = await owner.query<{ id: string; taken_in_at: unknown; member_id: string }>(
      `select acts.id, taken_in_at, member_id from offers join acts on acts.subject_id = offers.id where offers.id = $1`,
      [offered.ok ? offered.value.offerId : null],
    );
    expect(rows[0]).toMatchObject({ member_id: walt.actor.memberId });
    expect(rows[0]?.taken_in_at).not.toBeNull();
    expect(await undoAct(context, walt, { actId: rows[0]?.id as never })).toMatchObject({ ok: true });
  });

  test('is changed, paused and ended by who holds the link, and by nobody else', async () => {
    const offered = await offerHelp(context, anybody, { offer: await offer(), formKey: crypto.randomUUID() });
    const other = await offerHelp(context, anybody, {
      offer: await offer({ phone: '304 555 0177' }),
      formKey: crypto.randomUUID(),
    });
    if (!offered.ok || !other.ok) throw new Error('not offered');
    const giver = await giverByLink(context, here, offered.value.token);
    if (!giver) throw new Error('no giver');
    const { caller, offerId } = giver;
    expect(await changeOffer(context, caller, { offerId, offer: await offer({ reach: '5' }) })).toMatchObject({
      ok: true,
    });
    expect(await pauseOffer(context, caller, { offerId, days: 14 })).toMatchObject({ ok: true });
    expect(await takeInOffer(context, caller, { offerId })).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await takeInOffer(context, ines, { offerId })).toMatchObject({ ok: true });
    expect(await endOffer(context, caller, { offerId: other.value.offerId })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await endOffer(context, walt, { offerId })).toMatchObject({ refusal: { code: 'not-found' } });
    const ended = await endOffer(context, caller, { offerId });
    expect(await endOffer(context, caller, { offerId })).toMatchObject({ refusal: { code: 'offer-withdrawn' } });
    await undoAct(context, caller, { actId: ended.ok ? ended.value : ('' as never) });
    const status = await offerStatus(context, here, offered.value.token);
    expect(status?.offer).toMatchObject({ isWithdrawn: false, reachMeters: 5000 });
    expect(status?.offer.pausedUntil).not.toBeNull();
  });

  test('lists offers for coordinators only, the unseen first', async () => {
    expect(await offersList(context, walt)).toBeUndefined();
    const list = await offersList(context, ines);
    expect(list?.offers[0]).toMatchObject({ isTakenIn: false });
  });

  test.each([
    ['kind', { kind: 'goods.unheard-of' }, 'unknown-kind'],
    ['kind', { kind: '' }, 'required'],
    ['phone', { phone: '', askBy: 'call' }, 'required'],
    ['phone', { phone: 'call me' }, 'not-a-phone'],
    ['mail', { askBy: 'mail' }, 'required'],
    ['plusCode', { plusCode: 'nowhere' }, 'not-a-plus-code'],
    ['amount', { standing: 'once', amount: '-3' }, 'not-a-number'],
    ['day', { standing: 'once', day: '2020-01-01' }, 'date-too-early'],
    ['untilDay', { standing: 'once', day: '2027-05-02', untilDay: '2027-05-01' }, 'ends-before-start'],
    ['until', { weekdays: ['1'], from: '09:00' }, 'required'],
  ])('says what is wrong with %s: %j is %s', async (field, fields, code) => {
    expect(await read(fields as Record<string, string>)).toEqual({ ok: false, problems: [{ field, code }] });
  });
});
