import http from 'node:http';

import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { apiContract, type Document } from '../../../tests/seed/api-contract.ts';
import { apiRoom } from '../../../tests/seed/api-room.ts';
import { endMembership } from '../people/end-membership.ts';
import { programsPage } from './programs-page.ts';
import { makeToken, tokensMax } from './tokens/make-token.ts';
import { revokeToken } from './tokens/revoke-token.ts';

const room = await apiRoom();
const { call, context, database, owner, here, steward, token, tokenId, foreignToken, errors } = room;
const document = (await call('GET', '/openapi.json')).body as Document;
const { operations, check } = apiContract(document);

const request = { words: 'The car broke down.', needs: [{ kind: 'goods.food.box', amount: 2 }] };
const made = await call('POST', '/requests', {
  token,
  body: { ...request, asker: { name: 'Ofelia', phone: '304 555 0144' } },
});
const requestId = made.body.id as string;

afterAll(() => {
  expect(errors).toEqual([]);
});

async function count(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table} where group_id = $1`, [
    here,
  ]);
  return rows[0]?.n ?? 0;
}

describe('who comes in', () => {
  test.each([
    ['nothing', undefined],
    ['another word', 'Basic cm9zYTpyb3Nh'],
    ['half a token', `Bearer ${token.slice(0, 40)}`],
    ['a token of nowhere', `Bearer barnraise_${'A'.repeat(65)}`],
    ['one letter wrong', `Bearer ${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['two tokens', `Bearer ${token} ${token}`],
  ])('not with %s', async (_, authorization) => {
    const answered = await call('GET', '/token', { headers: authorization === undefined ? {} : { authorization } });
    expect(answered.status).toBe(401);
    expect(answered.headers['www-authenticate']).toContain('Bearer');
    expect(answered.headers['content-type']).toContain('application/problem+json');
  });

  test('not by a cookie, and no other site reads an answer', async () => {
    const answered = await call('GET', '/token', {
      headers: { cookie: `session=${token}`, origin: 'https://evil.example' },
    });
    expect(answered.status).toBe(401);
    const allowed = await call('GET', '/token', { token, headers: { origin: 'https://evil.example' } });
    expect(Object.keys(allowed.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await call('OPTIONS', '/token', { token })).status).toBe(405);
  });

  test('not with a token that was taken back, is over, or whose maker has left', async () => {
    const { token: brief, tokenId: briefId } = await room.tokenWith(['kinds:read'], 1);
    expect((await call('GET', '/kinds', { token: brief })).status).toBe(200);
    await owner.query(`update api_tokens set expires_at = now() where id = $1`, [briefId]);
    expect((await call('GET', '/kinds', { token: brief })).body.code).toBe('token-ended');

    const back = await room.tokenWith(['kinds:read']);
    await revokeToken(context, steward, { tokenId: back.tokenId });
    expect((await call('GET', '/kinds', { token: back.token })).body.code).toBe('token-ended');

    const left = await room.tokenOfRole('coordinator');
    expect((await call('GET', '/requests', { token: left.token })).status).toBe(200);
    const ended = await endMembership(context, steward, { memberId: left.memberId });
    expect(ended.ok).toBe(true);
    expect((await call('GET', '/requests', { token: left.token })).body.code).toBe('token-ended');
  });

  test('a stranger who tries tokens is slowed down', async () => {
    const tries = await Promise.all(
      Array.from({ length: 80 }, () => call('GET', '/token', { token: `barnraise_${'B'.repeat(65)}` })),
    );
    const slowed = tries.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(0);
    expect(Number(slowed[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await call('GET', '/token', { token })).status).toBe(200);
    await owner.query(`delete from rate_limits where bucket like 'api-stranger:%'`);
  });

  test('by no more tokens than the page shows, whatever has ended in between', async () => {
    const make = () =>
      makeToken(context, room.foreign, {
        name: 'Sheet',
        scopes: ['kinds:read'],
        days: 1,
        formKey: crypto.randomUUID(),
      });
    const first = await make();
    if (!first.ok) throw new Error(first.refusal.code);
    for (const ended of [false, true]) {
      await owner.query(
        `insert into api_tokens (group_id, id, token_hash, name, scopes, made_by_id, created_at, expires_at, revoked_at)
         select group_id, uuidv7(), sha256(uuidv7()::text::bytea), name, scopes, made_by_id, now() + $3, null, $2
         from api_tokens, generate_series(1, $4) where id = $1`,
        [first.value.tokenId, ended ? new Date() : null, ended ? '1 minute' : '0', tokensMax - 2],
      );
    }
    expect(await make()).toMatchObject({ ok: false, refusal: { code: 'too-many-tokens' } });
    const page = await programsPage(context, room.foreign);
    const live = page.ok ? page.value.tokens.filter(({ ended }) => ended === null) : [];
    expect(live.map(({ id }) => id)).toContain(first.value.tokenId);
    expect(live).toHaveLength(tokensMax);
    await owner.query('delete from api_tokens where name = $1', ['Sheet']);
    expect(await make()).toMatchObject({ ok: true });
  });

  test('by the same token when the same form comes again, whose key is nowhere in clear', async () => {
    const form = { name: 'Sheet', scopes: ['kinds:read'] as const, days: 1, formKey: crypto.randomUUID() };
    const [one, ...others] = await Promise.all([1, 2, 3, 4].map(() => makeToken(context, room.foreign, form)));
    expect(one).toMatchObject({ ok: true });
    for (const other of others) expect(other).toEqual(one);
    const { rows } = await owner.query(`select 1 from idempotency_keys where key like '%' || $1 || '%'`, [
      form.formKey,
    ]);
    expect(rows).toEqual([]);
  });

  test('its use is noted, by the hour', async () => {
    const { rows } = await owner.query<{ used: number }>(`select last_used_at as used from api_tokens where id = $1`, [
      tokenId,
    ]);
    expect((rows[0]?.used ?? 1) % 3_600_000).toBe(0);
  });
});

describe('when it is too much, or breaks', () => {
  test('a token that calls too often is told when to come back, whatever else it asks', async () => {
    const { config } = context;
    const slow = await room.openAnother({ config: { ...config, api: { ...config.api, callsPerMinute: 5 } } });
    const often = await room.tokenWith(['kinds:read']);
    const calls = await Promise.all(Array.from({ length: 9 }, () => slow('GET', '/kinds', { token: often.token })));
    const slowed = calls.filter(({ status }) => status === 429);
    expect(slowed).toHaveLength(4);
    for (const one of slowed) check('GET', '/kinds', one);
    expect(Number(slowed[0]?.headers['retry-after'])).toBe(slowed[0]?.body.data.retryAfterSeconds);
    expect((await slow('GET', '/kinds', { token })).status).toBe(200);
  });

  test('what nobody expected has a reference, and says nothing else', async () => {
    const readAtOnce = () => Promise.reject(new Error('Ofelia is at 9 Mill Lane'));
    const broken = await room.openAnother({ database: { ...database, readAtOnce } });
    const answered = await broken('GET', '/kinds', { token });
    check('GET', '/kinds', answered);
    expect(answered.body).toMatchObject({ status: 500, code: 'broken', reference: '123456' });
    expect(JSON.stringify(answered.body)).not.toMatch(/Ofelia|Mill/);
    expect(errors.splice(0)).toHaveLength(1);
  });
});

describe('another group', () => {
  test('sees nothing of this one, and changes nothing', async () => {
    const before = await owner.query(`select version from requests where id = $1`, [requestId]);
    const needId = (await call('GET', `/needs?requestId=${requestId}`, { token })).body.items[0].id as string;
    const sending = { token: foreignToken };
    for (const path of [`/requests/${requestId}`, `/requests/${requestId}/details`, `/needs/${needId}`])
      expect((await call('GET', path, sending)).status, path).toBe(404);
    for (const path of ['requests', 'needs', 'offers', 'asks', 'commitments', 'events', 'places'])
      expect((await call('GET', `/${path}`, sending)).body.items, path).toEqual([]);
    const acts = [`/requests/${requestId}/take-in`, `/requests/${requestId}/close`, `/needs/${needId}/halt`] as const;
    for (const path of acts)
      expect(
        (await call('POST', path, { ...sending, body: path.endsWith('close') ? { ending: 'solved' } : {} })).status,
      ).toBe(404);
    expect((await call('POST', '/commitments', { ...sending, body: { needId, quantity: 1 } })).status).toBe(404);
    const after = await owner.query(`select version from requests where id = $1`, [requestId]);
    expect(after.rows).toEqual(before.rows);
  });
});

describe('what is private', () => {
  test('is in no answer without its own scope, and every opening is on record', async () => {
    const poor = await room.tokenWith([
      'requests:read',
      'needs:read',
      'offers:read',
      'places:read',
      'commitments:read',
    ]);
    const answers = [];
    for (const { method, path } of operations) {
      if (method !== 'GET') continue;
      const address = path.replace('{requestId}', requestId).replaceAll(/\{\w+\}/g, requestId);
      answers.push(JSON.stringify((await call('GET', address, { token: poor.token })).body));
    }
    expect(answers.join('')).not.toMatch(/Ofelia|555\D?0144|broke down/);

    const rich = await room.tokenWith(['requests:read', 'personal:read']);
    expect((await call('GET', `/requests/${requestId}/details`, { token: rich.token })).body.name).toBe('Ofelia');
    const { rows } = await owner.query(
      `select reader_kind, purpose, token_id from vault_readings where token_id = $1`,
      [rich.tokenId],
    );
    expect(rows).toEqual([{ reader_kind: 'member', purpose: 'intake', token_id: rich.tokenId }]);
  });

  test('a plain member’s token opens nothing, whatever its scopes', async () => {
    const plain = await room.tokenOfRole('member');
    expect((await call('GET', `/requests/${requestId}/details`, { token: plain.token })).status).toBe(403);
  });

  test('acts and the record say by which token', async () => {
    const { rows } = await owner.query<{ data: { tokenId?: string } }>(
      `select data from audit_entries where subject_id = $1 and verb = 'ask-for-help'`,
      [requestId],
    );
    expect(rows).toEqual([{ data: { tokenId } }]);
    const { body } = await call('POST', `/requests/${requestId}/take-in`, { token, body: {} });
    const acts = await owner.query(`select token_id, actor_kind from acts where id = $1`, [body.actId]);
    expect(acts.rows).toEqual([{ token_id: tokenId, actor_kind: 'member' }]);
    const other = await room.tokenWith(['requests:write']);
    expect((await call('POST', `/acts/${body.actId}/undo`, { token: other.token })).status).toBe(403);
    expect((await call('POST', `/acts/${body.actId}/undo`, { token })).status).toBe(200);
  });
});

describe('one key', () => {
  test('sent again gives the same answer, and does it once', async () => {
    const before = await count('requests');
    const key = 'order-1';
    const first = await call('POST', '/requests', { token, body: request, key });
    const again = await call('POST', '/requests', { token, body: request, key });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(await count('requests')).toBe(before + 1);
    const other = await call('POST', '/requests', { token, key, body: { ...request, words: 'Another thing' } });
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
    expect(await count('requests')).toBe(before + 1);
  });

  test('of two tokens is two', async () => {
    const other = await room.tokenWith(['requests:write']);
    const [one, two] = await Promise.all(
      [token, other.token].map((each) => call('POST', '/requests', { token: each, body: request, key: 'shared' })),
    );
    expect(one?.body.id).not.toBe(two?.body.id);
    expect(one?.body.link).not.toBe(two?.body.link);
  });

  test('sent twenty times at once does it once', async () => {
    const before = [await count('requests'), await count('offers'), await count('events')];
    const race = async (path: string, body: object) => {
      const key = crypto.randomUUID();
      const all = await Promise.all(Array.from({ length: 20 }, () => call('POST', path, { token, body, key })));
      expect(new Set(all.map((one) => `${one.status} ${JSON.stringify(one.body)}`)).size).toBe(1);
      expect(all[0]?.status).toBe(201);
    };
    await race('/requests', request);
    await race('/offers', { kind: 'service.ride.medical' });
    await race('/events', { kind: 'goods.food.box', amount: 1, happenedAt: '2026-01-05T10:00:00Z' });
    const after = [await count('requests'), await count('offers'), await count('events')];
    expect(after).toEqual(before.map((n) => n + 1));
  });

  test('a refusal is decided anew', async () => {
    const key = crypto.randomUUID();
    const close = () => call('POST', `/requests/${requestId}/open`, { token, key });
    expect((await close()).status).toBe(409);
    await call('POST', `/requests/${requestId}/take-in`, { token, body: {} });
    expect((await close()).status).toBe(200);
  });
});

describe('paging', () => {
  test('misses nothing and repeats nothing while others write', async () => {
    const ids = async (order: string) => {
      const seen: string[] = [];
      let after = '';
      let changes = '';
      do {
        const { body } = await call('GET', `/requests?limit=7&order=${order}${after}`, { token });
        seen.push(...body.items.map((one: { id: string }) => one.id));
        changes = body.changes;
        after = body.next ? `&after=${body.next}` : '';
        await call('POST', '/requests', { token, body: request });
      } while (after !== '' && seen.length < 500);
      return { seen, changes };
    };
    for (let no = 0; no < 20; no += 1) await call('POST', '/requests', { token, body: request });
    const known = await count('requests');
    for (const order of ['oldest', 'newest']) {
      const { seen, changes } = await ids(order);
      expect(new Set(seen).size).toBe(seen.length);
      const followed = new Set(seen);
      let after = changes;
      let more = true;
      while (more) {
        const { body } = await call('GET', `/changes?after=${after}&limit=3`, { token });
        for (const one of body.items) if (one.subject === 'requests') followed.add(one.id);
        after = body.next;
        more = body.more;
      }
      expect(followed.size, order).toBe(await count('requests'));
    }
    expect(await count('requests')).toBeGreaterThan(known + 4);
  });

  test('a transaction that commits late is still told', async () => {
    const { body } = await call('GET', '/changes', { token });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const isOpen = new Promise<void>((resolve) => (begun = resolve));
    const late = database.forGroup(here, async (tx) => {
      await tx.db
        .updateTable('requests')
        .set({ urgency: 1 })
        .where('group_id', '=', here)
        .where('id', '=', requestId as never)
        .execute();
      tx.changed('requests', requestId);
      begun();
      await held;
    });
    await isOpen;
    const early = await call('POST', '/requests', { token, body: request });
    const first = (await call('GET', `/changes?after=${body.next}`, { token })).body;
    release();
    await late;
    const second = (await call('GET', `/changes?after=${first.next}`, { token })).body;
    const told = [...first.items, ...second.items].map((one: { id: string }) => one.id);
    expect(told).toEqual(expect.arrayContaining([requestId, early.body.id]));
  });

  test('a cursor of a server before a restore is lost, not silent', async () => {
    const ahead = Buffer.from(`c 99999999 ${Date.now()}`).toString('base64url');
    expect((await call('GET', `/changes?after=${ahead}`, { token })).status).toBe(410);
  });

  test.each([
    '1.requests.------------------------------------',
    `1.requests.${'a'.repeat(36)}`,
    `${'9'.repeat(20)}.requests.${requestId}`,
    '18446744073709551616',
  ])('what only looks like a place is none: %s', async (place) => {
    const forged = Buffer.from(`c ${place} ${Date.now()}`).toString('base64url');
    const answered = await call('GET', `/changes?after=${forged}`, { token });
    expect([answered.status, answered.body.code]).toEqual([400, 'cursor-wrong']);
  });
});

describe('bad input', () => {
  const post = (raw: string | Uint8Array, headers: http.OutgoingHttpHeaders = {}) =>
    call('POST', '/requests', { token, raw, headers });

  test.each([
    ['half of it', '{"words":"a', 'body-broken'],
    ['nothing', '', 'body-broken'],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'body-broken'],
    ['ten thousand brackets', '['.repeat(10_000), 'body-broken'],
    ['ten thousand closed brackets', '['.repeat(10_000) + ']'.repeat(10_000), 'fields-wrong'],
    ['a number', '12', 'fields-wrong'],
    ['null', 'null', 'fields-wrong'],
    ['a prototype', '{"__proto__":{"words":"x"},"constructor":1}', 'fields-wrong'],
    ['the end of a text', '{"words":"a\\u0000b"}', 'fields-wrong'],
    ['half a letter', '{"words":"\\ud800"}', 'fields-wrong'],
    ['words too long', JSON.stringify({ words: 'x'.repeat(2001) }), 'fields-wrong'],
    [
      'too many lines',
      JSON.stringify({ words: 'x', needs: Array.from({ length: 21 }, () => ({ kind: 'a', amount: 1 })) }),
      'fields-wrong',
    ],
    ['a type nobody knows', JSON.stringify({ needs: [{ kind: 'goods.moon', amount: 1 }] }), 'fields-wrong'],
    ['an amount that is none', JSON.stringify({ needs: [{ kind: 'goods.food.box', amount: 'many' }] }), 'fields-wrong'],
    [
      'a time long ago',
      JSON.stringify({ words: 'x', window: { from: '0001-01-01T00:00:00Z', until: '0001-01-02T00:00:00Z' } }),
      'fields-wrong',
    ],
    ['nothing to do', '{}', 'fields-wrong'],
  ])('%s', async (_, raw, code) => {
    const answered = await post(raw);
    check('POST', '/requests', answered);
    expect([answered.status, answered.body.code]).toEqual([400, code]);
  });

  test('says where each thing is wrong, in the language asked for', async () => {
    const body = { needs: [{ kind: 'goods.food.box', amount: 0 }], words: 7, what: 1 };
    const answered = await call('POST', '/requests', { token, body, headers: { 'accept-language': 'es-MX,en;q=0.5' } });
    expect(answered.headers['content-language']).toBe('es');
    expect(answered.body).toMatchObject({
      title: 'Hay algo que revisar',
      fields: [
        { at: 'body.words', code: 'wrong-sort', detail: 'Esto es de otro tipo.' },
        { at: 'body.needs.0.amount', code: 'too-small' },
        { at: 'body.what', code: 'unknown-name' },
      ],
    });
  });

  test('a body of a megabyte, declared or not, and one without end', async () => {
    const long = JSON.stringify({ words: 'x'.repeat(1_000_000) });
    expect((await post(long)).status).toBe(413);
    expect((await post(long, { 'transfer-encoding': 'chunked' })).status).toBe(413);
    const before = await call('GET', '/token', { token });
    expect(before.status).toBe(200);
  });

  test.each([
    '/nothing',
    '/requests/',
    '//',
    '/requests/%',
    '/requests/%2e%2e%2fkinds',
    '/requests/%00',
    '/__proto__',
    '/requests/constructor',
  ])('the address %s', async (path) => {
    const answered = await call('GET', path, { token });
    expect([400, 404]).toContain(answered.status);
    expect(answered.headers['content-type']).toContain('application/problem+json');
  });

  test('a method that is not there', async () => {
    const answered = await call('DELETE', '/requests', { token });
    expect([answered.status, answered.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    expect((await call('HEAD', '/requests', { token })).status).toBe(200);
  });

  test('a key that is none', async () => {
    for (const key of ['', ' ', 'x'.repeat(201), 'schlüssel'])
      expect(
        (
          await call('POST', '/requests', {
            token,
            body: request,
            key,
            headers: { 'idempotency-key': encodeURI(key) === key ? key : ' ' },
          })
        ).status,
      ).toBe(400);
  });

  const junk = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()));
  test.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s never breaks, whatever is sent',
    async (_, { method, path, operation }) => {
      await fc.assert(
        fc.asyncProperty(junk, fc.string(), fc.string(), async (body, part, value) => {
          const address = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(part) || 'x');
          const query = new URLSearchParams({ after: value, limit: part, [value]: part });
          const { status } = await call(method, `${address}?${query}`, {
            token,
            ...(operation.requestBody && { body }),
          });
          expect(status).toBeLessThan(500);
        }),
        { numRuns: process.env['BARNRAISE_LONG'] ? 300 : 12 },
      );
    },
  );

  test('bodies that nearly fit never break either', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const nearly = fc.record(
      {
        words: text,
        language: fc.oneof(fc.constant('es'), text),
        asker: fc.record({ name: text, phone: text, mail: text }, { requiredKeys: [] }),
        needs: fc.array(
          fc.record(
            {
              kind: fc.constantFrom('goods.food.box', 'goods.diapers.any', 'x'),
              amount: fc.oneof(fc.integer(), text),
              unit: fc.constantFrom('each', 'pack', 'mile'),
            },
            { requiredKeys: ['kind', 'amount'] },
          ),
          { maxLength: 3 },
        ),
        place: fc.record(
          { plusCode: text, point: fc.record({ latitude: fc.double(), longitude: fc.double() }) },
          { requiredKeys: [] },
        ),
        window: fc.record({ from: fc.date().map(iso), until: fc.date().map(iso) }),
        household: fc.record({ size: fc.integer(), people: fc.dictionary(text, fc.integer()) }, { requiredKeys: [] }),
        mustKnow: fc.dictionary(
          fc.constantFrom('allergy', 'dog', 'x'),
          fc.record({ state: fc.constantFrom('value', 'none'), value: text }),
        ),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(nearly, async (body) => {
        const answered = await call('POST', '/requests', { token, body });
        check('POST', '/requests', answered);
        expect([201, 400]).toContain(answered.status);
      }),
      { numRuns: process.env['BARNRAISE_LONG'] ? 2000 : 100 },
    );
  });
});

function iso(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'never' : date.toISOString();
}
