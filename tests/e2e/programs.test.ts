import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, phone } from './browser.ts';
import { arrive, readMain, type Somebody, undo } from './request-life.ts';
import { seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let lead: Somebody;
let settings: string;
const told: { readonly type: string; readonly signature: string }[] = [];
let heard = (): void => undefined;
const receiver = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { type } = JSON.parse(body) as { readonly type: string };
    told.push({ type, signature: String(request.headers['webhook-signature']) });
    response.writeHead(204).end(heard);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  [server, browser] = await Promise.all([startServer({ env: { WEBHOOK_HOSTS: host } }), launchBrowser()]);
  const group = await seedGroup(server, { slug: 'willow-bend', name: 'Willow Bend' });
  settings = `${server.origin}/${group.slug}/settings/api`;
  lead = await arrive(browser, desktop);
  await signInAs(lead.browsing, server, group.sessionToken);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  receiver.close();
});

async function look(): Promise<void> {
  await expectNoAxeViolations(lead.page);
  await expectFitsThumbs(lead.page);
}

it('a group lead lets a program in, and takes it back', async () => {
  const { page } = lead;
  await page.goto(settings);
  await look();
  await page.getByRole('link', { name: 'Let a program in' }).click();
  await look();
  await page.getByRole('button', { name: 'Make a token' }).click();
  await look();
  expect(await readMain(page)).toContain('Please tick at least one thing.');
  await page.getByLabel('Name of the program').fill('Website <form>');
  await page.getByLabel('See requests').check();
  await page.getByLabel('Bring in, take in and close requests').check();
  await page.getByRole('button', { name: 'Make a token' }).click();
  await look();
  const token = await page.getByLabel('Token', { exact: true }).inputValue();
  const authorization = `Bearer ${token}`;
  const call = (path: string) => fetch(`${server.origin}/api/v1${path}`, { headers: { authorization } });
  expect(await (await call('/token')).json()).toMatchObject({ name: 'Website <form>', group: { slug: 'willow-bend' } });
  const made = await fetch(`${server.origin}/api/v1/requests`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'first' },
    body: JSON.stringify({ words: 'A ramp for the front door', asker: { name: 'Odalys' } }),
  });
  expect(made.status).toBe(201);
  const { link } = (await made.json()) as { readonly link: string };
  await page.goto(link);
  expect(await readMain(page)).toContain('A ramp for the front door');

  await page.goto(settings);
  expect(await readMain(page)).toContain('Website <form>');
  expect(await readMain(page)).not.toContain(token);
  await page.getByRole('button', { name: 'Take back' }).click();
  await look();
  expect((await call('/token')).status).toBe(401);
  await undo(page);
  expect((await call('/token')).status).toBe(200);
});

it('an address is told, tried, told again, switched off and removed', async () => {
  const { page } = lead;
  await page.goto(`${settings}/tell`);
  await look();
  await page.getByLabel('Address').fill('http://intranet/');
  await page.getByRole('button', { name: 'Add the address' }).click();
  expect(await readMain(page)).toContain('The address has to begin with https.');
  await page.getByLabel('Address').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
  await page.getByRole('button', { name: 'Add the address' }).click();
  await look();
  expect(await page.getByLabel('Secret').inputValue()).toMatch(/^whsec_/);
  await page.getByRole('link', { name: 'I have copied it' }).click();
  await look();
  const arrived = new Promise<void>((resolve) => (heard = resolve));
  await page.getByRole('button', { name: 'Send a test' }).click();
  expect(await readMain(page)).toContain('The test is on its way.');
  await arrived;
  expect(told[0]).toMatchObject({ type: 'ping', signature: expect.stringMatching(/^v1,/) });
  await page.getByRole('button', { name: 'Send everything again' }).click();
  expect(await readMain(page)).toContain('0 messages go out again.');
  await look();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await look();
  expect(await readMain(page)).toContain('Switched off');
  await undo(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  await look();
  expect(await readMain(page)).toContain('Nobody is told.');
});

it('the reference is for people, on a phone too, and in Spanish around it', async () => {
  const reader = await arrive(browser, phone);
  for (const lang of ['en', 'es']) {
    await reader.page.goto(`${server.origin}/api?lang=${lang}`);
    await expectNoAxeViolations(reader.page);
    expect(await readMain(reader.page)).toContain('createRequest');
  }
  await reader.page.goto(`${server.origin}/api/v1`);
  expect(reader.page.url()).toBe(`${server.origin}/api`);
});

it('nobody else sees the page', async () => {
  const stranger = await arrive(browser, phone);
  const answer = await stranger.page.goto(settings);
  expect(answer?.url()).toContain('/sign-in');
});
