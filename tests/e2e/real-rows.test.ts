import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { GroupId, NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { finishErasure } from '@barnraise/server/people/erase-person.ts';
import { importFile } from '@barnraise/server/requests/import/import-file.ts';
import { readMapping } from '@barnraise/server/requests/import/mapping.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchBrowser } from './browser.ts';
import { arrive, inviteByPages, joinByPages, readMain, type Somebody } from './request-life.ts';
import { asOwner, onServer, seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

const data = path.resolve('../shared/data');
const sheets = [
  { file: path.join(data, 'harvey-2017/shelters-20170830-145735.csv'), mapping: 'docs/import/shelter-sheet.json' },
  { file: path.join(data, 'haiti-2010/reports.csv'), mapping: 'docs/import/crisis-reports.json' },
];
const hasData = sheets.every(({ file }) => existsSync(file));
if (!hasData) console.log('The real sheets are not beside the repository (../shared/data): no row of them is driven.');

/** Of each of the two sheets. */
const rowsOfEach = process.env['BARNRAISE_LONG'] === '1' ? 10 : 2;

interface Row {
  readonly groupId: GroupId;
  readonly requestId: RequestId;
  readonly personId: PersonId;
  readonly needId: NeedId;
  readonly linkCode: string;
}

describe.skipIf(!hasData)('rows that people really wrote down', () => {
  let server: RunningServer;
  let browser: Browser;
  let lead: Somebody;
  let member: Somebody;
  let groupUrl: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    const { groupId, slug, sessionToken } = await seedGroup(server, { ticks: ['pantry', 'storm'] });
    groupUrl = `${server.origin}/${slug}`;
    await onServer(server, async (context) => {
      for (const { file, mapping } of sheets) {
        const operator = { groupId, actor: { kind: 'system' } } as const;
        await importFile(context, operator, file, readMapping(readFileSync(mapping, 'utf8')));
      }
    });
    [lead, member] = [await arrive(browser), await arrive(browser)];
    await signInAs(lead.browsing, server, sessionToken);
    await joinByPages(member, await inviteByPages(lead, groupUrl), 'Big Lou');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('are taken in, helped in two parts, confirmed and erased', { timeout: 900_000 }, async () => {
    const rows = [...(await rowsOf('shelter-sheet')), ...(await rowsOf('crisis-reports'))];
    expect(rows).toHaveLength(2 * rowsOfEach);
    for (const row of rows) {
      const request = `${groupUrl}/requests/${row.requestId}`;
      await takeIn(request, row);
      await bringTwoOfFour(row);
      await takeTheRest(row);
      const privateUrl = await callBack(request);
      await confirmAndErase(privateUrl, row);
      await lead.page.goto(request);
      expect(await readMain(lead.page)).toContain('Solved');
    }
  });

  /** Requests for goods, spread evenly over the sheet; by its rows, since ids come as two batches are written side by side. */
  function rowsOf(source: string): Promise<readonly Row[]> {
    return asOwner(server, async (owner) => {
      const { rows } = await owner.query<Row>(
        `select distinct on (i.row_no) r.group_id as "groupId", r.id as "requestId", r.person_id as "personId",
            n.id as "needId", n.link_code as "linkCode"
          from requests r join needs n on n.request_id = r.id join kinds k on k.id = n.kind_id
            join import_rows i on i.group_id = r.group_id and i.made_id = r.id
          where r.source = $1 and r.state = 'new' and n.halted_at is null and k.nature = 'goods'
          order by i.row_no, n.id`,
        [source],
      );
      const step = Math.max(1, Math.floor(rows.length / rowsOfEach));
      return rows.filter((_, index) => index % step === 0).slice(0, rowsOfEach);
    });
  }

  /** Opens it, and after a look at the words says that it is four. */
  async function takeIn(request: string, { needId }: Row): Promise<void> {
    const { page } = lead;
    await page.goto(request);
    await page.getByRole('button', { name: 'Look after it and open it to helpers' }).click();
    const form = page.locator('form[action="?/changeNeed"]', { has: page.locator(`[value="${needId}"]`) });
    await page.locator('details', { has: form }).locator('summary').click();
    await form.locator('[name=amount]').fill('4');
    await form.getByRole('button', { name: 'Save' }).click();
    expect(await readMain(page)).toMatch(/Open to helpers[^]*\b0 [^]* of 4 /);
  }

  async function bringTwoOfFour({ needId }: Row): Promise<void> {
    const { page } = member;
    await page.goto(`${groupUrl}/needs/${needId}`);
    await page.locator('[name=quantity]').fill('3');
    await page.getByRole('button', { name: 'I’ll do it' }).click();
    await page.locator('summary', { hasText: 'It’s done' }).click();
    await page.locator('[name=done]').fill('2');
    await page.locator('form[action="?/finish"] button').click();
    expect(await readMain(page)).toContain('Nothing on your list');
  }

  async function takeTheRest({ linkCode }: Row): Promise<void> {
    const helper = await arrive(browser);
    const { page } = helper;
    await page.goto(`${groupUrl}/n/${linkCode}`);
    expect(await page.locator('[name=quantity]').inputValue()).toBe('2');
    await page.locator('[name=name]').fill('Wendell');
    await page.locator('[name=phone]').fill('304-555-0111');
    await page.getByRole('button', { name: 'I’ll do it' }).click();
    expect(await readMain(page)).toContain('I’m on my way');
    await page.getByRole('button', { name: 'I’m on my way' }).click();
    await page.locator('form[action="?/finish"] button').click();
    expect(await readMain(page)).toContain('Done');
    await helper.browsing.close();
  }

  /** Who is on a list has no link yet: they get one when they are called. */
  async function callBack(request: string): Promise<string> {
    const { page } = lead;
    await page.goto(request);
    await page.locator('summary', { hasText: 'Give a new private link' }).click();
    await page.locator('form[action="?/link"] button').click();
    return /https?:\/\/[^"<\s]+\/r\/[\w-]+/.exec(await page.locator('main').innerHTML())?.[0] ?? '';
  }

  async function confirmAndErase(privateUrl: string, row: Row): Promise<void> {
    const neighbor = await arrive(browser);
    const { page } = neighbor;
    await page.goto(privateUrl);
    await page.getByLabel('It is solved').check({ force: true });
    await page.getByRole('button', { name: 'Tell us' }).click();
    await page.locator('summary', { hasText: 'Erase me' }).click();
    await page.getByRole('button', { name: 'Erase my details' }).click();
    await onServer(server, (context) => finishErasure(context, row), { clock: () => Date.now() + 11 * 60_000 });
    await page.goto(privateUrl);
    expect(await readMain(page)).toContain('Your details are erased.');
    await neighbor.browsing.close();
    const { rows } = await asOwner(server, (owner) =>
      owner.query(
        `select (select count(*)::int from person_keys where person_id = $1) as keys,
          (select count(*)::int from vault_entries where person_id = $1) as sealed,
          (select count(*)::int from vault_hashes where person_id = $1) as hashes,
          (select sum(done_quantity)::int from commitments where need_id = $2) as done`,
        [row.personId, row.needId],
      ),
    );
    expect(rows).toEqual([{ keys: 0, sealed: 0, hashes: 0, done: expect.any(Number) }]);
  }
});
