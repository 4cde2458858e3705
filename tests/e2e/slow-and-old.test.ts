import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { weighPage } from '../bench/weigh-page.ts';
import { launchBrowser } from './browser.ts';
import { arrive, readMain, sendAsk, takeAMinute } from './request-life.ts';
import { seedGroup } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

/** What ten packets carry: one round trip before the phone is heard again. */
const bytesMax = 14_600;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await seedGroup(server, {
    ticks: ['pantry', 'drives', 'rides', 'repairs', 'visits', 'skills', 'shifts', 'fund', 'storm'],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it.each([
  '/',
  '/start',
  '/sign-in',
  '/harbor-street',
  '/harbor-street/ask',
  '/harbor-street/ask/food',
  '/harbor-street/ask/goods.food.box',
  '/harbor-street/ask/service.ride.medical',
  '/harbor-street/ask/other',
  '/harbor-street/offer',
])('%s comes in one round trip, from here alone, and needs no script', async (path) => {
  const { bytes, gzipBytes, requestsElsewhere, scripts } = await weighPage(browser, server.origin + path);
  expect({ requestsElsewhere, scripts }).toEqual({ requestsElsewhere: 0, scripts: 0 });
  expect(Math.max(bytes, gzipBytes)).toBeLessThanOrEqual(bytesMax);
});

it('a phone that refuses cookies can ask, come back and offer', async () => {
  const neighbor = await arrive(browser);
  // A refused cookie is one that never comes back.
  await neighbor.browsing.route('**/*', async (route) => {
    const { cookie: _, ...headers } = await route.request().allHeaders();
    await route.continue({ headers });
  });
  const { page } = neighbor;
  await page.goto(`${server.origin}/harbor-street/ask/goods.food.box`);
  const privateUrl = await sendAsk(page, { amount: '2', words: 'For the week', name: 'Ines' });
  await page.goto(privateUrl);
  await page.getByLabel('I still need it').check({ force: true });
  await page.getByRole('button', { name: 'Tell us' }).click();
  expect(await readMain(page)).toContain('Thank you. We have noted it.');
  await page.goto(`${server.origin}/harbor-street/offer`);
  await takeAMinute(page);
  await page.locator('[name=words]').fill('A truck on Saturdays');
  await page.locator('[name=name]').fill('Ines');
  await page.locator('[name=phone]').fill('304-555-0123');
  await page.getByRole('button', { name: 'Offer my help' }).click();
  expect(page.url()).toMatch(/\/o\/[\w-]+\?new=1$/);
  await neighbor.browsing.close();
});

it('a form whose answer was lost on the way can be sent again, and is one request', async () => {
  const { page, browsing } = await arrive(browser);
  await page.goto(`${server.origin}/harbor-street/ask/goods.food.box`);
  await takeAMinute(page);
  await page.locator('[name=words]').fill('Only once');
  await page.locator('[name=name]').fill('Tomasz');
  let lost = '';
  // "No content" keeps a browser where it is, as a line that breaks does.
  await page.route(
    '**/*',
    async (route) => {
      lost = (await route.fetch({ maxRedirects: 0 })).headers()['location'] ?? '';
      await route.fulfill({ status: 204 });
    },
    { times: 1 },
  );
  const send = page.getByRole('button', { name: 'Send my request' });
  await send.click();
  await send.click();
  await page.waitForURL(/new=1$/);
  expect(new URL(page.url()).pathname).toBe(lost.replace('?new=1', ''));
  await browsing.close();
});

it('without styles the pages still read from top to bottom', async () => {
  const { page, browsing } = await arrive(browser);
  await browsing.route('**/*.css', (route) => route.abort());
  await page.goto(`${server.origin}/harbor-street/ask/goods.food.box`);
  const order = ['This is not 911', 'How much?', 'When do you need it?', 'How can we reach you?', 'Send my request'];
  const text = await readMain(page);
  const places = order.map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places[0]).toBeGreaterThanOrEqual(0);
  await browsing.close();
});
