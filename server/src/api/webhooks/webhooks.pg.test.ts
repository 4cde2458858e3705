import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { ActId, DeliveryId, WebhookId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups, testServerSecret } from '../../../../tests/store/database.ts';
import { seedKind, seedMember } from '../../../../tests/seed/people-and-needs.ts';
import type { WebhookProgram } from '../../../../tests/store/webhook-program.ts';
import { dropOldChanges } from '../../database/changes.ts';
import { undoAct } from '../../record/undo-act.ts';
import { recordHelp } from '../../requests/record-help.ts';
import { programsPage } from '../programs-page.ts';
import type { Subject } from '../subjects.ts';
import { pingWebhook, removeWebhook, replayDeliveries, switchWebhook } from './act-on-webhook.ts';
import { addWebhook } from './add-webhook.ts';
import { failuresMax, pauseMs } from './note-outcome.ts';
import { sendWebhooks } from './send-webhooks.ts';
import { wakeWebhooks } from './wake-webhooks.ts';

/** Ours runs ahead of the database's, so that pauses are over at once. */
let ahead = 0;
const fresh = await freshDatabase({ clock: () => Date.now() + ahead });
const { database, owner, connect } = fresh;
const { here, there } = await seedGroups(fresh.context);
const kindId = await seedKind(fresh.context, here, 'goods.food.box');
const steward = await seedMember(fresh.context, here, { name: 'Rosa', role: 'steward' });
const foreign = await seedMember(fresh.context, there, { name: 'Del', role: 'steward' });

interface Told {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly json: {
    type: string;
    timestamp: string;
    data: { group: { slug: string }; changes: { subject: string; id: string }[] };
  };
}

/** Somebody's server: remembers what it is told, and answers as a test wants. */
let told: Told[] = [];
let answer: (response: http.ServerResponse, one: Told) => void = ok;
function ok(response: http.ServerResponse): void {
  response.writeHead(204).end();
}
const receiver = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    const one = { headers: request.headers, body, json: JSON.parse(body) as Told['json'] };
    told.push(one);
    answer(response, one);
  });
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
const { config } = fresh.context;
const context = { ...fresh.context, config: { ...config, api: { ...config.api, webhookHosts: [host] } } };
afterAll(() => void receiver.close());

beforeEach(async () => {
  ahead += 1000;
  told = [];
  answer = ok;
  await owner.query(`update webhooks set state = 'removed', off_reason = null`);
});

async function added(subjects: readonly Subject[] = ['events']) {
  const outcome = await addWebhook(context, steward, {
    address: `http://${host}/hook`,
    subjects,
    formKey: crypto.randomUUID(),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
async function helps(times = 1): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let no = 0; no < times; no += 1) {
    const done = await recordHelp(context, steward, { kindId, quantity: 1, happenedAt: Date.now() });
    if (!done.ok) throw new Error(done.refusal.code);
    ids.push(done.value.eventId);
  }
  return ids;
}
const send = (webhookId: WebhookId) => sendWebhooks(context, { groupId: here, webhookId });
const toldIds = (): string[] => told.flatMap(({ json }) => json.data.changes.map(({ id }) => id));
const undo = async (actId: ActId) => expect((await undoAct(context, steward, { actId })).ok).toBe(true);
async function listed(webhookId: WebhookId) {
  const page = await programsPage(context, steward);
  return page.ok ? page.value.webhooks.find(({ id }) => id === webhookId) : undefined;
}

describe('what is told', () => {
  test('ids and sorts, signed so that the receiver can tell', async () => {
    const { webhookId, secret } = await added();
    const ids = await helps(3);
    await send(webhookId);
    expect(toldIds()).toEqual(ids);
    const [one] = told;
    expect(one?.json).toMatchObject({ type: 'changes', data: { group: { slug: 'harbor-street' } } });
    expect(Object.keys(one?.json.data.changes[0] ?? {})).toEqual(['subject', 'id']);
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = one?.headers ?? {};
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key)
      .update(`${String(id)}.${String(at)}.${one?.body}`)
      .digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    await send(webhookId);
    expect(told).toHaveLength(1);
  });

  test('only what was asked for, and only of this group', async () => {
    const { webhookId } = await added(['requests']);
    await helps(2);
    await database.forGroup(there, async (tx) => tx.changed('requests', crypto.randomUUID()));
    await send(webhookId);
    expect(told).toEqual([]);
  });

  test('in the order of what happened, in parts, each once', async () => {
    const { webhookId } = await added(['requests']);
    const ids = Array.from({ length: 450 }, () => crypto.randomUUID());
    for (const some of [ids.slice(0, 300), ids.slice(300)])
      await database.forGroup(here, async (tx) => some.forEach((id) => tx.changed('requests', id)));
    await Promise.all([send(webhookId), send(webhookId), send(webhookId)]);
    await send(webhookId);
    expect(told.map(({ json }) => json.data.changes.length)).toEqual([200, 200, 50]);
    expect(new Set(toldIds())).toEqual(new Set(ids));
    expect(new Set(toldIds().slice(300))).toEqual(new Set(ids.slice(300)));
  });

  test('a worker finds what is to be told, and nothing where there is nothing', async () => {
    const { webhookId } = await added();
    const jobs = async () =>
      (
        await owner.query(`select 1 from pgboss.job where name = 'send-webhooks' and data->>'webhookId' = $1`, [
          webhookId,
        ])
      ).rows.length;
    await wakeWebhooks(context);
    expect(await jobs()).toBe(0);
    await helps();
    await wakeWebhooks(context);
    await wakeWebhooks(context);
    expect(await jobs()).toBe(1);
    await removeWebhook(context, steward, { webhookId });
    const { rows } = await owner.query(`select has_webhooks from groups where id = $1`, [here]);
    expect(rows).toEqual([{ has_webhooks: false }]);
  });
});

describe('when nobody answers well', () => {
  test.each([
    ['an error', (response: http.ServerResponse) => response.writeHead(500).end(), 500, 'status'],
    [
      'another address',
      (response: http.ServerResponse) => response.writeHead(302, { location: '/elsewhere' }).end(),
      302,
      'status',
    ],
    ['a broken line', (response: http.ServerResponse) => response.destroy(), null, 'broken'],
  ])('%s is tried again, later and later', async (_, answers, status, problem) => {
    const { webhookId } = await added();
    const ids = await helps();
    answer = answers;
    await send(webhookId);
    expect(await listed(webhookId)).toMatchObject({
      failures: 1,
      deliveries: [{ state: 'waiting', lastStatus: status, lastProblem: problem }],
    });
    await send(webhookId);
    expect(told).toHaveLength(1);
    ahead += pauseMs(1);
    await send(webhookId);
    expect(told).toHaveLength(2);
    ahead += pauseMs(1);
    await send(webhookId);
    expect(told).toHaveLength(2);
    ahead += pauseMs(2);
    answer = ok;
    const more = await helps();
    await send(webhookId);
    expect(toldIds()).toEqual([...ids, ...ids, ...ids, ...more]);
    expect(new Set(told.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await listed(webhookId)).toMatchObject({ failures: 0, nextTryAt: null });
  });

  test('after about a day it is switched off, and hears everything once it is on again', async () => {
    const { webhookId } = await added();
    const ids = [...(await helps())];
    answer = (response) => response.writeHead(503).end();
    const startedAt = ahead;
    for (let failures = 1; failures <= failuresMax; failures += 1) {
      await send(webhookId);
      ids.push(...(await helps()));
      ahead += pauseMs(failures);
    }
    expect(told).toHaveLength(failuresMax);
    expect((ahead - startedAt) / dayMs).toBeGreaterThan(0.8);
    expect(await listed(webhookId)).toMatchObject({ state: 'off', offReason: 'failures' });
    answer = ok;
    told = [];
    await send(webhookId);
    expect(told).toEqual([]);
    expect((await pingWebhook(context, steward, { webhookId })).ok).toBe(false);
    expect((await switchWebhook(context, steward, { webhookId, on: true })).ok).toBe(true);
    await send(webhookId);
    expect(toldIds()).toEqual(ids);
  });

  test('"gone" ends it at once', async () => {
    const { webhookId } = await added();
    await helps();
    answer = (response) => response.writeHead(410).end();
    await send(webhookId);
    expect(await listed(webhookId)).toMatchObject({ state: 'off', offReason: 'gone' });
  });

  test('an answer that changes the protocol is a broken line, and ends', async () => {
    const { webhookId } = await added();
    await helps();
    answer = (response) => response.writeHead(101, { connection: 'upgrade', upgrade: 'other' }).end();
    await send(webhookId);
    expect(await listed(webhookId)).toMatchObject({ failures: 1, deliveries: [{ lastProblem: 'broken' }] });
  });

  test('an answer without end is not read to its end', async () => {
    const { webhookId } = await added();
    const ids = await helps(2);
    answer = (response) => {
      response.writeHead(200);
      const pour = (): void => void (response.destroyed || (response.write('x'.repeat(65_536)), setImmediate(pour)));
      pour();
    };
    await send(webhookId);
    expect(toldIds()).toEqual(ids);
  });

  test('after two weeks off it is told to load everything anew', async () => {
    const { webhookId } = await added();
    await switchWebhook(context, steward, { webhookId, on: false });
    await helps();
    ahead += 14 * dayMs;
    await switchWebhook(context, steward, { webhookId, on: true });
    const ids = await helps();
    await send(webhookId);
    expect(told.map(({ json }) => json.type)).toEqual(['resync', 'changes']);
    expect(toldIds()).toEqual(ids);
  });

  test('what it has not heard is not dropped while it is on', async () => {
    const { webhookId } = await added();
    const ids = await helps(3);
    await database.forGroup(here, (tx) => dropOldChanges(tx, -1));
    await send(webhookId);
    expect(toldIds()).toEqual(ids);
  });
});

describe('by hand', () => {
  test('a test arrives before all that waits, and a failed one changes nothing', async () => {
    const { webhookId } = await added();
    await helps();
    answer = (response) => response.writeHead(500).end();
    await pingWebhook(context, steward, { webhookId });
    await send(webhookId);
    expect(told.map(({ json }) => json.type)).toEqual(['ping']);
    expect(await listed(webhookId)).toMatchObject({
      failures: 0,
      deliveries: [{ sort: 'ping', state: 'failed', lastStatus: 500 }],
    });
    answer = ok;
    await pingWebhook(context, steward, { webhookId });
    await send(webhookId);
    expect(told.map(({ json }) => json.type)).toEqual(['ping', 'ping', 'changes']);
  });

  test('one delivery again, or all since a time', async () => {
    const { webhookId } = await added();
    const first = await helps();
    await send(webhookId);
    ahead += 60_000;
    const since = Date.now() + ahead;
    const second = await helps();
    await send(webhookId);
    const deliveryId = told[0]?.headers['webhook-id'] as DeliveryId;
    expect(await replayDeliveries(context, steward, { webhookId, replay: { deliveryId } })).toEqual({
      ok: true,
      value: 1,
    });
    await send(webhookId);
    expect(toldIds()).toEqual([...first, ...second, ...first]);
    expect(await replayDeliveries(context, steward, { webhookId, replay: { since } })).toEqual({ ok: true, value: 1 });
    await send(webhookId);
    expect(toldIds().at(-1)).toBe(second[0]);
    expect(told[3]?.headers['webhook-id']).toBe(told[1]?.headers['webhook-id']);
  });

  test('everything that was done can be undone', async () => {
    const { webhookId, actId } = await added();
    const off = await switchWebhook(context, steward, { webhookId, on: false });
    expect((await listed(webhookId))?.state).toBe('off');
    if (off.ok) await undo(off.value);
    expect((await listed(webhookId))?.state).toBe('on');
    const removed = await removeWebhook(context, steward, { webhookId });
    expect(await listed(webhookId)).toBeUndefined();
    if (removed.ok) await undo(removed.value);
    expect((await listed(webhookId))?.state).toBe('on');
    await undo(actId);
    expect(await listed(webhookId)).toBeUndefined();
  });

  test('nobody else reaches it: no other group, no plain member, no program', async () => {
    const { webhookId } = await added();
    const walt = await seedMember(context, here, { name: 'Walt', role: 'coordinator' });
    const program = { ...steward, actor: { ...steward.actor, token: { tokenId: webhookId as never, scopes: [] } } };
    for (const caller of [foreign, walt, program]) {
      const acts = [
        await switchWebhook(context, caller, { webhookId, on: false }),
        await removeWebhook(context, caller, { webhookId }),
        await pingWebhook(context, caller, { webhookId }),
        await replayDeliveries(context, caller, { webhookId, replay: { since: 0 } }),
      ];
      expect(acts.map(({ ok: done }) => done)).toEqual([false, false, false, false]);
    }
    expect(
      await addWebhook(context, walt, { address: `http://${host}/`, subjects: ['events'], formKey: 'x' }),
    ).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect((await listed(webhookId))?.state).toBe('on');
  });

  test('the same form twice is one address with one secret, which is nowhere in clear', async () => {
    const form = { address: `http://${host}/`, subjects: ['events'] as const, formKey: crypto.randomUUID() };
    const [one, two] = [await addWebhook(context, steward, form), await addWebhook(context, steward, form)];
    expect(one).toEqual(two);
    const { rows } = await owner.query(`select w::text as text from webhooks w`);
    const secret = one.ok ? Buffer.from(one.value.secret.slice(6), 'base64').toString('hex') : 'none';
    expect(JSON.stringify(rows)).not.toContain(secret);
    // Nor is the key that it was made from.
    const keys = await owner.query(`select 1 from idempotency_keys where key like '%' || $1 || '%'`, [form.formKey]);
    expect(keys.rows).toEqual([]);
  });
});

test('a worker that is killed in the middle loses nothing', async () => {
  const { webhookId } = await added();
  const program: WebhookProgram = {
    connect,
    serverKey: testServerSecret.toString('hex'),
    groupId: here,
    webhookId,
    host,
  };
  const file = path.resolve('tests/store/webhook-program.ts');
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const flags = ['--disable-warning=ExperimentalWarning', file, JSON.stringify(program)];
    const child = spawn(process.execPath, flags, { stdio: 'inherit' });
    // It dies while somebody is being told, who has read everything and never gets to answer.
    const killed = new Promise<void>((resolve) => {
      answer = () => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      };
    });
    ids.push(...(await helps(5)));
    await killed;
    ahead += 60_000;
    // Its lease is over for us; for the next worker, which goes by the database's clock, it is taken away.
    await owner.query(`update webhooks set leased_until = null where id = $1`, [webhookId]);
  }
  answer = ok;
  await send(webhookId);
  expect(new Set(toldIds())).toEqual(new Set(ids));
  expect(told.length).toBeGreaterThan(3);
}, 60_000);
