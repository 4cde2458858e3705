import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, phone } from './browser.ts';
import { arrive, readMain, type Somebody } from './request-life.ts';
import { asOwner, seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'barnraise-messages-'));
let server: RunningServer;
let browser: Browser;
let groupUrl: string;
let lead: Somebody;
let small: Somebody;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const group = await seedGroup(server, { slug: 'mill-creek', name: 'Mill Creek Neighbors' });
  groupUrl = `${server.origin}/${group.slug}`;
  lead = await arrive(browser, desktop);
  await signInAs(lead.browsing, server, group.sessionToken);
  small = await arrive(browser, phone);
  await signInAs(small.browsing, server, group.sessionToken);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const day = new Date().toISOString().slice(0, 10);
const chat = [
  `[${day} 00:01] Ana Ruiz: Good morning everybody`,
  `[${day} 00:02] Bea: Need 2 packs of size 4 diapers and a <b>crib</b>, my number is 304 555 0142. NO clothes please`,
  `[${day} 00:03] Cal: I can bring firewood tomorrow`,
  `[${day} 00:04] Dora: Thank you all, the ride is settled`,
  `[${day} 00:05] Eva: Alguien me puede llevar a la clínica el jueves?`,
].join('\n');

async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
}

async function paste(page: Page, text: string, source: string): Promise<void> {
  await page.goto(`${groupUrl}/bring-in/messages`);
  await page.locator('[name=text]').fill(text);
  await page.locator('[name=source]').fill(source);
  await page.locator('[name=back]').selectOption('all');
  await page.getByRole('button', { name: 'Look through it' }).click();
}

/** From the disk, as a person's browser sends it. */
async function upload(page: Page, name: string, bytes: Buffer): Promise<number | undefined> {
  await page.goto(`${groupUrl}/bring-in/messages`);
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  await page.locator('[name=file]').setInputFiles(file);
  await page.locator('[name=back]').selectOption('all');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Look through it' }).click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

/** The message of somebody; others may name them as its neighbors. */
function articleOf(page: Page, name: string) {
  return page.getByRole('article', { name });
}

async function counted(table: string): Promise<number> {
  return asOwner(server, async (owner) => {
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]?.n ?? 0;
  });
}

describe('a chat that is brought in', () => {
  it('is found from the menu, and says what will happen with it', async () => {
    for (const { page } of [lead, small]) {
      await look(page, `${groupUrl}/bring-in`);
      await page.getByRole('link', { name: 'Chats and pasted text' }).click();
      await expectNoAxeViolations(page);
      await expectFitsThumbs(page);
      expect(await readMain(page)).toMatch(/Nobody is contacted[^]*goes away after 30 days/);
      await page.getByRole('button', { name: 'Look through it' }).click();
      expect(await readMain(page)).toContain('Please fill this in.');
    }
  });

  it('shows the words with what speaks for them, side by side with what was read', async () => {
    const { page } = lead;
    await paste(page, chat, 'food chat');
    expect(await readMain(page)).toMatch(/You brought|5 messages looked through/);
    expect(await page.locator('article').count()).toBe(3);
    const bea = articleOf(page, 'Bea');
    expect(await bea.locator('mark.kind').first().innerText()).toBe('size 4 diapers');
    expect(await bea.locator('blockquote mark.halt').allInnerTexts()).toEqual(['clothes']);
    expect(await bea.innerText()).toContain('<b>crib</b>');
    expect(await bea.innerText()).toMatch(/Size 4 diapers: 2 packs[^]*Clothes[^]*No more, please[^]*\(304\) 555-0142/);
    expect(await articleOf(page, 'Eva').innerText()).toContain('español');
    await expectNoAxeViolations(page);
    await expectFitsThumbs(page);
    await look(small.page, page.url().replace(/[?&](act|came)=[^&]*/g, ''));
    await look(page, `${groupUrl}/proposals?show=talk&lang=es`);
    expect(await readMain(page)).toContain('the ride is settled');
    await page.goto(`${groupUrl}/proposals?lang=en`);
  });

  it('becomes requests and offers, one by one, each undone while there is time', async () => {
    const { page } = lead;
    await page.goto(`${groupUrl}/proposals`);
    await articleOf(page, 'Bea').getByRole('link', { name: 'Look and correct' }).click();
    await expectNoAxeViolations(page);
    await expectFitsThumbs(page);
    await look(small.page, page.url());
    expect(await page.locator('[name=phone]').inputValue()).toBe('+13045550142');
    expect(await page.locator('[name=use-2]').inputValue()).toBe('halt');
    await page.locator('[name=amount-0]').fill('three');
    await page.getByRole('button', { name: 'Make a request of it' }).click();
    expect(await readMain(page)).toContain('Please write a number');
    await page.locator('[name=amount-0]').fill('3');
    await page.locator('[name=name]').fill('Bea Stone');
    await page.getByRole('button', { name: 'Make a request of it' }).click();
    expect(await readMain(page)).toContain('A message');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await readMain(page)).toContain('Undone.');

    await page.goto(`${groupUrl}/proposals`);
    await articleOf(page, 'Bea').getByRole('button', { name: 'Take over as shown' }).click();
    await articleOf(page, 'Cal').getByRole('button', { name: 'Take over as shown' }).click();
    await page.goto(`${groupUrl}/proposals?show=made`);
    await expectNoAxeViolations(page);
    await articleOf(page, 'Bea').getByRole('link', { name: 'To the request' }).click();
    const request = await readMain(page);
    expect(request).toContain('my number is 304 555 0142');
    expect(request).toContain('message 2, brought in');
    await page.goto(`${groupUrl}/offers`);
    expect(await readMain(page)).toContain('I can bring firewood tomorrow');
  });

  it('is left out and decided on after all', async () => {
    const { page } = lead;
    await page.goto(`${groupUrl}/proposals`);
    await articleOf(page, 'Eva').getByRole('button', { name: 'Leave out' }).click();
    expect(await readMain(page)).toContain('Nothing to decide on here');
    await page.goto(`${groupUrl}/proposals?show=left-out`);
    await page.getByRole('button', { name: 'Decide on it after all' }).click();
    await page.goto(`${groupUrl}/proposals`);
    await page.getByRole('button', { name: 'Leave out the one that waits here' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.goto(`${groupUrl}/proposals`);
    expect(await page.locator('article').count()).toBe(1);
  });

  it('adds only what is new, and goes when it is taken back', async () => {
    const { page } = lead;
    await paste(page, `${chat}\n[${day} 00:06] Finn: we need tarps`, 'food chat');
    expect(await readMain(page)).toContain('5 were here already.');
    await page.goto(`${groupUrl}/bring-in/messages`);
    const card = page.locator('section.card').first();
    await card.locator('summary').click();
    await card.getByRole('button', { name: 'Take this back' }).click();
    expect(await readMain(page)).toContain('It is gone.');
    await page.goto(`${groupUrl}/proposals`);
    expect(await readMain(page)).not.toContain('tarps');
  });

  it('asks how days are written where it does not tell', async () => {
    const { page } = lead;
    await paste(page, '3/4/26, 10:00 - Ana: we need ladders\n3/4/26, 10:01 - Ana: and rope', 'storm line');
    expect(await readMain(page)).toContain('How are the days written in “storm line”?');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: '3/4 is the 3rd of April' }).click();
    expect(await readMain(page)).not.toContain('How are the days written');
  });
});

describe('what cannot be read', () => {
  it.each([
    [
      'a picture',
      'photo.png',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5000, 7)]),
      'This is no text',
    ],
    ['a broken export', 'result.json', Buffer.from('{"messages":[{"type":'), 'broken off'],
    ['a page that is no chat', 'a.html', Buffer.from('<html><body>hello</body></html>'), 'broken off'],
    ['a broken archive', 'a.zip', Buffer.from('PK\u0003\u0004rubbish'), 'ZIP file is broken'],
    ['nothing', 'a.txt', Buffer.from('  \n '), 'no messages'],
  ])('%s is refused with words, and nothing is kept', async (_, name, bytes, words) => {
    const before = [await counted('imports'), await counted('proposals')];
    expect(await upload(lead.page, name, bytes)).toBe(400);
    expect(await readMain(lead.page)).toContain(words);
    expect([await counted('imports'), await counted('proposals')]).toEqual(before);
  });

  it('a file beyond the limit is refused with words, and nothing is kept', async () => {
    const before = await counted('imports');
    expect(await upload(lead.page, 'chat.txt', Buffer.alloc(20_500_000, 'we need water\n'))).toBe(400);
    expect(await readMain(lead.page)).toContain('20 MB is the most');
    expect(await upload(lead.page, 'chat.txt', Buffer.alloc(25_000_000, 'we need water\n'))).toBe(413);
    expect(await readMain(lead.page)).toMatch(/20 MB is the most|too much to send/);
    expect(await counted('imports')).toBe(before);
  });

  it('other pages take no larger body than before', async () => {
    const answer = await fetch(`${groupUrl}/ask/goods.food.box`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `words=${'x'.repeat(9_000_000)}`,
    });
    expect(answer.status).toBe(413);
  });
});

it('members who are no coordinators, and strangers, do not see it', async () => {
  const stranger = await arrive(browser);
  for (const address of ['/bring-in/messages', '/proposals']) {
    const answer = await stranger.page.goto(`${groupUrl}${address}`);
    expect(`${answer?.status()} ${stranger.page.url()}`).toMatch(/^403|sign-in/);
  }
});
