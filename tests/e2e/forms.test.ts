import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, phone } from './browser.ts';
import { arrive, readMain, type Somebody, takeAMinute, undo } from './request-life.ts';
import { seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let lead: Somebody;
let groupUrl: string;
/** The address of the form while it is written. */
let formUrl: string;
let sessionToken: string;

const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#587' } })
  .withExif({ IFD0: { Make: 'Lantern Phones' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 19/1 0/1' } })
  .jpeg()
  .toBuffer();
const photo = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: jpeg };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ flags: ['--test-pages'] }), launchBrowser()]);
  const group = await seedGroup(server, { slug: 'cedar-bend', name: 'Cedar Bend Neighbors' });
  groupUrl = `${server.origin}/${group.slug}`;
  ({ sessionToken } = group);
  lead = await arrive(browser, desktop);
  await signInAs(lead.browsing, server, sessionToken);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function expectSound(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
}

async function addQuestion(page: Page, label: string, sort: string): Promise<void> {
  await page.goto(formUrl);
  await page.locator('summary', { hasText: 'Add a question' }).click();
  await page.locator('[name=label]').fill(label);
  await page.locator('[name=sort]').selectOption(sort);
  await page.locator('form[action="?/add"] button').click();
}

it('a form is begun, worded, ordered and published, without a script', async () => {
  const { page } = lead;
  await page.goto(`${groupUrl}/bring-in`);
  await page.getByRole('link', { name: 'Your own forms' }).click();
  expect(await readMain(page)).toContain('No forms yet');
  await expectSound(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  expect(await readMain(page)).toContain('Please fill this in');
  await page.locator('[name=title]').fill('Winter <b>wood</b>');
  await page.getByRole('button', { name: 'Begin' }).click();
  formUrl = page.url().split('?')[0] ?? '';
  await expectSound(page);
  expect(await readMain(page)).toMatch(/Winter <b>wood<\/b>[^]*1\. What do you need\?[^]*Nobody outside can see/);

  await addQuestion(page, 'Have you got a stove?', 'yes-no');
  await addQuestion(page, 'What sort?', 'one-of');
  expect(await readMain(page)).toMatch(/1 thing to put right[^]*Question 7[^]*nothing to choose from/);
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
  await expectSound(page);

  await page.getByRole('link', { name: '7. What sort?' }).click();
  await expectSound(page);
  await page.locator('[name=newOptions]').fill('Iron stove\nOpen fire\nPellets');
  await page.locator('[name=join][value=all]').check({ force: true });
  await page.locator('[name=test-0]').selectOption({ label: 'Have you got a stove?: “Yes”' });
  await page.locator('[name=required][value=yes]').check({ force: true });
  await page.locator('[name=audience][value=helpers]').check({ force: true });
  await page.locator('[name=keptDays]').fill('30');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Choice 3: up' }).click();
  expect(
    await page.locator('[name^=option-]').evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(['Iron stove', 'Pellets', 'Open fire']);
  await expectSound(page);

  await addQuestion(page, 'A photo of the stove', 'photo');
  await page.getByRole('button', { name: 'Move up: A photo of the stove' }).click();
  await page.getByRole('button', { name: 'Move up: What sort?' }).click();
  await page.goto(formUrl);
  await page.getByRole('button', { name: 'Move up: What sort?' }).click();
  expect(await readMain(page)).toContain('would wait for an answer that is given only after it');
  await page.goto(formUrl);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  expect(await readMain(page)).toMatch(/Published[^]*cedar-bend\/f\/winter-b-wood-b/);
  await expectSound(page);
  await undo(page);
  await page.goto(formUrl);
  expect(await readMain(page)).toContain('Not published');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
});

it('is looked at as on a phone, and translated side by side', async () => {
  const { page } = lead;
  await page.goto(`${formUrl}/try`);
  expect((await page.locator('.phone').boundingBox())?.width).toBe(360);
  await expectSound(page);
  await page.goto(`${formUrl}/translate`);
  await expectSound(page);
  expect(await page.locator('[name="t-q1.label"]').inputValue()).toBe('¿Qué necesita?');
  await page.locator('[name="t-title"]').fill('Leña');
  await page.locator('[name="t-q7.o8"]').fill('Estufa de hierro');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await readMain(page)).toMatch(/do not see these changes yet[^]*Another name/);
  await page.getByRole('button', { name: 'Publish the changes' }).click();
  await page.goto(`${formUrl}/v/1`);
  await expectSound(page);
  expect(await readMain(page)).toContain('cannot be changed any more');
});

it('is filled in on an old phone: nothing typed is lost, not even the photo', async () => {
  const { page } = await arrive(browser, phone);
  await page.goto(`${groupUrl}/f/winter-b-wood-b?in=es`);
  expect(await readMain(page)).toMatch(/Leña[^]*¿Qué necesita\?/);
  expect(await page.locator('.questions').getAttribute('lang')).toBe('es');
  await page.goto(`${groupUrl}/f/winter-b-wood-b`);
  await expectSound(page);
  expect(await page.locator('#box-q7').isVisible()).toBe(false);
  await page.locator('[name="a-q6"][value=yes]').check({ force: true });
  expect(await page.locator('#box-q7').isVisible()).toBe(true);
  await takeAMinute(page);
  await page.locator('[name="a-q1"]').first().check({ force: true });
  await page.locator('[name="a-q3"]').fill('Ofelia');
  await page.locator('[name="a-q4"]').fill('call me');
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await readMain(page)).toMatch(/2 things need another look[^]*does not look like a phone number/);
  await expectSound(page);
  expect(await page.locator('[name="a-q3"]').inputValue()).toBe('Ofelia');
  expect(await page.locator('[name="a-q6"][value=yes]').isChecked()).toBe(true);
  expect(await readMain(page)).toContain('We have this file');
  await page.locator('[name="a-q4"]').fill('304 555 0144');
  await page.locator('[name="a-q7"]').first().check({ force: true });
  await page.getByRole('button', { name: 'Send' }).click();
  expect(page.url()).toMatch(/\/r\/[\w-]+\?new=1$/);
  expect(await readMain(page)).toMatch(/What sort\?\s+Iron stove/);
  await expectSound(page);
});

it('stands on the request, in the list and in the table, with a photo that tells nothing more', async () => {
  const { page, browsing } = lead;
  await page.goto(`${formUrl}/answers`);
  await expectSound(page);
  expect(await readMain(page)).toMatch(/Ofelia[^]*Iron stove/);
  const table = await browsing.request.get(`${formUrl}/answers/table.csv`);
  expect(table.headers()['content-disposition']).toContain('attachment');
  expect(await table.text()).toMatch(/"Your name"[^]*"Ofelia"/);
  const address = (await page.locator('main img').getAttribute('src')) ?? '';
  const answer = await browsing.request.get(server.origin + address);
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-disposition': 'inline; filename="photo.jpg"',
  });
  expect((await answer.body()).toString('latin1')).not.toMatch(/Lantern|Exif|GPS/);
  const { browsing: stranger } = await arrive(browser);
  expect((await stranger.request.get(server.origin + address, { headers: { accept: 'image/*' } })).status()).toBe(403);
  await page.getByRole('link', { name: 'The request' }).click();
  await expectSound(page);
  expect(await readMain(page)).toMatch(/From the form “Winter <b>wood<\/b>”[^]*What sort\?\s+Iron stove/);
  await page.getByRole('link', { name: 'Private details' }).click();
  expect(await readMain(page)).toMatch(/From the form[^]*Iron stove/);
  await expectSound(page);
});

it('tells the second of two who edit, and keeps their words', async () => {
  const { page, browsing } = lead;
  const other = await browsing.newPage();
  for (const one of [page, other]) await one.goto(`${formUrl}/q/q7`);
  await page.locator('[name=label]').fill('What sort of stove?');
  await page.getByRole('button', { name: 'Save' }).click();
  await other.locator('[name=label]').fill('Which stove?');
  await other.getByRole('button', { name: 'Save' }).click();
  expect(await readMain(other)).toContain('Somebody else changed this form while you looked');
  expect(await other.locator('[name=label]').inputValue()).toBe('Which stove?');
  await expectSound(other);
  await other.close();
});

it('refuses what is no photo, beside the field', async () => {
  const { page } = await arrive(browser);
  await page.goto(`${groupUrl}/f/winter-b-wood-b`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ ...photo, buffer: Buffer.from('<html><script>alert(1)</script>') });
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await readMain(page)).toContain('We cannot read this as a photo');
  await expectSound(page);
});

it('reads from right to left as well', async () => {
  for (const options of [phone, desktop]) {
    const { page } = await arrive(browser, options);
    await page.goto(`${groupUrl}/f/winter-b-wood-b?lang=mirror`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await expectSound(page);
    await page.context().close();
  }
  const { page } = lead;
  for (const path of ['', '/q/q7', '/try', '/answers']) {
    await page.goto(`${formUrl}${path}?lang=mirror`);
    await expectSound(page);
  }
  await page.goto(`${groupUrl}/inbox?lang=en`);
});

it('is written on a phone as well', async () => {
  const { page, browsing } = await arrive(browser, phone);
  await signInAs(browsing, server, sessionToken);
  await page.goto(`${groupUrl}/forms`);
  await expectSound(page);
  for (const path of ['', '/q/q7', '/q/q1', '/try', '/translate', '/answers', '/v/1']) {
    await page.goto(`${formUrl}${path}`);
    await expectSound(page);
  }
});

it('is closed, and says so', async () => {
  const { page } = lead;
  await page.goto(formUrl);
  await page.locator('summary', { hasText: 'Close the form' }).click();
  await page.getByRole('button', { name: 'Close the form' }).click();
  const { page: late } = await arrive(browser);
  await late.goto(`${groupUrl}/f/winter-b-wood-b`);
  expect(await readMain(late)).toContain('It takes no more answers');
  await expectSound(late);
  for (const path of ['/f/none', '/f/%2e%2e', '/forms/none', '/files/x/q1', `/forms/${'0'.repeat(36)}`]) {
    expect((await late.goto(groupUrl + path))?.status(), path).not.toBe(500);
  }
});
