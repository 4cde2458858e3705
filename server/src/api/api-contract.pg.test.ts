import type { ActId } from '@barnraise/kernel/ids.ts';
import { afterAll, describe, expect, test } from 'vitest';

import { apiContract, type Document } from '../../../tests/seed/api-contract.ts';
import { apiRoom, type Answered, type Sending } from '../../../tests/seed/api-room.ts';
import { seedMember } from '../../../tests/seed/people-and-needs.ts';
import { takeInRequest } from '../requests/take-in-request.ts';

// Calls every operation of the document, until each answer it promises was seen, and holds each to its schema.

const room = await apiRoom();
const { context, database, here, token, steward } = room;
const document = (await room.call('GET', '/openapi.json')).body as Document;
const contract = apiContract(document);
const noScope = await room.tokenWith(['kinds:read']);
const noRequests = await room.tokenWith(['needs:read']);
const plain = await room.tokenOfRole('member');
const nobody = '0198c0de-0000-7000-8000-00000000dead';

async function call(method: string, path: string, sending: Sending = {}): Promise<Answered> {
  const answered = await room.call(method, path, { token, ...sending });
  contract.check(method, path, answered);
  return answered;
}
async function gets(path: string): Promise<Answered['body']> {
  const answered = await call('GET', path);
  expect(answered.status, path).toBe(200);
  return answered.body;
}
async function does(status: number, path: string, body?: unknown, method = 'POST'): Promise<Answered['body']> {
  const answered = await call(method, path, body === undefined ? {} : { body });
  expect([answered.status, answered.body.code], `${method} ${path}`).toEqual([status, answered.body.code]);
  return answered.body;
}

const box = { kind: 'goods.food.box', amount: 4 };
const newRequest = (words = 'The car broke down.') => ({ words, needs: [box], asker: { name: 'Ofelia' } });
async function makesRequest(): Promise<{ readonly id: string; readonly needId: string }> {
  const { id } = await does(201, '/requests', newRequest());
  const { items } = await gets(`/needs?requestId=${id}`);
  return { id, needId: items[0].id };
}
async function opensRequest() {
  const made = await makesRequest();
  await does(200, `/requests/${made.id}/take-in`, { open: true });
  return made;
}

afterAll(() => {
  expect(room.errors).toEqual([]);
});

describe('every operation', () => {
  test.each(contract.operations.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s wants a token, its scopes, and input in order',
    async (_, { method, path, operation }) => {
      const address = path.replaceAll(/\{\w+\}/g, nobody);
      const broken = path.replaceAll(/\{\w+\}/g, 'no-id');
      const body = operation.requestBody ? { body: {} } : {};
      expect((await call(method, address, { token: undefined, ...body })).status).toBe(401);
      const scopes = operation['x-scopes'];
      if (scopes.length > 0) {
        const poor = scopes.includes('kinds:read') ? noRequests : noScope;
        expect((await call(method, address, { ...body, token: poor.token })).status).toBe(403);
      }
      if (operation.parameters.some((one) => one.in === 'query'))
        expect((await call(method, `${address}?limit=0&what=1`)).status).toBe(400);
      if (broken !== path) expect((await call(method, broken, body)).status).toBe(400);
      if (method === 'GET') return;
      expect((await call(method, address, { ...body, key: null })).status).toBe(400);
      if (!operation.requestBody) return;
      expect((await call(method, address, { raw: `"${'x'.repeat(70_000)}"` })).status).toBe(413);
      const wrongType = { raw: '{}', headers: { 'content-type': 'text/plain' } };
      expect((await call(method, address, wrongType)).status).toBe(415);
    },
  );
});

describe('what a token is', () => {
  test('it says who it acts for', async () => {
    expect(await gets('/token')).toMatchObject({
      name: 'CRM',
      group: { slug: 'harbor-street' },
      actsFor: { role: 'steward' },
    });
  });

  test('types, with a version', async () => {
    const { items } = await gets('/kinds?active=true&limit=2');
    expect(items).toHaveLength(2);
    const first = await call('GET', `/kinds/${items[0].id}`);
    const again = await call('GET', `/kinds/${items[0].id}`, {
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect([first.status, again.status, again.body]).toEqual([200, 304, '']);
    await does(404, `/kinds/${nobody}`, undefined, 'GET');
  });
});

describe('changes', () => {
  test('what is new since a list was read', async () => {
    const { changes } = await gets('/requests');
    const { id, needId } = await makesRequest();
    const { items, next, more } = await gets(`/changes?after=${changes}`);
    expect(items).toEqual(
      expect.arrayContaining([
        { subject: 'requests', id },
        { subject: 'needs', id: needId },
      ]),
    );
    expect(more).toBe(false);
    expect((await gets(`/changes?after=${next}`)).items).toEqual([]);
    expect(await gets('/changes')).toMatchObject({ items: [], more: false });
  });
});

describe('requests and needs', () => {
  test('a request from outside to its end', async () => {
    const made = await makesRequest();
    const known = await call('GET', `/requests/${made.id}`);
    expect(known.body).toMatchObject({ state: 'new', channel: 'api' });
    const unchanged = { headers: { 'if-none-match': String(known.headers.etag) } };
    expect((await call('GET', `/requests/${made.id}`, unchanged)).status).toBe(304);
    expect(await gets(`/requests/${made.id}/details`)).toMatchObject({ name: 'Ofelia', words: 'The car broke down.' });
    const only = await does(201, '/requests', { words: 'Only words' });
    await does(200, `/requests/${only.id}/take-in`, { open: false });
    await does(409, `/requests/${only.id}/open`);
    const extra = await does(201, `/requests/${only.id}/needs`, { ...box, detail: 'no pork' });
    await does(200, `/requests/${only.id}/open`);
    const need = await call('GET', `/needs/${extra.id}`);
    expect(need.body).toMatchObject({ open: 4, audience: 'members' });
    const needUnchanged = { headers: { 'if-none-match': String(need.headers.etag) } };
    expect((await call('GET', `/needs/${extra.id}`, needUnchanged)).status).toBe(304);
    await does(200, `/requests/${only.id}/close`, { ending: 'solved' });
    await does(409, `/requests/${only.id}/close`, { ending: 'solved' });
    await does(409, `/requests/${only.id}/take-in`, { open: true });
    await does(409, `/requests/${only.id}/needs`, box);
    await does(200, `/requests/${made.id}/withdraw`);
    await does(409, `/requests/${made.id}/withdraw`);
    expect((await gets('/requests?state=closed')).items).toHaveLength(2);
  });

  test('a closed group takes nothing from outside', async () => {
    const setOpen = (open: boolean) =>
      database.forGroup(here, (tx) => tx.db.updateTable('group_settings').set({ asks_open: open }).execute());
    await setOpen(false);
    await does(409, '/requests', newRequest());
    await setOpen(true);
  });

  test('wants more or less, and no more at all', async () => {
    const { needId } = await opensRequest();
    await does(200, `/needs/${needId}`, { amount: '6', cap: 5 }, 'PATCH');
    await does(201, '/commitments', { needId, quantity: 3 });
    await does(409, `/needs/${needId}`, { amount: '2' }, 'PATCH');
    await does(200, `/needs/${needId}/halt`, { reason: 'no-room' });
    expect(await gets(`/needs/${needId}`)).toMatchObject({
      cap: 5,
      promised: 3,
      open: 2,
      halted: { reason: 'no-room' },
    });
    await does(200, `/needs/${needId}/resume`);
    await does(404, `/needs/${nobody}/halt`, {});
    await does(404, `/needs/${nobody}/resume`);
    await does(404, `/needs/${nobody}`, { amount: 1 }, 'PATCH');
    await does(404, `/needs/${nobody}`, undefined, 'GET');
  });

  test('what is not there', async () => {
    for (const [path, body] of [
      ['take-in', { open: true }],
      ['open', undefined],
      ['close', { ending: 'solved' }],
      ['withdraw', undefined],
      ['needs', box],
    ] as const)
      await does(404, `/requests/${nobody}/${path}`, body);
    for (const path of ['', '/details']) await does(404, `/requests/${nobody}${path}`, undefined, 'GET');
  });
});

describe('offers', () => {
  test('an offer from outside to its end', async () => {
    const giver = { name: 'Dale', phone: '304 555 0121' };
    const offer = {
      kind: 'service.ride.medical',
      askBy: 'call',
      giver,
      hours: [{ weekday: 2, from: '09:00', until: '12:00' }],
    };
    const made = await does(201, '/offers', offer);
    expect(await gets(`/offers/${made.id}`)).toMatchObject({ takenInAt: null, provider: { kind: 'neighbor' } });
    expect(await gets(`/offers/${made.id}/details`)).toMatchObject({ name: 'Dale' });
    await does(200, `/offers/${made.id}/take-in`);
    await does(200, `/offers/${made.id}`, { ...box, standing: false, amount: '12' }, 'PUT');
    const changed = await call('GET', `/offers/${made.id}`);
    expect(changed.body).toMatchObject({ standing: false, quantity: 12, kind: 'goods.food.box' });
    const unchanged = { headers: { 'if-none-match': String(changed.headers.etag) } };
    expect((await call('GET', `/offers/${made.id}`, unchanged)).status).toBe(304);
    await does(200, `/offers/${made.id}/end`);
    for (const act of ['end', 'take-in']) await does(409, `/offers/${made.id}/${act}`);
    await does(409, `/offers/${made.id}`, box, 'PUT');
    expect((await gets('/offers?state=withdrawn')).items).toHaveLength(1);
    for (const act of ['end', 'take-in']) await does(404, `/offers/${nobody}/${act}`);
    await does(404, `/offers/${nobody}`, box, 'PUT');
    for (const path of ['', '/details']) await does(404, `/offers/${nobody}${path}`, undefined, 'GET');
  });
});

describe('asks', () => {
  test('somebody is asked, and says yes', async () => {
    const walt = await seedMember(context, here, { name: 'Walt' });
    const { needId } = await opensRequest();
    const asked = await does(200, '/asks', { needId, memberIds: [walt.actor.memberId], quantity: 2 });
    const [ask] = asked.asks;
    await does(409, '/asks', { needId, memberIds: [walt.actor.memberId] });
    const known = await call('GET', `/asks/${ask.id}`);
    expect(known.body).toMatchObject({ state: 'sent', to: { kind: 'member', id: walt.actor.memberId } });
    const unchanged = { headers: { 'if-none-match': String(known.headers.etag) } };
    expect((await call('GET', `/asks/${ask.id}`, unchanged)).status).toBe(304);
    const answered = await does(200, `/asks/${ask.id}/answer`, { answer: 'yes' });
    await does(409, `/asks/${ask.id}/answer`, { answer: 'no' });
    expect(await gets(`/commitments/${answered.commitmentId}`)).toMatchObject({ quantity: 2, madeBy: 'ask' });
    expect(await gets(`/commitments/${answered.commitmentId}/details`)).toMatchObject({ name: 'Walt' });
    expect((await gets(`/asks?needId=${needId}&state=yes`)).items).toHaveLength(1);
    await does(404, '/asks', { needId: nobody, memberIds: [walt.actor.memberId] });
    await does(404, `/asks/${nobody}/answer`, { answer: 'no' });
    await does(404, `/asks/${nobody}`, undefined, 'GET');
  });
});

describe('commitments and events', () => {
  test('a promise from yes to done', async () => {
    const { needId } = await opensRequest();
    const made = await does(201, '/commitments', { needId, quantity: 2, decisionNo: 0 });
    await does(409, '/commitments', { needId, quantity: 9 });
    const path = `/commitments/${made.id}`;
    await does(200, `${path}/confirm`);
    const dueBackAt = new Date(Date.now() + 3_600_000).toISOString();
    await does(200, `${path}/start`, { dueBackAt, people: 1 });
    await does(409, `${path}/start`, { dueBackAt });
    await does(409, `${path}/finish`, { doneQuantity: 3 });
    const finished = await does(200, `${path}/finish`, { doneQuantity: 1, effortMinutes: 20 });
    for (const [act, body] of [
      ['confirm', undefined],
      ['give-back', {}],
    ] as const)
      await does(409, `${path}/${act}`, body);
    expect(await gets(`/events?commitmentId=${made.id}`)).toMatchObject({
      items: [{ id: finished.eventId, quantity: 1 }],
    });
    await does(409, `/events/${finished.eventId}/correct`);
    const known = await call('GET', path);
    expect(known.body).toMatchObject({ state: 'done', doneQuantity: 1, effortMinutes: 20 });
    const unchanged = { headers: { 'if-none-match': String(known.headers.etag) } };
    expect((await call('GET', path, unchanged)).status).toBe(304);
    expect((await gets(`/commitments?needId=${needId}&state=done`)).items).toHaveLength(1);
    await does(404, '/commitments', { needId: nobody, quantity: 1 });
    for (const [act, body] of [
      ['confirm', undefined],
      ['start', { dueBackAt }],
      ['finish', { doneQuantity: 1 }],
      ['give-back', {}],
    ] as const)
      await does(404, `/commitments/${nobody}/${act}`, body);
    for (const end of ['', '/details']) await does(404, `/commitments/${nobody}${end}`, undefined, 'GET');
  });

  test('a coordinator’s program writes down somebody else’s yes, and gives it back', async () => {
    const walt = await seedMember(context, here, { name: 'Walt' });
    const { needId } = await opensRequest();
    const provider = { kind: 'member', memberId: walt.actor.memberId };
    const made = await does(201, '/commitments', { needId, quantity: 1, provider });
    await does(200, `/commitments/${made.id}/give-back`, { reason: 'cannot-come' });
    expect(await gets(`/commitments/${made.id}`)).toMatchObject({ state: 'withdrawn', madeBy: 'coordinator' });
    await does(409, '/commitments', { needId, quantity: 1, provider: { ...provider, memberId: nobody } });
  });

  test('what was done anyway, corrected and undone', async () => {
    const help = { ...box, happenedAt: new Date(Date.now() - 60_000).toISOString() };
    const made = await does(201, '/events', help);
    expect(await gets(`/events/${made.id}`)).toMatchObject({ verb: 'handed-out', to: { kind: 'neighbors' } });
    const { id } = await does(201, `/events/${made.id}/correct`);
    expect(await gets(`/events/${id}`)).toMatchObject({ correctsId: made.id });
    await does(409, `/events/${made.id}/correct`);
    await does(404, `/events/${nobody}/correct`);
    await does(404, `/events/${nobody}`, undefined, 'GET');
    const other = await does(201, '/events', help);
    await does(200, `/acts/${other.actId}/undo`);
    await does(409, `/acts/${other.actId}/undo`);
    await does(404, `/acts/${nobody}/undo`);
    // The books hold no more than a number that is exact.
    await room.owner.query(`update ledger_accounts set balance = $1 where holder = 'neighbors'`, [
      Number.MAX_SAFE_INTEGER,
    ]);
    await does(409, '/events', help);
    await room.owner.query(`update ledger_accounts set balance = 100 where holder = 'neighbors'`);
  });
});

describe('places', () => {
  test('rough for all, exact on record', async () => {
    const place = { address: '9 Mill Lane', point: { latitude: 39.3, longitude: -77.7 } };
    const { id } = await does(201, '/requests', { ...newRequest(), place });
    const { placeId } = await gets(`/requests/${id}`);
    expect(await gets(`/places/${placeId}`)).toMatchObject({ cell: '872aaa984ffffff' });
    expect(await gets(`/places/${placeId}/details`)).toMatchObject({ address: '9 Mill Lane' });
    expect((await gets('/places')).items).toHaveLength(1);
    for (const end of ['', '/details']) await does(404, `/places/${nobody}${end}`, undefined, 'GET');
  });
});

describe('doors that stay closed', () => {
  test('a plain member’s program may not what the member may not', async () => {
    const sending = { token: plain.token };
    for (const path of ['/requests', '/offers', '/asks', '/places']) {
      expect((await call('GET', path, sending)).status, path).toBe(403);
      expect((await call('GET', `${path}/${nobody}`, sending)).status, path).toBe(403);
    }
    expect((await gets('/needs?state=open')).items.length).toBeGreaterThan(0);
  });

  test('somebody else’s act is not undone', async () => {
    const { id } = await makesRequest();
    const taken = await takeInRequest(context, steward, { requestId: id as never, open: true });
    if (!taken.ok) throw new Error(taken.refusal.code);
    await does(403, `/acts/${taken.value satisfies ActId}/undo`);
  });

  test('one key for two things', async () => {
    for (const { method, path, operation } of contract.operations) {
      if (method === 'GET') continue;
      // Whatever this key did first, it is none of these operations.
      await reuse(method, path, operation.operationId);
    }
  });

  test('a cursor from long ago', async () => {
    const old = Buffer.from(`c 700 ${Date.now() - 15 * 86_400_000}`).toString('base64url');
    await does(410, `/changes?after=${old}`, undefined, 'GET');
    await does(400, '/changes?after=nonsense', undefined, 'GET');
    await does(400, '/requests?after=nonsense', undefined, 'GET');
  });
});

/** Does one thing under a key, then sends the key with another operation. */
async function reuse(method: string, path: string, name: string): Promise<void> {
  const key = `reuse-${name}`;
  const first = name === 'recordEvent' ? await otherThing(key) : await record(key);
  expect(first.status).toBe(201);
  const { address, body } = await fitting(name, path);
  const again = await call(method, address, { key, ...(body !== undefined && { body }) });
  expect([again.status, again.body.code], name).toEqual([422, 'key-reused']);
}

const record = (key: string) =>
  call('POST', '/events', { key, body: { ...box, happenedAt: new Date(Date.now() - 60_000).toISOString() } });
const otherThing = (key: string) => call('POST', '/requests', { key, body: newRequest() });

/** Input that this operation would take. */
async function fitting(name: string, path: string): Promise<{ readonly address: string; readonly body?: unknown }> {
  const bodies: Readonly<Record<string, unknown>> = {
    createRequest: newRequest(),
    takeInRequest: {},
    closeRequest: { ending: 'solved' },
    addNeed: box,
    changeNeed: { amount: 5 },
    haltNeed: {},
    createOffer: box,
    changeOffer: box,
    askPeople: { needId: nobody, memberIds: [nobody] },
    answerAsk: { answer: 'no' },
    createCommitment: { needId: nobody, quantity: 1 },
    startCommitment: { dueBackAt: new Date(Date.now() + 3_600_000).toISOString() },
    finishCommitment: { doneQuantity: 1 },
    giveBackCommitment: {},
    recordEvent: { ...box, happenedAt: new Date(Date.now() - 60_000).toISOString() },
  };
  const needId = path.includes('{needId}') ? (await makesRequest()).needId : nobody;
  const address = path.replace('{needId}', needId).replaceAll(/\{\w+\}/g, nobody);
  return { address, body: bodies[name] };
}

test('every answer that the document promises was seen', () => {
  expect(contract.unseen([429, 500])).toEqual([]);
});
