import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sessionCookie } from '../../web/src/lib/server/session-cookie.ts';
import { launchBrowser } from './browser.ts';
import { fingerprint } from './fingerprint.ts';
import { arrive, inviteByPages, joinByPages, readMain, sendAsk, type Somebody } from './request-life.ts';
import { seedGroup, signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

/** Words that occur nowhere else. */
const secret = {
  name: 'Zebrina Quill',
  phone: '555-0188',
  mail: 'zebrina@quill.example',
  address: '77 Xanadu Row',
  directions: 'gryphon gate',
  words: 'kumquat freezer',
  allergy: 'marzipan',
  note: 'wombat remark',
} as const;
type Secret = keyof typeof secret;

/** A number is shown with hyphens and linked without them. */
const shows = (html: string, what: Secret): boolean =>
  html.includes(secret[what]) || (what === 'phone' && html.includes(secret.phone.replace('-', '')));

const everySecret = Object.keys(secret) as readonly Secret[];

type Role = 'public' | 'member' | 'promised' | 'supplies' | 'money' | 'coordinator' | 'steward' | 'elsewhere';

/** What each role may read of somebody who asked, on any page at all. Everything else is denied. */
const allowed: Readonly<Record<Role, readonly Secret[]>> = {
  public: [],
  member: [],
  promised: ['name', 'phone', 'mail', 'address', 'directions', 'words', 'allergy'],
  supplies: [],
  money: [],
  coordinator: everySecret,
  steward: everySecret,
  elsewhere: [],
};
const roles = Object.keys(allowed) as readonly Role[];

const here = 'harbor-street';
const there = 'mill-valley';

let server: RunningServer;
let browser: Browser;
let helperPage: string;
let privatePage: string;
const sessions: Partial<Record<Role, string>> = {};
/** Every address of the group that anybody was led to. */
const addresses = new Set<string>();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const group = await seedGroup(server);
  const other = await seedGroup(server, { slug: there, name: 'Mill Valley' });
  sessions.steward = group.sessionToken;
  sessions.elsewhere = other.sessionToken;
  await livePart();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** One neighbor asks; a member promises a part, a helper by short link another; the lead writes a note. */
async function livePart(): Promise<void> {
  const groupUrl = `${server.origin}/${here}`;
  const lead = await arrive(browser);
  await signInAs(lead.browsing, server, sessions.steward ?? '');
  sessions.member = await joinAs(lead, groupUrl, 'member', 'Idle Member');
  sessions.supplies = await joinAs(lead, groupUrl, 'quartermaster', 'Supply Lead');
  sessions.money = await joinAs(lead, groupUrl, 'treasurer', 'Money Lead');
  sessions.coordinator = await joinAs(lead, groupUrl, 'coordinator', 'Co Ordinator');
  sessions.promised = await joinAs(lead, groupUrl, 'member', 'Prom Member');

  const asker = await arrive(browser);
  await asker.page.goto(`${groupUrl}/ask/goods.food.box`);
  await asker.page.locator('[name=know-allergy][value=value]').check({ force: true });
  await asker.page.locator('[name=listed]').check({ force: true });
  privatePage = await sendAsk(asker.page, {
    amount: '9',
    words: secret.words,
    'known-allergy': secret.allergy,
    address: secret.address,
    directions: secret.directions,
    name: secret.name,
    phone: '304-555-0188',
    mail: secret.mail,
  });

  await lead.page.goto(`${groupUrl}/inbox`);
  await lead.page.locator('main a[href*="/requests/0"]').first().click();
  await lead.page.getByRole('button', { name: 'Look after it and open it to helpers' }).click();
  await lead.page.locator('summary', { hasText: /^Note$/ }).click();
  await lead.page.locator('[name=note]').fill(secret.note);
  await lead.page.getByRole('button', { name: 'Write the note' }).click();
  const shortLink = await lead.page.getByRole('link', { name: 'Short link' }).getAttribute('href');

  const member = await arrive(browser);
  await signInAs(member.browsing, server, sessions.promised);
  await member.page.goto(`${groupUrl}/needs`);
  await member.page.locator('main a[href*="/needs/0"]').first().click();
  await member.page.locator('[name=quantity]').fill('3');
  await member.page.getByRole('button', { name: 'I’ll do it' }).click();

  const helper = await arrive(browser);
  await helper.page.goto(server.origin + shortLink);
  await helper.page.locator('[name=name]').fill('Wendell Hand');
  await helper.page.locator('[name=phone]').fill('304-555-0111');
  await helper.page.locator('[name=quantity]').fill('2');
  await helper.page.getByRole('button', { name: 'I’ll do it' }).click();
  helperPage = helper.page.url();
  expect(await readMain(helper.page)).toContain(secret.address);
  await Promise.all([lead, asker, member, helper].map(({ browsing }) => browsing.close()));
}

async function joinAs(lead: Somebody, groupUrl: string, role: string, handle: string): Promise<string> {
  const newcomer = await arrive(browser);
  await joinByPages(newcomer, await inviteByPages(lead, groupUrl, role, handle), handle);
  expect(newcomer.page.url()).toBe(`${groupUrl}/today`);
  const cookies = await newcomer.browsing.cookies();
  await newcomer.browsing.close();
  return cookies.find(({ name }) => name === sessionCookie)?.value ?? '';
}

function get(path: string, role: Role): Promise<Response> {
  const cookie = sessions[role] === undefined ? '' : `${sessionCookie}=${sessions[role]}`;
  return fetch(server.origin + path, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
}

/** Opens every page that links lead to, and gives what was read on all of them together. */
async function crawl(role: Role): Promise<ReadonlySet<Secret>> {
  const seen = new Set<Secret>();
  const waiting = [`/${here}`, `/${there}`, '/', '/account', '/sign-in'];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await get(path, role);
    expect(answer.status, `${role} ${path}`).toBeLessThan(500);
    const html = await answer.text();
    for (const what of everySecret) if (shows(html, what)) seen.add(what);
    for (const link of linksOf(html)) {
      if (known.has(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  for (const path of known) if (path.startsWith(`/${here}`)) addresses.add(path);
  return seen;
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, address]) => (address ?? '').replaceAll('&amp;', '&').replace(server.origin, '').replace(/#.*/, ''))
    .filter((address) => /^\/(?!_app|assets)/.test(address) && !address.includes('lang='));
}

describe('the details of somebody who asked', () => {
  it.each(roles)('are read where policy allows it, and nowhere else: %s', async (role) => {
    expect([...(await crawl(role))].sort()).toEqual([...allowed[role]].sort());
  });

  it.each(['public', 'member', 'supplies', 'money', 'elsewhere'] as const)(
    'stay hidden on the addresses that others were led to: %s',
    async (role) => {
      expect(addresses.size).toBeGreaterThan(20);
      for (const path of addresses) {
        const html = await (await get(path, role)).text();
        for (const what of everySecret) expect(shows(html, what), `${what} on ${path}`).toBe(false);
      }
    },
  );

  it('are on the private link and on the helper’s own page, whose notes stay the coordinators’', async () => {
    const own = await (await fetch(privatePage)).text();
    const helpers = await (await fetch(helperPage)).text();
    for (const html of [own, helpers]) {
      expect(html).toContain(secret.address);
      expect(html).not.toContain(secret.note);
    }
    expect(own).not.toContain('Wendell Hand');
  });
});

describe('another group', () => {
  it('has no page for an id of ours', async () => {
    const withIds = [...addresses].filter((path) => anyId.test(path));
    expect(withIds.length).toBeGreaterThan(5);
    for (const path of withIds) {
      const bare = path.replace(/\?.*/, '');
      expect((await get(bare.replace(`/${here}/`, `/${there}/`), 'elsewhere')).status, bare).toBe(404);
    }
    for (const address of [privatePage, helperPage]) {
      const moved = new URL(address).pathname.replace(`/${here}/`, `/${there}/`);
      expect((await get(moved, 'elsewhere')).status).toBe(404);
    }
  });

  it('and a plain member can press none of the coordinator’s buttons', { timeout: 300_000 }, async () => {
    const forms = await formsOf('coordinator');
    expect(forms.length).toBeGreaterThan(20);
    const before = await fingerprint(server);
    for (const { path, fields } of forms) {
      expect(await send(path, fields, 'elsewhere'), path).toBeOneOf(refusals);
      // "I'll do it" is a member's own button; everything else on these pages is not.
      if (!path.endsWith('?/commit')) expect(await send(path, fields, 'member'), path).toBeOneOf(refusals);
      if (!anyId.test(path)) continue;
      const moved = path.replace(`/${here}/`, `/${there}/`);
      expect(await send(moved, fields, 'elsewhere'), moved).toBeOneOf(refusals);
    }
    expect(await fingerprint(server)).toEqual(before);
  });
});

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}|\/n\/|\/c\//;
/** "Sign in", "look again", "not yours", "not here", "no longer". */
const refusals = [303, 400, 403, 404, 409];

interface SentForm {
  readonly path: string;
  readonly fields: URLSearchParams;
}

/** Every form that names an id, as the page of this role offers it, filled with something that would pass. */
async function formsOf(role: Role): Promise<readonly SentForm[]> {
  const found: SentForm[] = [];
  for (const path of addresses) {
    if (!/\/(?:requests|needs|members|messages|people|offers|visits)\//.test(path) || path.includes('?')) continue;
    const html = await (await get(path, role)).text();
    for (const [, attributes = '', body = ''] of html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
      const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? '';
      if (action.startsWith('/')) continue;
      const fields = new URLSearchParams();
      for (const [tag] of body.matchAll(/<(?:input|textarea|select)[^>]*>/g)) {
        const name = /name="([^"]+)"/.exec(tag)?.[1];
        if (name) fields.set(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '1');
      }
      found.push({ path: path + action, fields });
    }
  }
  return found;
}

async function send(path: string, fields: URLSearchParams, role: Role): Promise<number> {
  const { status } = await fetch(server.origin + path, {
    method: 'POST',
    redirect: 'manual',
    body: fields,
    headers: { cookie: `${sessionCookie}=${sessions[role]}`, 'sec-fetch-site': 'same-origin' },
  });
  return status;
}
