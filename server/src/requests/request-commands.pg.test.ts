import type { KindId, NeedId, PartnerId, RequestId } from '@barnraise/kernel/ids.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedKind, seedMember, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { undoAct } from '../record/undo-act.ts';
import { addNeed } from './add-need.ts';
import { answerStillNeeded } from './answer-still-needed.ts';
import { changeAsk } from './change-ask.ts';
import { changeNeedAmount, haltOneNeed, resumeOneNeed } from './change-need.ts';
import { closeRequest, withdrawRequest } from './close-request.ts';
import { commitToNeed } from './commit-to-need.ts';
import { enterRequest } from './enter-request.ts';
import { eraseAsker } from './erase-asker.ts';
import { inbox } from './inbox.ts';
import { loadKinds } from './load-kinds.ts';
import { mergeRequests, sayRequestsDiffer } from './merge-requests.ts';
import { oneUsualUnit } from './needs-from-fields.ts';
import type { NewRequest } from './new-request.ts';
import { logContact, noteRequest } from './note-request.ts';
import { hashLinkToken } from './private-link.ts';
import { answerReferral, referRequest } from './refer-request.ts';
import { renewLink } from './renew-link.ts';
import { readRequest, readRequestByLink } from './request-table.ts';
import { requestPage } from './request-page.ts';
import { requestUndoers } from './request-undoers.ts';
import { setUrgency } from './set-urgency.ts';
import { openRequest, ownRequest, takeInRequest } from './take-in-request.ts';

const { context, database, owner } = await freshDatabase({ undoers: requestUndoers });
const { here, there } = await seedGroups(context);
const boxes = await seedKind(context, here, 'goods.food.box');
const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
const walt = await seedMember(context, here, { name: 'Walt' });
const stranger = await seedMember(context, there, { name: 'Otto', role: 'coordinator' });

const waiting = { state: 'new' } as const;
const neighborOf = async (requestId: RequestId) => {
  const row = await rowOf(requestId);
  return { groupId: here, actor: { kind: 'neighbor', requestId, personId: row.person_id as never } } as const;
};

async function rowOf(requestId: RequestId) {
  const row = await database.readGroup(here, (tx) => readRequest(tx, requestId));
  if (!row) throw new Error('no such request');
  return row;
}

async function needRow(needId: NeedId): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<Record<string, unknown>>('select * from needs where id = $1', [needId]);
  return rows[0] ?? {};
}

const waitingNeed = (kindId: KindId = boxes) =>
  seedNeed(context, here, { kindId, quantity: 5, audience: 'coordinators' }, waiting);

describe('taking in', () => {
  test('gives a request somebody who answers for it, opens it, and is undone', async () => {
    const { requestId, needId } = await waitingNeed();
    const taken = await takeInRequest(context, ines, { requestId, open: true });
    expect(await rowOf(requestId)).toMatchObject({ state: 'open', owner_id: ines.actor.memberId });
    expect(await needRow(needId)).toMatchObject({ audience: 'members' });
    expect(await takeInRequest(context, ines, { requestId, open: true })).toMatchObject({
      refusal: { code: 'wrong-state', state: 'open' },
    });
    expect(await undoAct(context, ines, { actId: taken.ok ? taken.value : ('' as never) })).toMatchObject({ ok: true });
    expect(await rowOf(requestId)).toMatchObject({ state: 'new', owner_id: null, taken_in_at: null });
    expect(await needRow(needId)).toMatchObject({ audience: 'coordinators' });
  });

  test('lists publicly only what the neighbor agreed to', async () => {
    const sharing = JSON.stringify({ ...sharingUntilAsked, listedPublicly: true });
    const { requestId, needId } = await seedNeed(
      context,
      here,
      { kindId: boxes, quantity: 5, audience: 'coordinators' },
      { ...waiting, sharing },
    );
    await takeInRequest(context, ines, { requestId, open: false });
    expect(await needRow(needId)).toMatchObject({ audience: 'coordinators' });
    expect(await openRequest(context, ines, requestId)).toMatchObject({ ok: true });
    expect(await needRow(needId)).toMatchObject({ audience: 'public' });
  });

  test('is refused to members, to other groups, and without the consent of whom it is for', async () => {
    const { requestId } = await seedNeed(
      context,
      here,
      { kindId: boxes, quantity: 1 },
      { ...waiting, asked_for: 'somebody' },
    );
    expect(await takeInRequest(context, walt, { requestId, open: true })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await takeInRequest(context, stranger, { requestId, open: true })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await takeInRequest(context, ines, { requestId, open: true })).toMatchObject({
      refusal: { code: 'consent-missing' },
    });
    expect(await rowOf(requestId)).toMatchObject({ state: 'new' });
  });

  test('is not undone once somebody has promised something', async () => {
    const { requestId, needId } = await waitingNeed();
    const taken = await takeInRequest(context, ines, { requestId, open: true });
    expect(await commitToNeed(context, walt, { needId, quantity: 2 })).toMatchObject({ ok: true });
    expect(await undoAct(context, ines, { actId: taken.ok ? taken.value : ('' as never) })).toMatchObject({
      refusal: { code: 'out-of-hand' },
    });
  });

  test('opens nothing while only words are there', async () => {
    const { requestId } = await waitingNeed();
    await owner.query('delete from needs where request_id = $1', [requestId]);
    expect(await takeInRequest(context, ines, { requestId, open: true })).toMatchObject({
      refusal: { code: 'no-needs' },
    });
    expect(await takeInRequest(context, ines, { requestId, open: false })).toMatchObject({ ok: true });
    expect(await openRequest(context, ines, requestId)).toMatchObject({ refusal: { code: 'no-needs' } });
  });

  test('hands it to another coordinator, and to nobody who is none', async () => {
    const { requestId } = await waitingNeed();
    expect(await ownRequest(context, ines, { requestId, ownerId: walt.actor.memberId })).toMatchObject({
      refusal: { code: 'owner-unknown' },
    });
    expect(await ownRequest(context, ines, { requestId, ownerId: ines.actor.memberId })).toMatchObject({ ok: true });
    expect(await rowOf(requestId)).toMatchObject({ owner_id: ines.actor.memberId });
  });
});

describe('entering what came by phone', () => {
  const spoken = async (rest: Partial<NewRequest> = {}): Promise<NewRequest> => {
    const kinds = await database.readGroup(here, (tx) => loadKinds(tx));
    return {
      channel: 'phone',
      language: 'es',
      asker: { name: 'Eulalia Prieto', phone: '304 555 0188', mail: '', safeToText: 'no', safeToLeaveMessage: 'yes' },
      askedFor: 'self',
      consent: false,
      household: null,
      needs: kinds.slice(0, 1).map(oneUsualUnit),
      window: null,
      place: null,
      trip: null,
      recurrence: null,
      mustKnow: {},
      sharing: sharingUntilAsked,
      words: '',
      ...rest,
    };
  };

  test('opens it at once, owned by who took the call; the same form twice is one', async () => {
    const form = { request: await spoken(), formKey: crypto.randomUUID(), open: true };
    const [first, second] = [await enterRequest(context, ines, form), await enterRequest(context, ines, form)];
    expect(first).toEqual(second);
    expect(first.ok && (await rowOf(first.value.requestId))).toMatchObject({
      state: 'open',
      owner_id: ines.actor.memberId,
      channel: 'phone',
    });
  });

  test('adds to somebody who is known, and refuses a person who is not', async () => {
    const first = await enterRequest(context, ines, {
      request: await spoken(),
      formKey: crypto.randomUUID(),
      open: false,
    });
    const personId = first.ok ? (await rowOf(first.value.requestId)).person_id : null;
    const asker = { name: '', phone: '', mail: '', safeToText: 'not-asked', safeToLeaveMessage: 'not-asked' } as const;
    const again = await spoken({ asker: { ...asker, personId: personId as never } });
    const second = await enterRequest(context, ines, { request: again, formKey: crypto.randomUUID(), open: false });
    expect(second.ok && (await rowOf(second.value.requestId)).person_id).toBe(personId);

    const unknown = await spoken({ asker: { ...asker, personId: here as never } });
    expect(
      await enterRequest(context, ines, { request: unknown, formKey: crypto.randomUUID(), open: false }),
    ).toMatchObject({
      refusal: { code: 'person-unknown' },
    });
    expect(
      await enterRequest(context, walt, { request: again, formKey: crypto.randomUUID(), open: false }),
    ).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });

  test('does not open what is asked for somebody without their consent, and keeps nothing of it', async () => {
    const request = await spoken({ askedFor: 'somebody' });
    const refused = await enterRequest(context, ines, { request, formKey: crypto.randomUUID(), open: true });
    expect(refused).toMatchObject({ refusal: { code: 'consent-missing' } });
  });
});

describe('the neighbor, by private link or by voice', () => {
  test('changes the ask; the words stay in the vault', async () => {
    const { requestId } = await waitingNeed();
    const change = {
      requestId,
      words: 'no pork please',
      place: { address: '9 Mill Lane', plusCode: '', directions: '', point: { latitude: 39.3, longitude: -77.7 } },
      window: { fromAt: 1_800_000_000_000, untilAt: 1_800_003_600_000 },
      mustKnow: { dog: { state: 'none' } },
    } as const;
    expect(await changeAsk(context, await neighborOf(requestId), change)).toMatchObject({ ok: true });
    const row = await rowOf(requestId);
    expect(row).toMatchObject({ window_from: 1_800_000_000_000, last_confirmed_by: 'asker' });
    expect(row.cell).not.toBeNull();
    const opened = await database.readGroup(here, (tx) =>
      context.vault.open(tx, { personIds: [row.person_id as never] }),
    );
    expect(opened.map(({ field, value }) => [field, value])).toEqual(
      expect.arrayContaining([
        ['address', '9 Mill Lane'],
        ['description', 'no pork please'],
      ]),
    );
    expect(await changeAsk(context, ines, { requestId, words: 'spoken' })).toMatchObject({ ok: true });
    expect(await rowOf(requestId)).toMatchObject({ last_confirmed_by: 'coordinator' });
  });

  test('keeps the pin while the address stays, and takes it away with another', async () => {
    const { requestId } = await waitingNeed();
    const place = { address: '9 Mill Lane', plusCode: '', directions: '', point: null };
    const pins = async () => {
      const { place_id: placeId } = await rowOf(requestId);
      const opened = await database.readGroup(here, (tx) =>
        context.vault.open(tx, { subjectIds: [placeId ?? ''], fields: ['point'] }),
      );
      return opened.map(({ value }) => value);
    };
    await changeAsk(context, ines, { requestId, place: { ...place, point: { latitude: 39.3, longitude: -77.7 } } });
    await changeAsk(context, ines, { requestId, place: { ...place, directions: 'blue door' } });
    expect(await pins()).toEqual(['39.300000,-77.700000']);
    await changeAsk(context, ines, { requestId, place: { ...place, address: '10 Mill Lane' } });
    expect(await pins()).toEqual([]);
  });

  test('touches no other request with that link, and learns nothing of it', async () => {
    const [mine, other] = [await waitingNeed(), await waitingNeed()];
    const actor = await neighborOf(mine.requestId);
    for (const refused of [
      await changeAsk(context, actor, { requestId: other.requestId, words: 'x' }),
      await withdrawRequest(context, actor, { requestId: other.requestId }),
      await answerStillNeeded(context, actor, { requestId: other.requestId, standing: 'still', words: '' }),
      await haltOneNeed(context, actor, { needId: other.needId, reason: 'enough' }),
    ]) {
      expect(refused).toEqual({ ok: false, refusal: { code: 'not-found' } });
    }
  });

  test('withdraws: promises are called off, and nothing can be changed after', async () => {
    const { requestId, needId } = await seedNeed(context, here, { kindId: boxes, quantity: 5 });
    await commitToNeed(context, walt, { needId, quantity: 2 });
    const actor = await neighborOf(requestId);
    const withdrawn = await withdrawRequest(context, actor, { requestId });
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed', ending: 'withdrawn' });
    expect(await needRow(needId)).toMatchObject({ state: 'closed', live_quantity: 0 });
    expect(await changeAsk(context, actor, { requestId, words: 'x' })).toMatchObject({
      refusal: { code: 'wrong-state' },
    });
    expect(await withdrawRequest(context, actor, { requestId })).toMatchObject({ refusal: { code: 'wrong-state' } });

    expect(await undoAct(context, actor, { actId: withdrawn.ok ? withdrawn.value : ('' as never) })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(requestId)).toMatchObject({ state: 'open', ending: null });
    expect(await needRow(needId)).toMatchObject({ state: 'open' });
  });

  test('says that it is still needed, after it was closed too', async () => {
    const { requestId, needId } = await seedNeed(
      context,
      here,
      { kindId: boxes, quantity: 5 },
      { taken_in_at: new Date() },
    );
    await closeRequest(context, ines, { requestId, ending: 'solved' });
    const actor = await neighborOf(requestId);
    expect(
      await answerStillNeeded(context, actor, { requestId, standing: 'wrong', words: 'nobody came' }),
    ).toMatchObject({ ok: true });
    const row = await rowOf(requestId);
    expect(row).toMatchObject({ state: 'open', urgency: 1 });
    expect(row.urgency_reasons).toContain('asked-again');
    expect(await needRow(needId)).toMatchObject({ state: 'open' });
    expect(await answerStillNeeded(context, actor, { requestId, standing: 'solved', words: '' })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed', ending: 'solved' });
  });

  test('who solved it alone before anybody took it in has withdrawn it', async () => {
    const { requestId } = await waitingNeed();
    await answerStillNeeded(context, await neighborOf(requestId), { requestId, standing: 'solved', words: '' });
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed', ending: 'withdrawn' });
  });

  test('gets a lost link again, and the old one ends', async () => {
    const { requestId } = await waitingNeed();
    const [first, second] = [
      await renewLink(context, ines, { requestId }),
      await renewLink(context, ines, { requestId }),
    ];
    const find = (token: string) => database.readGroup(here, (tx) => readRequestByLink(tx, hashLinkToken(token)));
    expect(await find(first.ok ? first.value.token : '')).toBeUndefined();
    expect(await find(second.ok ? second.value.token : '')).toMatchObject({ id: requestId });
    expect(await renewLink(context, walt, { requestId })).toMatchObject({ refusal: { code: 'not-allowed' } });
    const { rows } = await owner.query(`select 1 from audit_entries where verb = 'renew-link' and subject_id = $1`, [
      requestId,
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('erasing', () => {
  const acted = (outcome: Awaited<ReturnType<typeof eraseAsker>>) =>
    outcome.ok ? outcome.value.actId : expect.unreachable(outcome.refusal.code);
  const keepUntil = async (personId: unknown) =>
    (await owner.query<{ at: unknown }>('select keep_until as at from persons where id = $1', [personId])).rows[0]?.at;

  test('ends an open request, and undoing it leaves both as they were', async () => {
    const { requestId, needId } = await waitingNeed();
    await takeInRequest(context, ines, { requestId, open: true });
    const [before, needBefore] = [await rowOf(requestId), await needRow(needId)];
    const neighbor = await neighborOf(requestId);
    const actId = acted(await eraseAsker(context, neighbor, { requestId }));
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed', ending: 'withdrawn' });
    expect(await keepUntil(before.person_id)).not.toBeNull();
    expect(await undoAct(context, neighbor, { actId })).toMatchObject({ ok: true });
    expect(await rowOf(requestId)).toEqual({ ...before, version: expect.any(Number) });
    const counters = { version: expect.any(Number), decision_no: expect.anything() };
    expect(await needRow(needId)).toEqual({ ...needBefore, ...counters });
    expect(await keepUntil(before.person_id)).toBeNull();
    expect(await undoAct(context, neighbor, { actId })).toMatchObject({ ok: false });
  });

  test('leaves what was closed before closed on undo', async () => {
    const { requestId } = await waitingNeed();
    await closeRequest(context, ines, { requestId, ending: 'cannot' });
    const before = await rowOf(requestId);
    const actId = acted(await eraseAsker(context, ines, { requestId }));
    expect(await undoAct(context, ines, { actId })).toMatchObject({ ok: true });
    expect(await rowOf(requestId)).toEqual(before);
  });

  test('keeps what waits for a look apart on undo', async () => {
    const { requestId } = await waitingNeed();
    await owner.query('update requests set held_at = now() where id = $1', [requestId]);
    const before = await rowOf(requestId);
    const actId = acted(await eraseAsker(context, ines, { requestId }));
    expect(await undoAct(context, ines, { actId })).toMatchObject({ ok: true });
    expect(await rowOf(requestId)).toMatchObject({ state: 'new', held_at: before.held_at });
  });
});

describe('looking after a request', () => {
  test('keeps notes, and strikes one out on undo', async () => {
    const { requestId } = await waitingNeed();
    const noted = await noteRequest(context, ines, { requestId, text: 'prefers mornings' });
    const count = async () => (await owner.query('select 1 from notes where request_id = $1', [requestId])).rowCount;
    expect(await count()).toBe(1);
    await undoAct(context, ines, { actId: noted.ok ? noted.value : ('' as never) });
    expect(await count()).toBe(0);
    expect(await noteRequest(context, walt, { requestId, text: 'x' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });

  test('keeps no note about somebody who was erased', async () => {
    const { requestId } = await waitingNeed();
    const { person_id: personId } = await rowOf(requestId);
    await owner.query('update persons set erased_at = now() where id = $1', [personId]);
    expect(await noteRequest(context, ines, { requestId, text: 'x' })).toMatchObject({
      refusal: { code: 'details-erased' },
    });
    expect(await changeAsk(context, ines, { requestId, words: 'x' })).toMatchObject({
      refusal: { code: 'details-erased' },
    });
  });

  test('is put higher and lower by hand, with a reason; the inbox follows, and undo puts it back', async () => {
    const { requestId } = await waitingNeed();
    await owner.query(`update requests set urgency_reasons = '{infant}' where id = $1`, [requestId]);
    const set = (level: 'now' | 'soon' | 'usual', caller = ines) =>
      setUrgency(context, caller, { requestId, level, text: `${level}: they called` });
    const firstInLine = async () => (await inbox(context, ines))?.waiting[0]?.id;
    expect(await set('now', walt)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await set('now', stranger)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await set('usual')).toMatchObject({ refusal: { code: 'same-urgency' } });
    expect(await firstInLine()).not.toBe(requestId);
    const raised = await set('now');
    expect(await rowOf(requestId)).toMatchObject({ urgency: 2, urgency_reasons: ['infant', 'set-by-hand'] });
    expect(await firstInLine()).toBe(requestId);
    const log = async () => {
      const page = await requestPage(context, ines, requestId);
      return page?.kind === 'page' ? page.page.log.map((line) => line.text) : [];
    };
    expect(await log()).toEqual(['now: they called']);
    expect(await set('soon')).toMatchObject({ ok: true });
    const lowered = await set('usual');
    expect(await rowOf(requestId)).toMatchObject({ urgency: 0, urgency_reasons: ['infant', 'set-by-hand'] });
    expect(await undoAct(context, ines, { actId: lowered.ok ? lowered.value : ('' as never) })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(requestId)).toMatchObject({ urgency: 1, urgency_reasons: ['infant', 'set-by-hand'] });
    expect(await log()).toEqual(['now: they called', 'soon: they called']);
    expect(await undoAct(context, ines, { actId: raised.ok ? raised.value : ('' as never) })).toMatchObject({
      refusal: { code: 'undo-later-first' },
    });
    await closeRequest(context, ines, { requestId, ending: 'cannot' });
    expect(await set('now')).toMatchObject({ refusal: { code: 'wrong-state' } });
  });

  test('is as before once setting it by hand is undone', async () => {
    const { requestId } = await waitingNeed();
    const raised = await setUrgency(context, ines, { requestId, level: 'now', text: 'x' });
    for (const outcome of ['no-answer', 'busy', 'busy'] as const) {
      await logContact(context, ines, { requestId, way: 'call', outcome, text: '' });
    }
    expect(await undoAct(context, ines, { actId: raised.ok ? raised.value : ('' as never) })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(requestId)).toMatchObject({ urgency: 0, urgency_reasons: ['unreachable'] });
  });

  test('logs calls: three without an answer make it more urgent, reaching somebody confirms it', async () => {
    const { requestId } = await waitingNeed();
    for (const outcome of ['no-answer', 'busy', 'left-message'] as const) {
      await logContact(context, ines, { requestId, way: 'call', outcome, text: '' });
    }
    expect((await rowOf(requestId)).urgency_reasons).toContain('unreachable');
    await logContact(context, ines, { requestId, way: 'call', outcome: 'reached', text: 'will be home after 5' });
    expect((await rowOf(requestId)).urgency_reasons).not.toContain('unreachable');
    expect(await rowOf(requestId)).toMatchObject({ last_confirmed_by: 'coordinator' });
  });

  test('halts a need, which then takes nothing, and lifts it', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 5 });
    expect(await haltOneNeed(context, ines, { needId, reason: 'enough' })).toMatchObject({ ok: true });
    expect(await commitToNeed(context, walt, { needId, quantity: 1 })).toMatchObject({
      refusal: { code: 'need-halted' },
    });
    expect(await resumeOneNeed(context, walt, { needId })).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await resumeOneNeed(context, ines, { needId })).toMatchObject({ ok: true });
    expect(await commitToNeed(context, walt, { needId, quantity: 1 })).toMatchObject({ ok: true });
    expect(await haltOneNeed(context, stranger, { needId, reason: 'enough' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('wants more or less, never below what is promised, and goes back', async () => {
    const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 5 });
    await commitToNeed(context, walt, { needId, quantity: 3 });
    const to = (quantity: number, cap: number | null = null) =>
      changeNeedAmount(context, ines, { needId, quantity, cap, entered: { figure: String(quantity), unit: 'box' } });
    expect(await to(2)).toMatchObject({ refusal: { code: 'below-committed', committedQuantity: 3 } });
    const more = await to(8, 4);
    expect(await needRow(needId)).toMatchObject({ quantity: 8, cap: 4, entered_amount: '8' });
    expect(await commitToNeed(context, ines, { needId, quantity: 2 })).toMatchObject({ refusal: { openQuantity: 1 } });
    await undoAct(context, ines, { actId: more.ok ? more.value : ('' as never) });
    expect(await needRow(needId)).toMatchObject({ quantity: 5, cap: null, entered_amount: '5' });
  });

  test('adds a line, seen by whoever sees the rest', async () => {
    const { requestId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const [kind] = await database.readGroup(here, (tx) => loadKinds(tx));
    if (!kind) throw new Error('no kind');
    const added = await addNeed(context, ines, { requestId, need: { ...oneUsualUnit(kind), detail: 'no nuts' } });
    expect(added.ok && (await needRow(added.value.needId))).toMatchObject({ audience: 'members', state: 'open' });
    expect(await undoAct(context, ines, { actId: added.ok ? added.value.actId : ('' as never) })).toMatchObject({
      ok: true,
    });
    expect(added.ok && (await needRow(added.value.needId))).toMatchObject({ state: 'closed' });
    await closeRequest(context, ines, { requestId, ending: 'cannot' });
    expect(await addNeed(context, ines, { requestId, need: oneUsualUnit(kind) })).toMatchObject({
      refusal: { code: 'wrong-state' },
    });
  });

  test('passes on to a partner, who says no, then another, who says yes', async () => {
    const { requestId } = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const refer = (name: string) => referRequest(context, ines, { requestId, partner: { name } });
    const waitingId = async () => {
      const { rows } = await owner.query<{ id: string }>(
        `select id from referrals where request_id = $1 and answer = 'waiting'`,
        [requestId],
      );
      return rows[0]?.id as never;
    };
    await refer('Riverside Clinic');
    await answerReferral(context, ines, { referralId: await waitingId(), answer: 'no' });
    expect(await rowOf(requestId)).toMatchObject({ state: 'open' });
    await refer('County food bank');
    await answerReferral(context, ines, { referralId: await waitingId(), answer: 'yes' });
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed', ending: 'passed-on' });

    expect(await refer('Anybody')).toMatchObject({ refusal: { code: 'wrong-state' } });
    const open = await seedNeed(context, here, { kindId: boxes, quantity: 1 });
    const partner = { id: here as unknown as PartnerId };
    expect(await referRequest(context, ines, { requestId: open.requestId, partner })).toMatchObject({
      refusal: { code: 'partner-unknown' },
    });
    expect(await answerReferral(context, ines, { referralId: here as never, answer: 'yes' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('merges two that are one, keeps both links, and can be undone', async () => {
    const [older, newer] = [
      await seedNeed(context, here, { kindId: boxes, quantity: 1 }),
      await seedNeed(context, here, { kindId: boxes, quantity: 2 }),
    ];
    const link = await renewLink(context, ines, { requestId: newer.requestId });
    const merged = await mergeRequests(context, ines, { requestId: newer.requestId, otherId: older.requestId });
    expect(merged.ok && merged.value.keptId).toBe(older.requestId);
    expect(await needRow(newer.needId)).toMatchObject({ request_id: older.requestId });
    const led = await database.readGroup(here, (tx) =>
      readRequestByLink(tx, hashLinkToken(link.ok ? link.value.token : '')),
    );
    expect(led?.id).toBe(older.requestId);
    expect(await mergeRequests(context, ines, { requestId: older.requestId, otherId: newer.requestId })).toMatchObject({
      refusal: { code: 'same-already' },
    });
    await undoAct(context, ines, { actId: merged.ok ? merged.value.actId : ('' as never) });
    expect(await needRow(newer.needId)).toMatchObject({ request_id: newer.requestId });
    expect(await rowOf(newer.requestId)).toMatchObject({ state: 'open', merged_into_id: null });
  });

  test('remembers that two are two', async () => {
    const [one, other] = [await waitingNeed(), await waitingNeed()];
    const pair = { requestId: one.requestId, otherId: other.requestId };
    expect(await sayRequestsDiffer(context, ines, pair)).toMatchObject({ ok: true });
    expect(await mergeRequests(context, ines, pair)).toMatchObject({ refusal: { code: 'said-different' } });
    expect(await mergeRequests(context, walt, pair)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await sayRequestsDiffer(context, stranger, pair)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('ends with an ending that fits', async () => {
    const { requestId } = await waitingNeed();
    expect(await closeRequest(context, ines, { requestId, ending: 'partly' })).toMatchObject({
      refusal: { code: 'ending-not-possible' },
    });
    expect(await closeRequest(context, walt, { requestId, ending: 'mistake' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await closeRequest(context, ines, { requestId, ending: 'mistake' })).toMatchObject({ ok: true });
  });
});
