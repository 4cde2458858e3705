import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { sessionCookie } from '../../web/src/lib/server/session-cookie.ts';
import { makeXlsx } from '../seed/make-workbook.ts';
import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, phone } from './browser.ts';
import { arrive, readMain } from './request-life.ts';
import { asOwner, seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let sessionToken: string;
let tables: string;
const folder = mkdtempSync(path.join(os.tmpdir(), 'barnraise-tables-'));

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const group = await seedGroup(server, { slug: 'mill-lane', name: 'Mill Lane Neighbors' });
  sessionToken = group.sessionToken;
  tables = `${server.origin}/${group.slug}/bring-in/tables`;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

async function coordinator(options = desktop): Promise<Page> {
  const { browsing, page } = await arrive(browser, options);
  await signInAs(browsing, server, sessionToken);
  return page;
}

interface Sent {
  readonly name: string;
  readonly content: string | Buffer;
  readonly source: string;
  readonly subject?: string;
}

async function upload(page: Page, { name, content, source, subject = 'requests' }: Sent): Promise<void> {
  await page.goto(tables);
  await page.locator(`[name=subject][value=${subject}]`).check();
  await page.locator('[name=source]').fill(source);
  const buffer = Buffer.from(content as string);
  await page.locator('[name=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Look at it' }).click();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

/** The page comes back by itself until the import is over. */
async function untilBroughtIn(page: Page): Promise<void> {
  await page.getByText('What came of it').waitFor();
  await page.locator('.badge', { hasText: /^brought in$/ }).waitFor();
}

async function look(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
}

function requestsOf(source: string): Promise<number> {
  return asOwner(server, async (owner) => {
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from import_rows where source = $1', [
      source,
    ]);
    return rows[0]?.n ?? 0;
  });
}

const calls = [
  'No,Who,Phone,Street,When,What is needed,Notes',
  '1,Ofelia Peña,304 555 0101,9 Mill Lane,03/04/2026,20 blankets and water,"a note, with a comma"',
  '2,Fire House,304 555 0102,1 Main St,05/06/2026,size 4 diapers; NO CLOTHES,',
  '3,Old Mill,304 555 0103,,never,bread,',
  '4,Short row',
].join('\n');

it('a coordinator brings a call sheet in on a phone, puts rows right, brings it again, and takes it back', async () => {
  const page = await coordinator(phone);
  await page.goto(tables);
  expect(await readMain(page)).toContain('No table has been brought in yet');
  await look(page);

  await upload(page, { name: 'calls.csv', content: calls, source: 'Call sheet' });
  expect(await readMain(page)).toMatch(/Days or months first\?[^]*03\/04\/2026/);
  expect(await readMain(page)).toContain('1 row does not fit the columns');
  expect(await page.locator('[name=meaning-2]').inputValue()).toBe('phone');
  expect(await page.locator('[name=meaning-5]').inputValue()).toBe('needs');
  expect(await page.locator('[name=key]:checked').getAttribute('value')).toBe('0');
  await look(page);
  await page.locator('[name=date-4]').selectOption({ index: 1 });
  await press(page, 'Show me what would come in');

  expect(await readMain(page)).toMatch(/Row 2\s+Ofelia Peña[^]*20 blankets/);
  expect(await readMain(page)).toContain('Apr 3');
  expect(await readMain(page)).toContain('“never” is not a date');
  expect(await readMain(page)).toMatch(/not [^\n]*cloth/i);
  await look(page);
  expect(await requestsOf('call-sheet')).toBe(0);
  await press(page, /Bring 2 rows in/);
  await untilBroughtIn(page);
  expect(await readMain(page)).toMatch(/New\s+2[^]*Did not come in\s+2/);
  expect(await requestsOf('call-sheet')).toBe(2);
  await look(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('Download the rows to correct').click(),
  ]);
  const corrected = path.join(folder, 'corrected.csv');
  await download.saveAs(corrected);
  const fixed = calls.replace('never', '07/06/2026').replace('4,Short row', '4,Short row,,,,milk,');
  await upload(page, { name: 'calls.csv', content: fixed, source: 'Call sheet' });
  expect(await readMain(page)).toContain('As the last time');
  await press(page, 'Show me what would come in');
  await press(page, /Bring 2 rows in/);
  await untilBroughtIn(page);
  expect(await readMain(page)).toMatch(/New\s+2[^]*Known before, as they are\s+2/);

  await page.getByRole('link', { name: 'Take all of it back' }).click();
  await look(page);
  await press(page, 'Yes, take it back');
  await page.getByText('It was taken back.').waitFor();
  expect(await requestsOf('call-sheet')).toBe(2);
  await page.goto(`${tables}?lang=es`);
  expect(await readMain(page)).toMatch(/Pedidos: call-sheet[^]*retirada/);
  await look(page);
  await page.goto(`${tables}?lang=en`);
});

it('a workbook comes in from the sheet and the row that somebody chooses', async () => {
  const page = await coordinator();
  const content = makeXlsx({
    sheets: [
      { name: 'Cover', data: [['Families of Mill Lane']] },
      {
        name: 'Streets',
        data: [
          ['Street', 'Notes'],
          ['Mill Lane', 'long'],
        ],
      },
      {
        name: 'Families',
        data: [
          ['Spring 2026'],
          ['Family', 'Telephone', 'People', 'Allergies'],
          ['Peña', '304 555 0111', '5', 'nuts'],
          ['Roe', '304 555 0112', '2', ''],
        ],
      },
    ],
  });
  await upload(page, { name: 'families.xlsx', content, source: 'Families', subject: 'households' });
  await page.locator('summary', { hasText: 'How the file is read' }).click();
  await page.locator('[name=sheet]').selectOption({ index: 2 });
  await page.locator('[name=headerRow]').fill('2');
  await press(page, 'Read it again like this');
  expect(await page.locator('[name=meaning-2]').inputValue()).toBe('size');
  await look(page);
  await press(page, 'Show me what would come in');
  expect(await readMain(page)).toMatch(/Peña[^]*5 people/);
  await look(page);
  await press(page, /Bring 2 rows in/);
  await untilBroughtIn(page);
  expect(await requestsOf('families')).toBe(2);
});

it('members come in quietly, and are invited when a group lead says so', async () => {
  const page = await coordinator(phone);
  const content = 'Name,Email,Phone\nAda Lee,ada@example.org,304 555 0121\nBo Roe,,304 555 0122\n';
  await upload(page, { name: 'members.csv', content, source: 'Members', subject: 'members' });
  await press(page, 'Show me what would come in');
  await press(page, /Bring 2 rows in/);
  await untilBroughtIn(page);
  await page.getByRole('link', { name: 'Invite them' }).click();
  await look(page);
  await page.locator('form button').last().click();
  expect(await readMain(page)).toMatch(/Ada Lee[^]*\d{4}[^]*Bo Roe/);
  await look(page);
});

it('two people with the same file at once make each row once', async () => {
  const content = [
    'id,name,phone,needs',
    ...Array.from({ length: 300 }, (_, index) => `${index},Name ${index},,water`),
  ].join('\n');
  const pages = await Promise.all([coordinator(), coordinator()]);
  await Promise.all(
    pages.map(async (page) => {
      await upload(page, { name: 'same.csv', content, source: 'same' });
      await press(page, 'Show me what would come in');
      await press(page, /Bring 300 rows in/);
      await untilBroughtIn(page);
    }),
  );
  const texts = await Promise.all(pages.map(readMain));
  const made = texts.map((text) => Number(/New\s+(\d+)/.exec(text)?.[1]));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(300);
  expect(await requestsOf('same')).toBe(300);
});

it.each<[string, string, string | Buffer, string]>([
  [
    'a picture called .xlsx',
    'list.xlsx',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'This is a picture of a table',
  ],
  [
    'a sheet with only a picture',
    'scan.xlsx',
    makeXlsx({ sheets: [{ name: 'A', data: '' }], more: { 'xl/media/image1.png': 'x' } }),
    'This is a picture of a table',
  ],
  ['a quotation mark without an end', 'a.csv', 'a,b\n1,"2\n3,4\n', 'In row 2 a quotation mark opens'],
  ['10,000 columns', 'wide.csv', `${'x,'.repeat(10_000)}y\n1\n`, 'Row 1 has more than 500 columns'],
  ['nothing', 'empty.csv', '', 'Please choose a file'],
])('says in words what is wrong with %s, and keeps nothing', async (_, name, content, words) => {
  const page = await coordinator();
  await upload(page, { name, content, source: 'bad' });
  if (name === 'empty.csv') expect(await readMain(page)).toMatch(/Please choose a file|The file is empty/);
  else expect(await readMain(page)).toContain(words);
  await look(page);
  expect(await importsCalled('bad')).toBe(0);
});

function importsCalled(source: string): Promise<number> {
  return asOwner(server, async (owner) => {
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from imports where source = $1', [
      source,
    ]);
    return rows[0]?.n ?? 0;
  });
}

it('refuses a file of 65 MB in words, and the pages that take none still refuse much less', async () => {
  const file = path.join(folder, 'large.csv');
  const stream = createWriteStream(file);
  for (let megabyte = 0; megabyte < 65; megabyte += 1) stream.write('a,b\n'.repeat(262_144));
  stream.end();
  await finished(stream);
  const page = await coordinator();
  await page.goto(tables);
  await page.locator('[name=source]').fill('large');
  await page.locator('[name=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Look at it' }).click();
  expect(await readMain(page)).toContain('larger than 64 MB');
  expect(await importsCalled('large')).toBe(0);
  const elsewhere = await fetch(`${server.origin}/mill-lane/ask/goods.food.box`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `a=${'x'.repeat(9_000_000)}`,
  });
  expect(elsewhere.status).toBe(413);
});

it('keeps nothing of a file whose line breaks on the way', async () => {
  const head = [
    '--ZZ\r\nContent-Disposition: form-data; name="source"\r\n\r\nbroken\r\n',
    '--ZZ\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
  ].join('');
  const { hostname, port } = new URL(server.origin);
  const request = http.request({
    host: hostname,
    port,
    path: new URL(tables).pathname,
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=ZZ',
      'content-length': 5_000_000,
      cookie: `${sessionCookie}=${sessionToken}`,
    },
  });
  const ended = new Promise<void>((resolve) => request.once('error', () => resolve()));
  request.write(head);
  request.write('a,b\n'.repeat(300_000));
  // It has begun to arrive: there is something that could be left behind.
  await expect.poll(() => importsCalled('broken'), { timeout: 20_000 }).toBe(1);
  request.destroy(new Error('the cable was pulled'));
  await ended;
  await expect.poll(() => importsCalled('broken'), { timeout: 20_000 }).toBe(0);
});

it('is for coordinators alone', async () => {
  const { page } = await arrive(browser, phone);
  await page.goto(tables);
  expect(page.url()).toContain('/sign-in');
  const stranger = await fetch(tables, { method: 'POST', body: new FormData() });
  expect(stranger.status).toBe(403);
});
