import type { GroupId, PersonId } from '@barnraise/kernel/ids.ts';
import { finishErasure } from '@barnraise/server/people/erase-person.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchBrowser } from './browser.ts';
import {
  arrive,
  doUndoDo,
  inviteByPages,
  joinByPages,
  readMain,
  sendAsk,
  type Somebody,
  startByPages,
} from './request-life.ts';
import { asOwner, onServer } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

const undoMinutes = 10;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { ALLOW_NEW_GROUPS: 'yes' } }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('one request lives from the first visit to the erasure', async () => {
  const groupUrl = `${server.origin}/mill-creek`;
  const [lead, member, neighbor, helper] = await Promise.all([1, 2, 3, 4].map(() => arrive(browser)));
  if (!lead || !member || !neighbor || !helper) throw new Error('Four phones were wanted.');

  const sheet = await startByPages(lead, server.origin, {
    name: 'Mill Creek Neighbors',
    slug: 'mill-creek',
    ticks: ['pantry', 'rides'],
    areaLabel: 'Mill Creek',
    leadHandle: 'Rosa',
  });
  expect(sheet).toContain('Recovery sheet for Mill Creek Neighbors');
  expect(sheet.match(/\b[A-Z\d]{4}-[A-Z\d]{4}\b/g)?.length).toBeGreaterThanOrEqual(8);
  await joinByPages(member, await inviteByPages(lead, groupUrl), 'Big Lou');
  expect(member.page.url()).toBe(`${groupUrl}/today`);

  const privateUrl = await askForBoxes(neighbor, groupUrl);
  await openToHelpers(lead, groupUrl);
  await bringEightOfTwelve(member, groupUrl);
  await takeTheRest(helper, `${server.origin}${await shortLink(lead.page)}`);
  await confirm(neighbor, privateUrl);
  const readers = await readMain(neighbor.page);
  expect(readers).toMatch(/group lead, to look after your request/);
  expect(readers).toMatch(/a helper from the group, to bring you help/);
  expect(readers).toMatch(/the person who helps you, to bring you help/);
  await eraseAndLook(neighbor, privateUrl);
  await lead.page.reload();
  expect(await readMain(lead.page)).not.toMatch(/Ada|14 Mill Lane|555\D?0199/);
});

it('a forum without an area helps under handles', async () => {
  const groupUrl = `${server.origin}/night-owls`;
  const [lead, member, asker] = await Promise.all([1, 2, 3].map(() => arrive(browser)));
  if (!lead || !member || !asker) throw new Error('Three phones were wanted.');
  await startByPages(lead, server.origin, {
    name: 'Night Owls',
    slug: 'night-owls',
    ticks: ['online-forum'],
    leadHandle: 'owl_prime',
  });
  await joinByPages(member, await inviteByPages(lead, groupUrl), 'tin_kettle');

  await asker.page.goto(`${groupUrl}/ask/other`);
  expect(await asker.page.locator('[name=address]').count()).toBe(0);
  const privateUrl = await sendAsk(asker.page, { words: 'Somebody to talk to tonight', name: 'moth' });
  await lead.page.goto(`${groupUrl}/inbox`);
  await lead.page.locator('main a[href*="/requests/0"]').first().click();
  expect(await readMain(lead.page)).toContain('moth');
  await lead.page.goto(`${groupUrl}/members`);
  expect(await readMain(lead.page)).toContain('tin_kettle');
  await asker.page.goto(privateUrl);
  expect(await readMain(asker.page)).toContain('Somebody to talk to tonight');
  await asker.page.goto(groupUrl);
  expect(await readMain(asker.page)).not.toMatch(/In and around|moth|tonight/);
});

async function askForBoxes({ page }: Somebody, groupUrl: string): Promise<string> {
  await page.goto(groupUrl);
  await page.getByRole('link', { name: 'Ask for help' }).first().click();
  await page.getByRole('link', { name: 'Food', exact: true }).click();
  await page.getByRole('link', { name: 'Food boxes', exact: true }).click();
  await page.locator('[name=know-allergy][value=value]').check({ force: true });
  return sendAsk(page, {
    amount: '12',
    words: 'The flood took the freezer',
    'known-allergy': 'peanuts',
    address: '14 Mill Lane',
    directions: 'blue door',
    name: 'Ada Vance',
    phone: '304-555-0199',
    mail: 'ada@example.org',
  });
}

async function openToHelpers({ page }: Somebody, groupUrl: string): Promise<void> {
  await page.goto(`${groupUrl}/inbox`);
  await page.locator('main a[href*="/requests/0"]').first().click();
  expect(await readMain(page)).toContain('Ada Vance');
  await doUndoDo(page, () => page.getByRole('button', { name: 'Look after it and open it to helpers' }).click());
  expect(await readMain(page)).toContain('Open to helpers');
}

async function bringEightOfTwelve({ page }: Somebody, groupUrl: string): Promise<void> {
  await page.goto(`${groupUrl}/needs`);
  const commit = async (): Promise<void> => {
    await page.goto(`${groupUrl}/needs`);
    await page.locator('main a[href*="/needs/0"]').first().click();
    expect(await readMain(page)).not.toMatch(/Ada|14 Mill Lane|555\D?0199|peanuts/);
    await page.locator('[name=quantity]').fill('10');
    await page.getByRole('button', { name: 'I’ll do it' }).click();
  };
  await doUndoDo(page, commit);
  const list = await readMain(page);
  for (const told of [
    'Please start or confirm by',
    '14 Mill Lane',
    'blue door',
    'peanuts',
    '(304) 555-0199',
    'ada@example.org',
  ]) {
    expect(list).toContain(told);
  }
  await doUndoDo(page, () => page.getByRole('button', { name: 'I’m on my way' }).click());
  await doUndoDo(page, async () => {
    await page.locator('[name=done]').fill('8');
    await page.locator('form[action="?/finish"] button').click();
  });
  expect(await readMain(page)).toContain('Food boxes: 8 food boxes');
}

async function shortLink(page: Page): Promise<string> {
  await page.reload();
  expect(await readMain(page)).toContain('8 food boxes of 12');
  return (await page.getByRole('link', { name: 'Short link' }).getAttribute('href')) ?? '';
}

async function takeTheRest({ page }: Somebody, link: string): Promise<void> {
  await page.goto(link);
  expect(await readMain(page)).not.toMatch(/Ada|14 Mill Lane|555\D?0199|peanuts/);
  await page.locator('[name=name]').fill('Wendell');
  await page.locator('[name=phone]').fill('304-555-0111');
  expect(await page.locator('[name=quantity]').inputValue()).toBe('4');
  await page.getByRole('button', { name: 'I’ll do it' }).click();
  expect(await readMain(page)).toContain('14 Mill Lane');
  expect(await heading(page)).toBe('You said you will do this');
  expect(await page.locator('main a[href="mailto:ada@example.org"]').count()).toBe(1);
  await doUndoDo(page, () => page.getByRole('button', { name: 'I’m on my way' }).click());
  expect(await heading(page)).toBe('You are on your way');
  await doUndoDo(page, () => page.locator('form[action="?/finish"] button').click());
  expect(await heading(page)).toBe('You did this. Thank you!');
  expect(await readMain(page)).toContain('Food boxes: 4 food boxes');
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

async function confirm({ page }: Somebody, privateUrl: string): Promise<void> {
  await page.goto(privateUrl);
  expect(await readMain(page)).toContain('12 food boxes of 12');
  await doUndoDo(page, async () => {
    await page.getByLabel('It is solved').check({ force: true });
    await page.getByRole('button', { name: 'Tell us' }).click();
  });
  expect(await readMain(page)).toContain('Done. We are glad it worked out.');
}

/** Erases, waits out the time for undoing by a clock that is ahead, and looks into every table as the owner. */
async function eraseAndLook({ page }: Somebody, privateUrl: string): Promise<void> {
  await doUndoDo(page, async () => {
    await page.locator('summary', { hasText: 'Erase me' }).click();
    await page.getByRole('button', { name: 'Erase my details' }).click();
  });
  const before = await remains();
  expect(before).toMatchObject({ keys: 1, asked: 12, doneByCommitments: 12, eventQuantity: 12 });
  expect(before.sealed).toBeGreaterThan(5);
  expect(before.hashes).toBeGreaterThan(2);
  const later = { clock: () => Date.now() + (undoMinutes + 1) * 60_000 };
  await onServer(server, (context) => finishErasure(context, before), later);
  const { sealed, keys, hashes, ...rest } = await remains();
  expect({ sealed, keys, hashes }).toEqual({ sealed: 0, keys: 0, hashes: 0 });
  expect(rest).toMatchObject({ asked: 12, doneByCommitments: 12, eventQuantity: 12 });
  await page.goto(privateUrl);
  expect(await readMain(page)).not.toMatch(/Ada|Mill Lane|555\D?0199|freezer/);
}

interface Remains {
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly sealed: number;
  readonly keys: number;
  readonly hashes: number;
  readonly asked: number;
  readonly doneByCommitments: number;
  readonly eventQuantity: number;
}

/** What the database still has of the one neighbor and their one request; what was corrected counts once. */
async function remains(): Promise<Remains> {
  const { rows } = await asOwner(server, (owner) =>
    owner.query<Remains>(`
      select r.group_id as "groupId", r.person_id as "personId",
        (select count(*)::int from vault_entries e where e.person_id = r.person_id) as sealed,
        (select count(*)::int from person_keys k where k.person_id = r.person_id) as keys,
        (select count(*)::int from vault_hashes h where h.person_id = r.person_id) as hashes,
        (select sum(quantity)::int from needs n where n.request_id = r.id) as asked,
        (select sum(c.done_quantity)::int from commitments c join needs n on n.id = c.need_id
          where n.request_id = r.id and c.state = 'done' and c.corrected_by_commitment_id is null) as "doneByCommitments",
        (select sum(case verb when 'corrected' then -quantity else quantity end)::int from events v
          where v.group_id = r.group_id) as "eventQuantity"
      from requests r join groups g on g.id = r.group_id where g.slug = 'mill-creek'`),
  );
  const [only] = rows;
  if (!only || rows.length > 1) throw new Error(`One request was expected, not ${rows.length}.`);
  return only;
}
