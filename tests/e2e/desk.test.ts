import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser } from './browser.ts';
import { arrive, readMain, sendAsk, type Somebody, takeAMinute, undo } from './request-life.ts';
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

/** Opens a folded part of the page by the words on it. */
async function unfold(page: Page, words: string): Promise<void> {
  await page.locator('summary', { hasText: words }).first().click();
}

/** Sends the form of one action as it stands. */
async function send(page: Page, action: string): Promise<void> {
  await page.locator(`form[action="?/${action}"] button`).last().click();
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
}

it('a coordinator does everything about a request on its page', async () => {
  const { page: neighbor } = await arrive(browser);
  await neighbor.goto(`${groupUrl}/ask/goods.food.box`);
  const privateUrl = await sendAsk(neighbor, {
    amount: '3',
    name: 'Ofelia <b>Ruiz</b>',
    phone: '304 555 0144',
    address: '9 Mill Lane',
    directions: 'the red gate',
  });

  const { page } = lead;
  await open(page, `${groupUrl}/inbox`);
  await open(page, `${groupUrl}/requests?q=304-555-0144`);
  await page.locator('main a[href*="/requests/0"]').first().click();
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
  expect(await readMain(page)).toContain('Ofelia <b>Ruiz</b>');
  expect(await readMain(page)).toContain('(304) 555-0144');
  expect(await page.locator('main a[href^="tel:"]').getAttribute('href')).toBe('tel:+13045550144');
  await page.getByRole('button', { name: 'Look after it and open it' }).click();
  await undo(page);
  await page.getByRole('button', { name: 'Look after it and open it' }).click();

  await unfold(page, 'Make it more or less urgent');
  await send(page, 'urgency');
  expect(await readMain(page)).toContain('Please choose one');
  await page.locator('[name=level][value=now]').check({ force: true });
  await page.locator('[name=why]').fill('no food left in the house');
  await send(page, 'urgency');
  expect(await readMain(page)).toMatch(/How urgent:\s+Urgent\s+Set by a coordinator[^]*Urgent: no food left/);
  await expectNoAxeViolations(page);
  await undo(page);
  expect(await readMain(page)).toMatch(/How urgent:\s+Usual/);

  await unfold(page, 'Write down a call');
  await page.locator('[name=outcome][value=no-answer]').check({ force: true });
  await page.locator('[name=said]').fill('rang twice');
  await send(page, 'contact');
  expect(await readMain(page)).toMatch(/Call: No answer\s+rang twice/);
  await unfold(page, 'Note');
  await page.locator('[name=note]').fill('likes mornings');
  await send(page, 'note');
  expect(await readMain(page)).toContain('likes mornings');

  await unfold(page, 'Change how much');
  await page.locator('form[action="?/changeNeed"] [name=amount]').fill('5');
  await page.locator('form[action="?/changeNeed"] [name=cap]').fill('4');
  await send(page, 'changeNeed');
  expect(await readMain(page)).toContain('limit: 4');
  await unfold(page, 'Add what is needed');
  await page.locator('form[action="?/addNeed"] [name=amount]').fill('a few');
  await send(page, 'addNeed');
  expect(await readMain(page)).toContain('Please write a number');
  await page.locator('form[action="?/addNeed"] [name=amount]').fill('2');
  await send(page, 'addNeed');
  expect(await page.locator('article').count()).toBe(2);

  await unfold(page, 'Pin on the map');
  await page.locator('[name=point]').fill('39.3254, -77.7390');
  await send(page, 'pin');
  expect(await readMain(page)).toMatch(/9 Mill Lane[^]*39\.325400,-77\.739000/);
  expect(await page.locator('a[href^="geo:39.325400"]').count()).toBe(1);

  const requestUrl = page.url();
  const personUrl = await page.locator('main a[href*="/people/"]').getAttribute('href');
  await open(page, `${server.origin}${personUrl}?lang=es`);
  const labels = await page.locator('main :is(dt, legend, label)').allInnerTexts();
  expect(labels).toContain('Cómo llegar');
  expect(labels.filter((label) => /^\p{Ll}/u.test(label))).toEqual([]);
  await page.goto(`${groupUrl}/inbox?lang=en`);
  await page.goto(requestUrl);

  await unfold(page, 'Pass it on');
  await page.locator('[name=partnerName]').fill('Riverside Clinic');
  await send(page, 'pass');
  await page.getByRole('button', { name: 'They said no' }).click();
  expect(await readMain(page)).toContain('Riverside Clinic said no');

  await unfold(page, 'Give a new private link');
  await send(page, 'link');
  const link = /http\S+\/r\/[\w-]+/.exec(await readMain(page))?.[0] ?? '';
  expect((await neighbor.goto(privateUrl))?.status()).toBe(404);
  expect((await neighbor.goto(link))?.status()).toBe(200);

  await page.goto(page.url());
  await unfold(page, 'Close the request');
  await send(page, 'close');
  expect(await readMain(page)).toContain('Please choose one');
  await page.locator('[name=ending][value=cannot]').check({ force: true });
  await send(page, 'close');
  await neighbor.reload();
  expect(await readMain(neighbor)).toContain('We could not help with this');
});

it('a halt stands on the public page at once', async () => {
  const { page: neighbor } = await arrive(browser);
  await neighbor.goto(`${groupUrl}/ask/goods.food.canned`);
  await neighbor.locator('[name=listed]').check();
  await sendAsk(neighbor, { amount: '8', words: 'For the block party' });
  const { page } = lead;
  await page.goto(`${groupUrl}/requests?state=new`);
  await page.locator('main a[href*="/requests/0"]').first().click();
  await page.getByRole('button', { name: 'Look after it and open it' }).click();
  await open(neighbor, groupUrl);
  expect(await readMain(neighbor)).toContain('still needed');
  await unfold(page, 'No more, please');
  await send(page, 'halt');
  await neighbor.reload();
  expect(await readMain(neighbor)).toContain('No more, please');
  expect(await readMain(neighbor)).not.toContain('still needed');
});

it('a call is entered with whoever is known by the number', async () => {
  const { page } = lead;
  await open(page, `${groupUrl}/requests/new`);
  await page.locator('[name=phone]').fill('(304) 555-0144');
  await page.locator('[name=words]').fill('she wants soup');
  await page.locator('[name=phone]').press('Enter');
  expect(await readMain(page)).toContain('We may know them');
  expect(await page.locator('[name=words]').inputValue()).toBe('she wants soup');
  await expectNoAxeViolations(page);
  await page.locator('[name=personId]').nth(1).check({ force: true });
  await page.getByRole('button', { name: 'Save the request' }).click();
  const main = await readMain(page);
  expect(main).toContain('Ofelia');
  expect(main).toContain('Could these be the same?');
});

it('what a machine sends waits for a look, and nothing of it is lost', async () => {
  const { page: machine } = await arrive(browser);
  await machine.goto(`${groupUrl}/ask/goods.food.box`);
  await machine.locator('[name=words]').fill('Buy now');
  await machine.locator('[name=website]').evaluate((field) => {
    (field as HTMLInputElement).value = 'https://sales.example';
  });
  await machine.getByRole('button', { name: 'Send my request' }).click();
  expect(machine.url()).toMatch(/\/r\/[\w-]+\?new=1$/);
  const { page } = lead;
  await open(page, `${groupUrl}/inbox`);
  expect(await readMain(page)).not.toContain('Nobody is waiting');
  await page.getByRole('link', { name: '1 request is kept for a look' }).click();
  expect(page.url()).toBe(`${groupUrl}/requests?state=held`);
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
  await page.locator('main a[href*="/requests/0"]').first().click();
  expect(await readMain(page)).toMatch(/This waits for a look[^]*Buy now/);
});

it('somebody offers, pauses, takes it back; a coordinator sees it', async () => {
  const { page: giver } = await arrive(browser);
  await open(giver, `${groupUrl}/offer`);
  await takeAMinute(giver);
  await giver.locator('[name=name]').fill('Dale');
  await giver.getByRole('button', { name: 'Offer my help' }).click();
  expect(await readMain(giver)).toContain('Please fill this in');
  await giver.locator('[name=phone]').fill('304 555 0121');
  await giver.locator('[name=weekdays][value="2"]').check({ force: true });
  await giver.getByRole('button', { name: 'Offer my help' }).click();
  expect(giver.url()).toMatch(/\/o\/[\w-]+\?new=1$/);
  await expectNoAxeViolations(giver);

  const { page } = lead;
  await open(page, `${groupUrl}/offers`);
  expect(await readMain(page)).toContain('Dale');
  await page.getByRole('button', { name: 'It is good, we can ask' }).click();
  await giver.reload();
  expect(await readMain(giver)).toContain('You can be asked.');
  await unfold(giver, 'Not for a while');
  await send(giver, 'pause');
  expect(await readMain(giver)).toContain('Paused until');
  await giver.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await readMain(giver)).toContain('You can be asked.');
});

it('the list leaves as a table that a spreadsheet may open', async () => {
  const answer = await lead.browsing.request.get(`${groupUrl}/export/requests.csv`);
  expect(answer.headers()['content-disposition']).toContain('attachment');
  const text = await answer.text();
  expect(text.split('\r\n').length).toBeGreaterThan(3);
  expect(text).not.toMatch(/Ofelia|555\D?0144|Mill Lane/);
  const { browsing } = await arrive(browser);
  expect((await browsing.request.get(`${groupUrl}/export/requests.csv`)).status()).toBe(403);
});
