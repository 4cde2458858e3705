import { exportedLists } from '@barnraise/kernel/group-policy.ts';
import { parse } from 'csv-parse/sync';
import type { APIResponse, Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { type ReadPdf, readPdf } from '../read-pdf.ts';
import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser } from './browser.ts';
import { arrive, inviteByPages, joinByPages, readMain, type Somebody, undo } from './request-life.ts';
import { seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let lead: Somebody;
let groupUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const group = await seedGroup(server, { slug: 'quarry-road', name: 'Quarry Road Neighbors' });
  groupUrl = `${server.origin}/${group.slug}`;
  lead = await arrive(browser, desktop);
  await signInAs(lead.browsing, server, group.sessionToken);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
}

/** What a form that leads to a file would send, sent: a browser without a window shows no PDF. */
async function sendForm({ browsing, page }: Somebody, part: string): Promise<APIResponse> {
  const { action, method, fields } = await page.locator(`form[action*="${part}"]`).evaluate((element) => {
    const form = element as HTMLFormElement;
    const entries = [...new FormData(form)].map(
      ([name, value]) => [name, typeof value === 'string' ? value : ''] as const,
    );
    return { action: form.action, method: form.method, fields: Object.fromEntries(entries) };
  });
  const headers = { origin: new URL(action).origin };
  return method === 'post'
    ? browsing.request.post(action, { form: fields, headers })
    : browsing.request.get(action, { params: fields });
}

async function sheetOf(answer: APIResponse): Promise<ReadPdf> {
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition': expect.stringMatching(/^inline; filename="quarry-road-[\w-]+\.pdf"$/),
  });
  return readPdf(await answer.body());
}

it('a coordinator finds paper where things come in, and every sheet opens', async () => {
  const { page } = lead;
  await open(page, `${groupUrl}/bring-in`);
  await page.getByRole('link', { name: 'Paper', exact: true }).click();
  expect(page.url()).toBe(`${groupUrl}/paper`);
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
  const slips = await sheetOf(await sendForm(lead, 'ask-slips.pdf'));
  expect(slips.pages).toBe(5);
  expect(slips.text).toContain('¿Qué necesita?');
  for (const [sheet, file] of [
    ['flyer', 'flyer.pdf'],
    ['day', 'day.pdf'],
    ['order', 'work-orders.pdf'],
  ]) {
    await open(page, `${groupUrl}/paper?sheet=${sheet}`);
    expect((await sheetOf(await sendForm(lead, file ?? ''))).pages).toBe(1);
  }
});

it('the flyer is for everybody; nothing else on paper is', async () => {
  const { browsing, page } = await arrive(browser);
  const flyer = await sheetOf(await browsing.request.get(`${groupUrl}/paper/flyer.pdf`));
  expect(flyer.text).toContain('Need help?');
  expect(flyer.text).toContain('¿Necesita ayuda?');
  expect(flyer.text).toContain('/quarry-road/ask');
  for (const file of ['ask-slips.pdf', 'day.pdf', 'day.pdf?whose=everybody']) {
    expect((await browsing.request.get(`${groupUrl}/paper/${file}`)).status()).toBe(403);
  }
  const orders = { form: { whose: 'everybody' }, headers: { origin: server.origin } };
  expect((await browsing.request.post(`${groupUrl}/paper/work-orders.pdf`, orders)).status()).toBe(403);
  for (const path of ['/paper', '/paper/outcome?code=AHJK-34PX']) {
    await page.goto(groupUrl + path);
    expect(page.url()).toContain('/sign-in?to=');
  }
});

it('rubbish in the address of a sheet gives a sheet all the same', async () => {
  const { browsing } = lead;
  for (const query of ['sheets=-3&perSheet=9&size=tabloid&first=xx&second=%F0%9F%98%80', 'sheets=1e99', 'sheets=NaN']) {
    const pdf = await sheetOf(await browsing.request.get(`${groupUrl}/paper/ask-slips.pdf?${query}`));
    expect(pdf.pages).toBeLessThanOrEqual(50);
  }
  const day = await browsing.request.get(`${groupUrl}/paper/day.pdf?day=2026-02-31&whose=nobody`);
  expect((await sheetOf(day)).pages).toBe(1);
});

it('a slip comes in once, goes out as a work order, and its outcome comes back by code', async () => {
  const { page } = lead;
  const slips = await sheetOf(await lead.browsing.request.get(`${groupUrl}/paper/ask-slips.pdf?sheets=1`));
  const slip = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slips.text)?.[0] ?? '';
  const enter = async (number: string): Promise<void> => {
    await page.goto(`${groupUrl}/requests/new`);
    await page.locator('[name=slip]').fill(number);
    await page.locator('[name=name]').fill('Odalys Ferrer');
    await page.locator('[name=phone]').fill('304 555 0144');
    await page.locator('[name=kind]').selectOption('goods.food.box');
    await page.locator('[name=amount]').fill('4');
    await page.locator('[name=address]').fill('9 Mill Lane');
    await page.getByRole('button', { name: 'Save the request' }).click();
  };
  await enter(slip);
  const requestUrl = page.url();
  expect(requestUrl).toMatch(/\/requests\/[0-9a-f-]{36}$/);
  await enter(slip.toLowerCase());
  expect(await readMain(page)).toContain('This slip was typed in already');
  expect(await page.locator('[name=name]').inputValue()).toBe('Odalys Ferrer');
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: 'See the request that came of it' }).click();
  expect(page.url()).toBe(requestUrl);
  await enter('AAAA-AAAA');
  expect(await readMain(page)).toContain('slip of the pen');

  await page.goto(requestUrl);
  await page.getByRole('link', { name: 'Who helps' }).click();
  await page.locator('form[action="?/commit"] button').click();
  await page.goto(requestUrl);
  await expectNoAxeViolations(page);
  const order = await sheetOf(await sendForm(lead, 'work-orders.pdf'));
  expect(order.text).toContain('Odalys Ferrer');
  expect(order.text).toContain('9 Mill Lane');
  const code = /code\s+([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(order.text)?.[1] ?? '';
  const day = await sheetOf(await lead.browsing.request.get(`${groupUrl}/paper/day.pdf`));
  expect(day.text).toMatch(/Odalys\s+F\./);
  expect(day.text).not.toMatch(/Ferrer|555\D?0144/);

  await open(page, `${groupUrl}/paper/outcome?code=${code.slice(0, -1)}${code.endsWith('A') ? 'F' : 'A'}`);
  expect(await readMain(page)).toContain('This code has a slip of the pen in it');
  await page.locator('[name=code]').fill(code.replace('-', '').toLowerCase());
  await page.getByRole('button', { name: 'Find it' }).click();
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
  expect(await readMain(page)).toContain('4 food boxes');
  await page.getByRole('button', { name: 'Save it' }).click();
  expect(await readMain(page)).toContain('Please choose how it went');
  await page.locator('[name=how][value=part]').check({ force: true });
  await page.locator('[name=quantity]').fill('3');
  await page.locator('[name=minutes]').fill('25');
  await page.getByRole('button', { name: 'Save it' }).click();
  expect(await readMain(page)).toContain('Saved. Shred the sheet.');
  await undo(page);
  await page.goto(`${groupUrl}/paper/outcome?code=${code}`);
  await page.locator('[name=how][value=done]').check({ force: true });
  await page.getByRole('button', { name: 'Save it' }).click();
  expect(await readMain(page)).toContain('Saved. Shred the sheet.');
  await open(page, `${groupUrl}/paper/outcome?code=${code}`);
  expect(await readMain(page)).toMatch(/typed in already\s+Done: 4 food boxes/);
});

it('a member prints their own list, takes out what they may see, and no more', async () => {
  const member = await arrive(browser);
  await joinByPages(member, await inviteByPages(lead, groupUrl), 'Sven');
  const { page, browsing } = member;
  await open(page, `${groupUrl}/paper`);
  expect(await page.locator('[name=whose] option').allInnerTexts()).toEqual(['My own']);
  expect(await readMain(page)).not.toContain('Ask slips');
  expect((await browsing.request.get(`${groupUrl}/paper/day.pdf`)).status()).toBe(200);
  expect((await browsing.request.get(`${groupUrl}/paper/day.pdf?whose=everybody`)).status()).toBe(403);

  await open(page, `${groupUrl}/export`);
  const statusOf = async (list: string) => (await browsing.request.get(`${groupUrl}/export/${list}.csv`)).status();
  expect(await Promise.all(['needs', 'members', 'events', 'requests', 'visits', 'nothing'].map(statusOf))).toEqual([
    200, 200, 200, 403, 403, 404,
  ]);
});

it('every list leaves as a table from its page, in the reader’s words', async () => {
  const { page, browsing } = lead;
  await open(page, `${groupUrl}/export`);
  const addresses = await page
    .locator('main a[href*=".csv"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const list of exportedLists) expect(addresses).toContain(`${groupUrl}/export/${list}.csv`);
  expect(addresses.filter((address) => address.endsWith('?details=yes')).length).toBeGreaterThan(3);
  for (const address of addresses) {
    const answer = await browsing.request.get(address);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="quarry-road-\w+\.csv"$/);
    expect(answer.headers()['cache-control']).toBe('no-store');
    const rows = parse(await answer.text(), { bom: true });
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  }
  const plain = await (await browsing.request.get(`${groupUrl}/export/requests.csv`)).text();
  expect(plain).not.toMatch(/Odalys|555\D?0144|Mill Lane/);
  const whole = await (await browsing.request.get(`${groupUrl}/export/requests.csv?details=yes`)).text();
  expect(whole).toMatch(/"Odalys Ferrer","304 555 0144","","9 Mill Lane"/);

  for (const path of ['/requests', '/needs', '/offers', '/members', '/messages?show=stuck', '/done']) {
    await page.goto(groupUrl + path);
    const link = await page.getByRole('link', { name: 'Download as a table (CSV)' }).getAttribute('href');
    expect((await browsing.request.get(new URL(link ?? '', groupUrl).href)).status(), path).toBe(200);
  }
});
