import type { AddressInfo } from 'node:net';

import type { Browser, Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { expectFitsThumbs, launchBrowser, openContext, phone } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** A mail server of our own, that keeps what it gets. */
const mails: { readonly to: string; readonly text: string }[] = [];
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const text = Buffer.concat(chunks).toString().replaceAll('=\r\n', '').replaceAll('=3D', '=');
      mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
      done();
    });
  },
});

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    post.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = post.server.address() as AddressInfo;
  [server, browser] = await Promise.all([
    startServer({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } }),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await new Promise<void>((resolve) => {
    post.close(() => resolve());
  });
});

const newPage = async (locale = 'en-US'): Promise<Page> => (await openContext(browser, { ...phone, locale })).newPage();

async function look(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
}

/** The newest link of this sort that was mailed to an address. */
async function mailedLink(to: string, path: string): Promise<string> {
  await expect
    .poll(() => mails.findLast((one) => one.to === to && one.text.includes(path)), { timeout: 30_000 })
    .toBeTruthy();
  const text = mails.findLast((one) => one.to === to && one.text.includes(path))?.text ?? '';
  return server.origin + (new RegExp(`${path}[\\w/-]+(?:\\?to=[\\w%-]+)?`).exec(text)?.[0] ?? '');
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const signedIn = async (page: Page): Promise<boolean> => {
  await page.goto(`${server.origin}/harbor-street/members`);
  return page.url().endsWith('/harbor-street/members');
};

it('a group starts, and everybody finds their way in, without a script', { timeout: 180_000 }, async () => {
  const rosa = await newPage();
  await rosa.goto(`${server.origin}/start`);
  await look(rosa);
  await rosa.getByLabel('Food pantry').check({ force: true });
  await press(rosa, 'Next');
  await press(rosa, 'Next');
  await expect.poll(() => rosa.title()).toMatch(/Please look again/);
  await look(rosa);
  await rosa.getByLabel('What is your group called?').fill('Harbor Street');
  await press(rosa, 'Next');
  await press(rosa, 'Back');
  expect(await rosa.getByLabel('What is your group called?').inputValue()).toBe('Harbor Street');
  await press(rosa, 'Back');
  expect(await rosa.getByLabel('Food pantry').isChecked()).toBe(true);
  await press(rosa, 'Next');
  await press(rosa, 'Next');
  await rosa.getByLabel('What should the others call you?').fill('Rosa <b>');
  await rosa.getByLabel('Your e-mail').fill('rosa@example.org');
  await press(rosa, 'Start the group');
  await look(rosa);
  const codes = await rosa.locator('article ol li').allInnerTexts();
  expect(codes).toHaveLength(3);
  expect(await signedIn(rosa)).toBe(true);
  expect(await rosa.getByText('Rosa <b> (you)').count()).toBe(1);

  // The mail confirms the address; opening it twice, as a mail scanner does, uses nothing up.
  const confirm = await mailedLink('rosa@example.org', '/sign-in/link/');
  const second = await newPage();
  await second.goto(confirm);
  await second.goto(confirm);
  await look(second);
  await press(second, 'Yes, sign me in');
  expect(await signedIn(second)).toBe(true);
  await second.goto(confirm);
  expect(await second.getByText('has been used').count()).toBe(1);

  // Signing out there, then in again by a mailed link.
  await second.goto(`${server.origin}/account`);
  await look(second);
  await press(second, 'Sign out');
  expect(await signedIn(second)).toBe(false);
  await second.goto(`${server.origin}/sign-in`);
  await second.getByLabel('Your e-mail').fill('rosa@example.org');
  await press(second, 'Send me a link');
  await expect
    .poll(async () => (await mailedLink('rosa@example.org', '/sign-in/link/')) !== confirm, { timeout: 30_000 })
    .toBe(true);
  await second.goto(await mailedLink('rosa@example.org', '/sign-in/link/'));
  await press(second, 'Yes, sign me in');
  expect(await signedIn(second)).toBe(true);

  // Whoever was on the way somewhere arrives there, by the mailed link and by a code; never on another site.
  const page = `${server.origin}/harbor-street/done`;
  const third = await newPage();
  await third.goto(page);
  await third.getByLabel('Your e-mail').fill('rosa@example.org');
  await press(third, 'Send me a link');
  await expect.poll(() => mailedLink('rosa@example.org', '/sign-in/link/'), { timeout: 30_000 }).toContain('?to=');
  await third.goto(await mailedLink('rosa@example.org', '/sign-in/link/'));
  await press(third, 'Yes, sign me in');
  expect(third.url()).toBe(page);
  const fourth = await newPage();
  await fourth.goto(page);
  await fourth.getByLabel('Code from your sheet').fill('AAAA-AAAA AAAA-AAAA AAAA-AAAA');
  await press(fourth, 'Sign in with the code');
  await fourth.getByLabel('Code from your sheet').fill(codes[2] ?? '');
  await press(fourth, 'Sign in with the code');
  expect(fourth.url()).toBe(page);
  const lured = await newPage();
  await lured.goto(`${server.origin}/sign-in?to=//elsewhere.example/`);
  await lured.getByLabel('Code from your sheet').fill(codes[0] ?? '');
  await press(lured, 'Sign in with the code');
  expect(lured.url()).toBe(`${server.origin}/harbor-street/today`);

  // A lost phone: out everywhere, and in again by the printed sheet.
  await second.goto(`${server.origin}/account`);
  await press(second, 'Sign out everywhere');
  expect(await signedIn(rosa)).toBe(false);
  await rosa.goto(`${server.origin}/sign-in`);
  await look(rosa);
  await rosa.getByLabel('Code from your sheet').fill('AAAA-AAAA AAAA-AAAA AAAA-AAAA');
  await press(rosa, 'Sign in with the code');
  expect(await rosa.getByText('slip in it').count()).toBeGreaterThan(0);
  await rosa.getByLabel('Code from your sheet').fill((codes[1] ?? '').toLowerCase());
  await press(rosa, 'Sign in with the code');
  expect(await signedIn(rosa)).toBe(true);

  // An invitation with a PIN, in the language of whoever joins.
  await rosa.goto(`${server.origin}/harbor-street/members/invite`);
  await rosa.getByLabel('What do you call them?').fill('Delia');
  await rosa.getByLabel('Coordinator').check();
  await press(rosa, 'Make the invitation');
  await look(rosa);
  const link = await rosa.getByLabel('Link', { exact: true }).inputValue();
  const pin = (await rosa.locator('.pin').innerText()).trim();
  const delia = await newPage('es-MX');
  await delia.goto(link);
  await look(delia);
  await delia.getByLabel('PIN').fill(pin === '0000' ? '1111' : '0000');
  await delia.getByLabel('¿Cómo deben llamarle los demás?').fill('Delia Núñez');
  await press(delia, 'Participar');
  expect(await delia.getByText('Ese no es el PIN').count()).toBeGreaterThan(0);
  expect(await delia.getByLabel('¿Cómo deben llamarle los demás?').inputValue()).toBe('Delia Núñez');
  await delia.getByLabel('PIN').fill(pin);
  await press(delia, 'Participar');
  expect(await signedIn(delia)).toBe(true);
  expect(await (await newPage()).goto(link).then((answer) => answer?.status())).toBe(200);

  // What a coordinator may not do is refused by the server, not by a missing button.
  const answer = await delia.goto(`${server.origin}/harbor-street/settings`);
  expect(answer?.status()).toBe(403);
});

it('a page that is not for everybody leads a stranger to signing in, and back', async () => {
  const stranger = await newPage();
  for (const path of ['/harbor-street/inbox', '/harbor-street/requests?state=new', '/harbor-street/settings']) {
    const answer = await stranger.goto(server.origin + path);
    expect(answer?.status()).toBe(200);
    expect(stranger.url()).toBe(`${server.origin}/sign-in?to=${encodeURIComponent(path)}`);
  }
  // What is no page stays refused.
  const table = await fetch(`${server.origin}/harbor-street/export/requests.csv`, { redirect: 'manual' });
  expect(table.status).toBe(403);
});

it('a form from another site does nothing', async () => {
  const answer = await fetch(`${server.origin}/sign-in?/code`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'code=AAAA',
  });
  expect(answer.status).toBe(403);
});

it('no token or code is in the log', () => {
  expect(server.printed()).toContain('/sign-in/link/[token]');
  expect(server.printed()).not.toMatch(/\/link\/[\w-]{20}|\/join\/harbor-street\/[\w-]{20}/);
});
