import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchBrowser } from './browser.ts';
import { fingerprint } from './fingerprint.ts';
import { arrive, inviteByPages, joinByPages, readMain, sendAsk, type Somebody } from './request-life.ts';
import { seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let groupUrl: string;
let lead: Somebody;
let first: Somebody;
let second: Somebody;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const { slug, sessionToken } = await seedGroup(server);
  groupUrl = `${server.origin}/${slug}`;
  [lead, first, second] = [await arrive(browser), await arrive(browser), await arrive(browser)];
  await signInAs(lead.browsing, server, sessionToken);
  await joinByPages(first, await inviteByPages(lead, groupUrl), 'Big Lou');
  await joinByPages(second, await inviteByPages(lead, groupUrl), 'Wren');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A neighbor asks for so many boxes, and the lead opens it; gives the private page. */
async function askAndOpen(amount: string): Promise<string> {
  const asker = await arrive(browser);
  await asker.page.goto(`${groupUrl}/ask/goods.food.box`);
  const privateUrl = await sendAsk(asker.page, { amount, words: 'For the week', name: 'Ines' });
  await asker.browsing.close();
  await lead.page.goto(`${groupUrl}/requests?state=new`);
  await lead.page.locator('main a[href*="/requests/0"]').first().click();
  await lead.page.getByRole('button', { name: 'Look after it and open it to helpers' }).click();
  return privateUrl;
}

it('two who press for the last of it: one has it, the other learns what is open and keeps what was typed', async () => {
  await askAndOpen('5');
  for (const { page } of [first, second]) {
    await page.goto(`${groupUrl}/needs`);
    await page.locator('main a[href*="/needs/0"]').first().click();
    await page.locator('[name=quantity]').fill('4');
  }
  await first.page.getByRole('button', { name: 'I’ll do it' }).click();
  const before = await fingerprint(server);
  await second.page.getByRole('button', { name: 'I’ll do it' }).click();
  expect(second.page.url()).toContain('/needs/');
  expect(await second.page.locator('[name=quantity]').inputValue()).toBe('4');
  expect(await second.page.locator('main [class*=danger]').count()).toBeGreaterThan(0);
  expect(await fingerprint(server)).toEqual(before);
});

it('an undo that was pressed already, and a step that was taken already, change nothing and say so', async () => {
  const { page, browsing } = first;
  const other = await browsing.newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: 'I’m on my way' }).click();
  const undoing = await browsing.newPage();
  await undoing.goto(page.url());
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  const before = await fingerprint(server);
  await undoing.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await undoing.title()).not.toMatch(/went wrong|broken/i);
  expect(undoing.url()).not.toContain('undone');
  await other.getByRole('button', { name: 'Yes, I’m still coming' }).click();
  expect(await other.locator('main [class*=danger]').count()).toBeGreaterThan(0);
  expect(await fingerprint(server)).toEqual(before);
});

it('a helper whose page was open while the neighbor withdrew is told, and nothing is promised', async () => {
  const privateUrl = await askAndOpen('2');
  const link = await lead.page.getByRole('link', { name: 'Short link' }).getAttribute('href');
  const helper = await arrive(browser);
  await helper.page.goto(server.origin + link);
  const asker = await arrive(browser);
  await asker.page.goto(privateUrl);
  await asker.page.locator('summary', { hasText: 'I do not need it any more' }).click();
  await asker.page.getByRole('button', { name: 'Withdraw my request' }).click();
  expect(await readMain(asker.page)).toContain('You do not need it any more.');
  const before = await fingerprint(server);
  await helper.page.locator('[name=name]').fill('Wendell');
  await helper.page.locator('[name=phone]').fill('304-555-0111');
  await helper.page.getByRole('button', { name: 'I’ll do it' }).click();
  expect(helper.page.url()).toContain('/n/');
  expect(await fingerprint(server)).toEqual(before);
  await Promise.all([helper, asker].map(({ browsing }) => browsing.close()));
});
