import { randomUUID } from 'node:crypto';

import type { CommitmentId, NeedId } from '@barnraise/kernel/ids.ts';
import { hourMs, minuteMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, it } from 'vitest';

import { seedKind, seedMember, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { undoAct } from '../record/undo-act.ts';
import type { Caller } from '../record/caller.ts';
import { answerAsk } from './answer-ask.ts';
import { askPeople } from './ask-people.ts';
import { commitmentUndoers } from './commitment-undoers.ts';
import { commitToNeed } from './commit-to-need.ts';
import { confirmCommitment } from './confirm-commitment.ts';
import { finishCommitment } from './finish-commitment.ts';
import { giveBackCommitment } from './give-back-commitment.ts';
import { lapseCommitments } from './lapse-commitments.ts';
import { recordHelp } from './record-help.ts';
import { sayYesFor } from './say-yes-for.ts';
import { startCommitment } from './start-commitment.ts';
import { takeByLink } from './take-by-link.ts';

const { context, database, owner } = await freshDatabase({ undoers: commitmentUndoers });
const { here, there } = await seedGroups(context);
const boxes = await seedKind(context, here, 'goods.food.box');
const sven = await seedMember(context, here, { name: 'Sven Adeyemi' });
const priya = await seedMember(context, here, { name: 'Priya Holloway' });
const lead = await seedMember(context, here, { name: 'Marisol Tran', role: 'coordinator' });
const stranger = await seedMember(context, there, { name: 'Ines Okafor', role: 'steward' });

async function needRowOf(needId: NeedId) {
  return database.readGroup(here, (tx) =>
    tx.db
      .selectFrom('needs')
      .selectAll()
      .where('group_id', '=', here)
      .where('id', '=', needId)
      .executeTakeFirstOrThrow(),
  );
}

async function balances() {
  const { rows } = await owner.query<{ holder: string; balance: number }>(
    'select holder, sum(balance)::float8 as balance from ledger_accounts where group_id = $1 group by holder order by holder',
    [here],
  );
  return Object.fromEntries(rows.map((row) => [row.holder, row.balance]));
}

async function taken(caller: Caller, needId: NeedId, quantity: number) {
  const outcome = await commitToNeed(context, caller, { needId, quantity });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const inAnHour = () => Date.now() + hourMs;

describe('committing to a need', () => {
  it('takes a part, then the rest, and covers the request', async () => {
    const { needId, requestId } = await seedNeed(context, here, { kindId: boxes, quantity: 12 });
    await taken(sven, needId, 8);
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 8, decision_no: 1 });
    expect(await commitToNeed(context, priya, { needId, quantity: 5 })).toMatchObject({
      ok: false,
      refusal: { code: 'already-covered', openQuantity: 4 },
    });
    await taken(priya, needId, 4);
    const request = await database.readGroup(here, (tx) =>
      tx.db
        .selectFrom('requests')
        .select('state')
        .where('group_id', '=', here)
        .where('id', '=', requestId)
        .executeTakeFirst(),
    );
    expect(request?.state).toBe('covered');
  });

  it('refuses another group, the public, and what is not open to members', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const hidden = await seedNeed(context, here, { kindId: boxes, quantity: 1, audience: 'coordinators' });
    const halted = await seedNeed(context, here, {
      kindId: boxes,
      quantity: 1,
      halted_at: new Date(),
      halt_reason: 'enough',
    });
    const code = async (caller: Caller, id: NeedId) => {
      const outcome = await commitToNeed(context, caller, { needId: id, quantity: 1 });
      return outcome.ok ? 'ok' : outcome.refusal.code;
    };
    expect(await code(stranger, needId)).toBe('not-found');
    expect(await code({ groupId: here, actor: { kind: 'public' } }, needId)).toBe('not-allowed');
    expect(await code(sven, hidden.needId)).toBe('not-allowed');
    expect(await code(sven, halted.needId)).toBe('need-halted');
    expect((await needRowOf(needId)).decision_no).toBe(0);
  });

  it('gives the last unit to exactly one of many who try at once', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, i) => commitToNeed(context, i % 2 ? sven : priya, { needId, quantity: 1 })),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
    const refusals = tries.flatMap((one) => (one.ok ? [] : [one.refusal.code]));
    expect(new Set(refusals)).toEqual(new Set(['already-covered']));
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 1, decision_no: 1 });
  });

  it('takes one form sent many times at once as one commitment', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 9 });
    const wish = { needId, quantity: 3, formKey: randomUUID() };
    const sent = await Promise.all(Array.from({ length: 5 }, () => commitToNeed(context, sven, wish)));
    expect(new Set(sent.map((one) => (one.ok ? one.value.commitment.id : 'refused'))).size).toBe(1);
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 3 });
  });

  it('has a wall in the database behind the decision', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 3 });
    await expect(owner.query('update needs set live_quantity = 4 where id = $1', [needId])).rejects.toThrow(
      /over-committed/,
    );
  });
});

describe('doing it', () => {
  it('finishes with less, opens the rest, and writes the ledger', async () => {
    const before = await balances();
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 12 });
    const { commitment } = await taken(sven, needId, 12);
    const started = await startCommitment(context, sven, { commitmentId: commitment.id, dueBackAt: inAnHour() });
    expect(started).toMatchObject({ ok: true });
    const finished = await finishCommitment(context, sven, {
      commitmentId: commitment.id,
      doneQuantity: 8,
      effortMinutes: 45,
    });
    expect(finished).toMatchObject({ ok: true });
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 0, done_quantity: 8 });
    await taken(priya, needId, 4);
    const after = await balances();
    expect((after.neighbors ?? 0) - (before.neighbors ?? 0)).toBe(8);
    expect(Object.values(after).reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it('lets only its provider or a coordinator step it', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 2 });
    const { commitment } = await taken(sven, needId, 2);
    const finish = { commitmentId: commitment.id, doneQuantity: 2 };
    expect(await finishCommitment(context, priya, finish)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await finishCommitment(context, stranger, finish)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await finishCommitment(context, lead, { ...finish, doneQuantity: 3 })).toMatchObject({
      refusal: { code: 'more-than-committed' },
    });
    expect(await finishCommitment(context, lead, finish)).toMatchObject({ ok: true });
    expect(await finishCommitment(context, lead, finish)).toMatchObject({ refusal: { code: 'commitment-over' } });
  });

  it('gives back, and opens again', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 2 });
    const { commitment } = await taken(sven, needId, 2);
    expect(
      await giveBackCommitment(context, sven, { commitmentId: commitment.id, reason: 'cannot-come' }),
    ).toMatchObject({
      ok: true,
    });
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 0, decision_no: 2 });
  });

  it('finishes once, whoever presses twice at the same time', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 5 });
    const { commitment } = await taken(sven, needId, 5);
    const before = (await balances()).neighbors ?? 0;
    const both = await Promise.all(
      Array.from({ length: 6 }, () =>
        finishCommitment(context, sven, { commitmentId: commitment.id, doneQuantity: 5 }),
      ),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect((await balances()).neighbors).toBe(before + 5);
  });
});

describe('leases', () => {
  it('lapses what was not started in time, and gives the unit away', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const { commitment } = await taken(sven, needId, 1);
    await owner.query(`update commitments set lease_until = now() - interval '1 minute' where id = $1`, [
      commitment.id,
    ]);
    await taken(priya, needId, 1);
    const { rows } = await owner.query('select state, reason from commitments where id = $1', [commitment.id]);
    expect(rows).toEqual([{ state: 'lapsed', reason: 'lease-over' }]);
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 1, decision_no: 3 });
    await lapseCommitments(context, { groupId: here, needId });
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 1, decision_no: 3 });
  });

  it('is tidied by the job, and renewed by "still coming"', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const { commitment } = await taken(sven, needId, 1);
    expect(await confirmCommitment(context, sven, { commitmentId: commitment.id })).toMatchObject({
      ok: true,
      value: { commitment: { extensions: 1 } },
    });
    await owner.query(`update commitments set lease_until = now() - interval '1 minute' where id = $1`, [
      commitment.id,
    ]);
    await lapseCommitments(context, { groupId: here, needId });
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 0 });
  });
});

describe('others who help', () => {
  it('writes down a yes that a coordinator heard, of members of this group only', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 2 });
    const wish = { needId, quantity: 1 };
    const provider = { kind: 'member', memberId: priya.actor.memberId } as const;
    expect(await sayYesFor(context, sven, { ...wish, provider })).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await sayYesFor(context, lead, { ...wish, provider })).toMatchObject({ ok: true });
    const foreign = { kind: 'member', memberId: stranger.actor.memberId } as const;
    expect(await sayYesFor(context, lead, { ...wish, provider: foreign })).toMatchObject({
      refusal: { code: 'provider-unknown' },
    });
  });

  it('takes a need by its short link, and gives the helper a link of their own', async () => {
    const { needId, linkCode } = await seedNeed(context, here, { kindId: boxes, quantity: 2 });
    const input = {
      linkCode,
      name: 'Bea Lindqvist',
      phone: '+15551230100',
      language: 'en',
      quantity: 2,
      formKey: randomUUID(),
    };
    const outcome = await takeByLink(context, here, input);
    expect(outcome).toMatchObject({ ok: true, value: { commitment: { needId, quantity: 2, state: 'accepted' } } });
    if (!outcome.ok) return;
    expect(outcome.value.token.length).toBeGreaterThanOrEqual(22);
    const helper: Caller = { groupId: here, actor: { kind: 'helper', personId: outcome.value.personId, needId } };
    const finished = await finishCommitment(context, helper, {
      commitmentId: outcome.value.commitment.id,
      doneQuantity: 2,
    });
    expect(finished).toMatchObject({ ok: true });
    const twice = await takeByLink(context, here, input);
    expect(twice).toMatchObject({ ok: true, value: { token: outcome.value.token } });
    const fresh = { ...input, formKey: randomUUID() };
    expect(await takeByLink(context, here, { ...fresh, linkCode: 'nothing' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await takeByLink(context, there, fresh)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('takes one form sent ten times at once as one commitment, with one link that the database cannot make', async () => {
    const { needId, linkCode } = await seedNeed(context, here, { kindId: boxes, quantity: 40 });
    const formKey = randomUUID();
    const input = { linkCode, name: 'Ivo', phone: '+15551230102', language: 'en', quantity: 2, formKey };
    const answers = await Promise.all(Array.from({ length: 10 }, () => takeByLink(context, here, input)));
    const links = new Set(answers.map((one) => (one.ok ? `${one.value.commitment.id} ${one.value.token}` : 'refused')));
    expect(links.size).toBe(1);
    expect(links).not.toContain('refused');
    const count = await owner.query('select 1 from commitments where need_id = $1', [needId]);
    expect(count.rowCount).toBe(1);
    const { rows } = await owner.query<{ key: string }>(
      `select key from idempotency_keys where scope = 'take-by-link'`,
    );
    expect(rows.map(({ key }) => key)).not.toContain(formKey);
  });

  it('keeps nothing of a helper who came too late', async () => {
    const { needId, linkCode } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    await taken(sven, needId, 1);
    const count = async () => (await owner.query('select count(*)::int as n from persons')).rows[0] as { n: number };
    const before = await count();
    const late = {
      linkCode,
      name: 'Too Late',
      phone: '+15551230101',
      language: 'en',
      quantity: 1,
      formKey: randomUUID(),
    };
    expect(await takeByLink(context, here, late)).toMatchObject({ refusal: { code: 'already-covered' } });
    expect(await count()).toEqual(before);
  });

  it('asks once, and turns a yes into a commitment', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 3 });
    const to = [{ kind: 'member', memberId: sven.actor.memberId } as const];
    const asked = await askPeople(context, lead, { needId, to });
    expect(asked).toMatchObject({ ok: true });
    expect(await askPeople(context, lead, { needId, to })).toMatchObject({ refusal: { code: 'nobody-to-ask' } });
    if (!asked.ok) return;
    const [askId] = asked.value.asked;
    if (!askId) throw new Error('nobody was asked');
    expect(await answerAsk(context, priya, { askId, answer: 'yes' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await answerAsk(context, sven, { askId, answer: 'yes' })).toMatchObject({
      value: { commitment: { quantity: 3 } },
    });
    expect(await answerAsk(context, sven, { askId, answer: 'no' })).toMatchObject({
      refusal: { code: 'already-answered' },
    });
  });
});

describe('undo', () => {
  const undo = (caller: Caller, actId: Parameters<typeof undoAct>[2]['actId']) => undoAct(context, caller, { actId });

  it('takes a commitment back, once, and not for others', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 2 });
    const { actId } = await taken(sven, needId, 2);
    expect(await undo(priya, actId)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await undo(stranger, actId)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await undo(sven, actId)).toMatchObject({ ok: true });
    expect(await undo(sven, actId)).toMatchObject({ refusal: { code: 'already-undone' } });
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 0 });
  });

  it('takes "done" back with a correcting event, and leaves the commitment started', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 6 });
    const before = await balances();
    const { commitment } = await taken(sven, needId, 6);
    const finished = await finishCommitment(context, sven, { commitmentId: commitment.id, doneQuantity: 6 });
    if (!finished.ok) throw new Error(finished.refusal.code);
    expect(await undo(sven, finished.value.actId)).toMatchObject({ ok: true });
    expect(await needRowOf(needId)).toMatchObject({ live_quantity: 6, done_quantity: 0 });
    expect(await balances()).toEqual(before);
    const { rows } = await owner.query<{ state: string }>(
      'select state from commitments where need_id = $1 order by state',
      [needId],
    );
    expect(rows.map((row) => row.state)).toEqual(['done', 'started']);
  });

  it('gives a unit back only while nobody else has it', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const { commitment } = await taken(sven, needId, 1);
    const back = await giveBackCommitment(context, sven, { commitmentId: commitment.id, reason: 'other' });
    if (!back.ok) throw new Error(back.refusal.code);
    await taken(priya, needId, 1);
    expect(await undo(sven, back.value.actId)).toMatchObject({
      refusal: { code: 'out-of-hand', because: 'unit-taken' },
    });
    const again = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const mine = await taken(sven, again.needId, 1);
    const given = await giveBackCommitment(context, sven, { commitmentId: mine.commitment.id, reason: 'other' });
    if (!given.ok) throw new Error(given.refusal.code);
    expect(await undo(sven, given.value.actId)).toMatchObject({ ok: true });
    expect(await needRowOf(again.needId)).toMatchObject({ live_quantity: 1 });
  });

  it('refuses after ten minutes', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const { actId } = await taken(sven, needId, 1);
    await owner.query(`update acts set acted_at = acted_at - interval '11 minutes' where id = $1`, [actId]);
    expect(await undo(sven, actId)).toMatchObject({ refusal: { code: 'undo-too-late' } });
  });

  it('takes "we already did this" back', async () => {
    const before = await balances();
    const help = { kindId: boxes, quantity: 9, happenedAt: Date.now() - 30 * minuteMs, effortMinutes: 60 };
    const recorded = await recordHelp(context, sven, help);
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    expect((await balances()).neighbors).toBe((before.neighbors ?? 0) + 9);
    expect(await undo(sven, recorded.value.actId)).toMatchObject({ ok: true });
    expect(await balances()).toEqual(before);
  });
});

describe('any order of acts', () => {
  it('keeps the sums what the commitments say', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 10 });
    const held: CommitmentId[] = [];
    const rounds = process.env.BARNRAISE_LONG ? 2000 : 120;
    let seed = 20261123;
    const next = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    for (let round = 0; round < rounds; round += 1) {
      const caller = next(2) ? sven : priya;
      const id = held[next(Math.max(1, held.length))];
      const choice = next(5);
      if (choice < 2 || !id) {
        const outcome = await commitToNeed(context, caller, { needId, quantity: 1 + next(4) });
        if (outcome.ok) held.push(outcome.value.commitment.id);
      } else if (choice === 2) await giveBackCommitment(context, lead, { commitmentId: id, reason: 'other' });
      else if (choice === 3) await startCommitment(context, lead, { commitmentId: id, dueBackAt: inAnHour() });
      else if (next(8) === 0) await finishCommitment(context, lead, { commitmentId: id, doneQuantity: 1 });
      const { rows } = await owner.query<{ live: number; done: number }>(
        `select coalesce(sum(quantity) filter (where state in ('accepted', 'started')), 0)::int as live,
                coalesce(sum(done_quantity) filter (where state = 'done'), 0)::int as done from commitments where need_id = $1`,
        [needId],
      );
      const need = await needRowOf(needId);
      expect({ live: need.live_quantity, done: need.done_quantity }).toEqual(rows[0]);
      expect(need.live_quantity + need.done_quantity).toBeLessThanOrEqual(10);
    }
  });
});
