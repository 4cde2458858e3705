import { hourMs, minuteMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, it } from 'vitest';

import { seedKind, seedMember, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { askPeople } from './ask-people.ts';
import { askStillNeeded } from './ask-still-needed.ts';
import { checkVisit } from './check-visit.ts';
import { commitToNeed } from './commit-to-need.ts';
import { expireAsks } from './expire-asks.ts';
import { finishCommitment } from './finish-commitment.ts';
import { goIn } from './go-in.ts';
import { comeOut, stayLonger } from './come-out.ts';
import { startCommitment } from './start-commitment.ts';
import { remindAt, remindCommitment } from './tell-member.ts';
import { tellReceived } from './tell-neighbor.ts';

const { context, database, owner } = await freshDatabase();
const { here } = await seedGroups(context);
const boxes = await seedKind(context, here, 'goods.food.box');
const visits = await seedKind(context, here, 'service.care.visit');
const sven = await seedMember(context, here, { name: 'Sven Adeyemi', mayVisit: true });
const priya = await seedMember(context, here, { name: 'Priya Holloway' });
const lead = await seedMember(context, here, { name: 'Marisol Tran', role: 'coordinator' });

async function giveMail({ actor }: typeof sven): Promise<void> {
  const details = [{ field: 'mail', value: 'somebody@example.org' }] as const;
  await database.forGroup(here, (tx) => keepDetails(context, tx, actor.personId!, details));
}

async function sentSince(causeId: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ template: string }>(
    'select template from messages where cause_id = $1 order by created_at, id',
    [causeId],
  );
  return rows.map((row) => row.template);
}

/** A request whose neighbor gave a mail address with it. */
async function mailedNeed(quantity: number) {
  const seeded = await seedNeed(context, here, { kindId: boxes, quantity });
  await database.forGroup(here, async (tx) => {
    const row = await tx.db
      .selectFrom('requests')
      .select(['code', 'person_id'])
      .where('group_id', '=', here)
      .where('id', '=', seeded.requestId)
      .executeTakeFirstOrThrow();
    const { requestId } = seeded;
    await tellReceived(context, tx, { requestId, personId: row.person_id!, code: row.code, token: 'x'.repeat(22) });
  });
  return seeded;
}

describe('a neighbor with a mail address', () => {
  it('hears that it came in, that help comes, and is asked once all of it is done', async () => {
    const { needId, requestId } = await mailedNeed(4);
    const done = async (caller: Caller, quantity: number) => {
      const committed = await commitToNeed(context, caller, { needId, quantity });
      if (!committed.ok) throw new Error(committed.refusal.code);
      await finishCommitment(context, caller, { commitmentId: committed.value.commitment.id, doneQuantity: quantity });
    };
    await done(sven, 3);
    expect(await sentSince(requestId)).toEqual(['received', 'helpComes']);
    await done(priya, 1);
    expect(await sentSince(requestId)).toEqual(['received', 'helpComes', 'helpComes', 'confirmHelp']);
  });

  it('is asked after a week whether it is still needed, once', async () => {
    const { requestId } = await mailedNeed(1);
    await askStillNeeded(context, { groupId: here });
    expect(await sentSince(requestId)).toEqual(['received']);
    await owner.query(
      `update requests set asked_at = now() - interval '8 days', last_confirmed_at = null where id = $1`,
      [requestId],
    );
    await askStillNeeded(context, { groupId: here });
    await askStillNeeded(context, { groupId: here });
    expect(await sentSince(requestId)).toEqual(['received', 'stillNeeded']);
  });

  it('is told nothing where there is no address', async () => {
    const { needId, requestId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    await commitToNeed(context, sven, { needId, quantity: 1 });
    expect(await sentSince(requestId)).toEqual([]);
  });
});

describe('a member', () => {
  it('is asked by mail only with an address, and an ask nobody answered is noted', async () => {
    await giveMail(priya);
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const to = [sven, priya].map(({ actor }) => ({ kind: 'member', memberId: actor.memberId }) as const);
    const asked = await askPeople(context, lead, { needId, to });
    if (!asked.ok) throw new Error(asked.refusal.code);
    const [bySven = '', byPriya = ''] = asked.value.asked;
    expect(await sentSince(bySven)).toEqual([]);
    expect(await sentSince(byPriya)).toEqual(['canYou']);
    await owner.query(`update asks set answer_until = now() - interval '1 minute' where id = $1`, [bySven]);
    await expireAsks(context, { groupId: here });
    const { rows } = await owner.query('select state from asks where need_id = $1 order by state', [needId]);
    expect(rows).toEqual([{ state: 'no-answer' }, { state: 'sent' }]);
  });

  it('is reminded before the lease is over, and not too early', async () => {
    await giveMail(priya);
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const committed = await commitToNeed(context, priya, { needId, quantity: 1 });
    if (!committed.ok) throw new Error(committed.refusal.code);
    const { id: commitmentId } = committed.value.commitment;
    await remindCommitment(context, { groupId: here, commitmentId });
    expect(await sentSince(commitmentId)).toEqual([]);
    await owner.query(
      `update commitments set lease_until = now() + interval '30 minutes', accepted_at = now() - interval '2 days' where id = $1`,
      [commitmentId],
    );
    await remindCommitment(context, { groupId: here, commitmentId });
    expect(await sentSince(commitmentId)).toEqual(['pleaseConfirm']);
  });

  it('is reminded two hours before, or half-way through a short lease', () => {
    expect(remindAt(48 * hourMs, 0)).toBe(46 * hourMs);
    expect(remindAt(20 * minuteMs, 0)).toBe(10 * minuteMs);
  });
});

describe('a visit', () => {
  async function inside() {
    const { needId } = await seedNeed(context, here, { kindId: visits, quantity: 1, people_minimum: 2 });
    const committed = await commitToNeed(context, sven, { needId, quantity: 1, people: 2 });
    if (!committed.ok) throw new Error(committed.refusal.code);
    const { id: commitmentId } = committed.value.commitment;
    const dueBackAt = Date.now() + hourMs;
    await startCommitment(context, sven, { commitmentId, dueBackAt });
    const visit = { commitmentId, people: 2, somebodyElseThere: true, dueBackAt, alarmTo: lead.actor.memberId };
    return { commitmentId, visit };
  }

  it('holds the precautions of its kind', async () => {
    const { visit } = await inside();
    expect(await goIn(context, sven, { ...visit, people: 1 })).toMatchObject({ refusal: { code: 'needs-two-people' } });
    expect(await goIn(context, priya, visit)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await goIn(context, sven, { ...visit, dueBackAt: 0 })).toMatchObject({
      refusal: { code: 'due-back-not-ahead' },
    });
    expect(await goIn(context, sven, { ...visit, alarmTo: here as never })).toMatchObject({
      refusal: { code: 'watcher-unknown' },
    });
  });

  it('alarms the named person once, and not when they are out', async () => {
    const { visit } = await inside();
    const entered = await goIn(context, sven, visit);
    if (!entered.ok) throw new Error(entered.refusal.code);
    const { id: visitId } = entered.value;
    await checkVisit(context, { groupId: here, visitId });
    expect(await sentSince(visitId)).toEqual([]);
    expect(await stayLonger(context, sven, { visitId, dueBackAt: Date.now() + 2 * hourMs })).toMatchObject({
      ok: true,
    });
    await owner.query(`update visits set due_back_at = now() - interval '1 minute' where id = $1`, [visitId]);
    await checkVisit(context, { groupId: here, visitId });
    await checkVisit(context, { groupId: here, visitId });
    expect(await sentSince(visitId)).toEqual(['overdue']);
    expect(await comeOut(context, priya, { visitId })).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await comeOut(context, lead, { visitId })).toMatchObject({ ok: true });
  });
});
