import { randomUUID } from 'node:crypto';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchBrowser } from './browser.ts';
import { fingerprint } from './fingerprint.ts';
import { arrive, inviteByPages, readMain, takeAMinute } from './request-life.ts';
import { seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}'; drop table needs; --`;
/** Two letters that a browser would never send in UTF-8, an end of text, a bell, and a bidirectional override. */
const broken = 'Jos%C3%A9%FF%FE%00%07%E2%80%AE';
const formType = 'application/x-www-form-urlencoded';
const spanish = { accept: 'text/html', 'accept-language': 'es-MX,es;q=0.9' };

let server: RunningServer;
let browser: Browser;
let cookie: string;
let lead: string;
let otherLead: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const here = await seedGroup(server, { ticks: ['pantry', 'rides'] });
  const there = await seedGroup(server, { slug: 'mill-valley', name: 'Mill Valley' });
  [lead, otherLead] = [here.sessionToken, there.sessionToken];
  cookie = `session=${lead}`;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

type Fields = Readonly<Record<string, string>>;

/** Posts a form as a browser without scripts would, in Spanish, and follows nothing. */
function post(path: string, body: Fields | string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.origin + path, {
    method: 'POST',
    redirect: 'manual',
    body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
    headers: { ...spanish, 'content-type': formType, 'sec-fetch-site': 'same-origin', ...headers },
  });
}

const path = '/ask/goods.food.box';
const ask = `/harbor-street${path}`;
const wholeAsk: Fields = {
  kind: 'goods.food.box',
  unit: 'each',
  amount: '2',
  when: 'any',
  name: 'Nadia',
  words: 'Two of us',
  shownAt: '1',
};

describe('an ask that cannot be right', () => {
  const bad: readonly (readonly [string, Fields, RegExp])[] = [
    ['a negative amount', { amount: '-3' }, /mayor que cero|número/],
    ['nothing', { amount: '0' }, /mayor que cero|número/],
    ['no number', { amount: 'NaN' }, /número/],
    ['infinity', { amount: 'Infinity' }, /número/],
    ['an exponent', { amount: '1e9' }, /número|Es mucho/],
    ['far too much', { amount: '99999999999999999999' }, /Es mucho|número|largo/],
    ['a split box', { amount: '1.37' }, /entero/],
    ['a day that never was', { when: 'day', day: '2026-02-31' }, /calendario|día/],
    ['a day long gone', { when: 'day', day: '1066-10-14' }, /día/],
    ['a day far ahead', { when: 'day', day: '9999-12-31' }, /dos años|día/],
    ['a year of six digits', { when: 'day', day: '275760-09-13' }, /día/],
    ['an hour that is none', { when: 'day', day: '2027-05-05', from: '25:99' }, /hora/],
    ['a phone that is none', { phone: 'call me maybe' }, /teléfono/],
    ['a phone with a line break', { phone: '304-555-0101\r\nBcc: all@example.org' }, /teléfono/],
    ['a mail with a header', { mail: 'a@example.org\r\nBcc: all@example.org' }, /correo/],
    ['too long a name', { name: 'x'.repeat(5_000) }, /largo/],
    ['too many words', { words: 'x'.repeat(50_000) }, /largo/],
    ['a plus code that is none', { plusCode: '<b>' }, /código plus/i],
    ['an unknown unit', { unit: 'parsec' }, /se cuenta|elija/i],
    ['an unknown answer', { when: '__proto__' }, /elija/i],
  ];

  it.each(bad)('says so in the reader’s language and keeps what was typed: %s', async (_, change, says) => {
    const before = await fingerprint(server);
    const answer = await post(ask, { ...wholeAsk, ...change, idempotencyKey: randomUUID() });
    const html = await answer.text();
    expect(answer.status, html.slice(0, 300)).toBe(400);
    expect(html).toMatch(says);
    expect(html).toContain('Nadia'.repeat(change['name'] ? 0 : 1));
    expect(html).not.toMatch(/alert\(2\)<|undefined|\[object|NaN<\/p>|Error:/);
    expect(await fingerprint(server)).toEqual(before);
  });

  it('broken letters are refused or harmless, never an error', async () => {
    const rest = new URLSearchParams({ ...wholeAsk, idempotencyKey: randomUUID() }).toString();
    for (const field of [
      'name',
      'words',
      'address',
      'kind',
      'unit',
      'when',
      'day',
      'idempotencyKey',
      'language',
      'also',
    ]) {
      const answer = await post(ask, `${rest.replace(new RegExp(`(^|&)${field}=[^&]*`), '')}&${field}=${broken}`);
      expect([303, 400], field).toContain(answer.status);
    }
    for (const address of [
      '/harbor-street/ask',
      '/harbor-street/offer',
      '/sign-in',
      '/start',
      '/harbor-street/n/ABCDEFGH',
    ]) {
      const fields = ['name', 'words', 'code', 'mail', 'phone', 'what', 'kind', 'slug', 'step', 'idempotencyKey'];
      const answer = await post(address, fields.map((field) => `${field}=${broken}`).join('&'));
      expect(answer.status, address).toBeLessThan(500);
    }
  });
});

describe('hostile text in every field', () => {
  it('is shown as text everywhere, and the browser has nothing to complain about', async () => {
    const neighbor = await arrive(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled: true });
    const complaints: string[] = [];
    neighbor.page.on('console', (message) => complaints.push(message.text()));
    neighbor.page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await neighbor.page.goto(`${server.origin}/mill-valley${path}`);
    await takeAMinute(neighbor.page);
    for (const name of ['words', 'detail', 'address', 'directions', 'name']) {
      await neighbor.page.locator(`main [name="${name}"]`).fill(hostile);
    }
    await neighbor.page.locator('[name=know-allergy][value=value]').check({ force: true });
    await neighbor.page.locator('[name=known-allergy]').fill(hostile);
    await neighbor.page.getByRole('button', { name: 'Send my request' }).click();
    expect(await readMain(neighbor.page)).toContain(hostile);
    await signInAs(neighbor.browsing, server, otherLead);
    await neighbor.page.goto(`${server.origin}/mill-valley/inbox`);
    await neighbor.page.locator('main a[href*="/requests/0"]').first().click();
    expect(await readMain(neighbor.page)).toContain(hostile);
    await neighbor.page.goto(
      `${server.origin}/mill-valley/requests?search=${encodeURIComponent(hostile)}&state=${hostile}`,
    );
    for (const page of ['', '/ask', '/needs', '/today', '/members', '/messages', '/settings']) {
      await neighbor.page.goto(`${server.origin}/mill-valley${page}?act=${encodeURIComponent(hostile)}`);
      expect(await neighbor.page.locator('main script, main img[src=x]').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await neighbor.browsing.close();
  });

  it('moves no header and no address', async () => {
    for (const target of [
      '/%0d%0aSet-Cookie:x=1',
      '/harbor-street/%0d%0aLocation:%20https://elsewhere.example',
      '//elsewhere.example/',
    ]) {
      const answer = await fetch(server.origin + target, { redirect: 'manual', headers: spanish });
      expect(answer.status, target).toBeGreaterThanOrEqual(300);
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('x=1');
      expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
    }
    const back = await post('/harbor-street/undo?back=https://elsewhere.example', { actId: randomUUID() }, { cookie });
    expect(back.headers.get('location') ?? '').not.toContain('elsewhere');
    expect(back.status).toBe(404);
  });
});

describe('the same form again', () => {
  it('is one request, however often and however fast it is sent', async () => {
    const form = { ...wholeAsk, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(ask, form)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    const after = await fingerprint(server);
    expect((await post(ask, form)).status).toBe(303);
    expect(await fingerprint(server)).toEqual(after);
    const [first] = answers;
    const opened = await fetch(server.origin + first!.headers.get('location'), { headers: spanish });
    expect(opened.status).toBe(200);
  });
});

describe('whoever has no business here', () => {
  it('finds no difference between forged, spent and wrong links', async () => {
    const forged = ['r', 'c', 'o', 'n'].flatMap((place) =>
      ['AAAAAAAAAAAAAAAAAAAAAA', '..%2f..%2fetc', "'%20or%20'1'='1", 'x'.repeat(3_000), '%00'].map(
        (token) => `/harbor-street/${place}/${token}`,
      ),
    );
    for (const address of [...forged, '/harbor-street/visits/none', '/no-such-group', '/no-such-group/ask']) {
      const answer = await fetch(server.origin + address, { headers: spanish, redirect: 'manual' });
      expect([303, 400, 404, 414, 431], address).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/Error:|at .*\.js/);
    }
    const link = await fetch(`${server.origin}/sign-in/link/${'A'.repeat(43)}`, { headers: spanish });
    expect(link.status).toBe(200);
    expect((await post(`/sign-in/link/${'A'.repeat(43)}`, {})).status).toBe(410);
  });

  it('is nobody with a forged, empty or foreign session', async () => {
    for (const forged of ['', 'x', 'A'.repeat(43), `${cookie.slice(8)}x`, '%00', hostile.replaceAll(/[;,\s]/g, '')]) {
      const answer = await fetch(`${server.origin}/harbor-street/inbox`, {
        headers: { ...spanish, cookie: `session=${forged}` },
        redirect: 'manual',
      });
      expect([303, 403], forged).toContain(answer.status);
    }
    const foreign = await fetch(`${server.origin}/mill-valley/inbox`, {
      headers: { ...spanish, cookie },
      redirect: 'manual',
    });
    expect([303, 403]).toContain(foreign.status);
  });

  it('cannot post from another site', async () => {
    const before = await fingerprint(server);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await post(ask, wholeAsk, headers);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Este formulario vino de otro sitio');
    }
    expect(await fingerprint(server)).toEqual(before);
  });

  it('cannot guess the PIN of an invitation', async () => {
    const inviting = await arrive(browser);
    await signInAs(inviting.browsing, server, lead);
    const { link, pin } = await inviteByPages(inviting, `${server.origin}/harbor-street`);
    const joining = link.slice(server.origin.length);
    const wrong = String((Number(pin) + 1) % 10_000).padStart(4, '0');
    const guess = (digits: string): Promise<Response> => post(joining, { pin: digits, handle: 'Guesser' });
    const told: string[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await guess(wrong);
      expect(answer.status).toBeLessThan(500);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      told.push(await answer.text());
    }
    expect(told[0]).toContain('Guesser');
    expect((await guess(pin)).status).toBe(410);
    await inviting.browsing.close();
  });

  it('cannot sign in by trying codes', async () => {
    const answers: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      answers.push((await post('/sign-in?/code', { code: `AAAA-AAAA-${tries}` })).status);
    }
    expect(answers.every((status) => status >= 400 && status < 500)).toBe(true);
  });
});

describe('a form that is none', () => {
  const half = '--x\r\nContent-Disposition: form-data; name="words"\r\n\r\nhalf';
  it.each([
    ['parts without a border', 'multipart/form-data', half, 400],
    ['parts with another border', 'multipart/form-data; boundary=y', half, 400],
    ['parts that break off', 'multipart/form-data; boundary=x', half, 400],
    ['plain text', 'text/plain', 'words=x', 400],
    ['something else', 'application/json', '{"words":"x"}', 415],
  ])('is answered in the reader’s language, and is no error of ours: %s', async (_, type, body, status) => {
    const answer = await post(ask, body, { 'content-type': type });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('no llegó completo');
    expect(server.printed()).not.toMatch(/error \d{6} on/);
  });
});

describe('too much at once', () => {
  it('is answered in the reader’s language, and nothing is kept', async () => {
    const before = await fingerprint(server);
    const answer = await post(ask, `words=${'x'.repeat(8_000_001)}`);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Fue demasiado para enviar de una vez');
    const fields = Array.from({ length: 5_000 }, (_, index) => `f${index}=1`).join('&');
    expect((await post(ask, fields)).status).toBe(400);
    expect(await fingerprint(server)).toEqual(before);
  });
});
