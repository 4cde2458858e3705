import { globSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, openContext, phone } from './browser.ts';
import { makeExamples } from './make-examples.ts';
import { arrive, sendAsk } from './request-life.ts';
import { signInAs } from './seed-group.ts';
import { type RunningServer, startServer } from './server.ts';

const isLong = process.env['BARNRAISE_LONG'] === '1';
const narrow = 360;

let server: RunningServer;
let browser: Browser;
/** One address of every page there is, as it stands in the demo group. */
let examples: ReadonlyMap<string, string>;
let session: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ flags: ['--demo', '--test-pages'] }), launchBrowser()]);
  examples = await findExamples();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Walks through the demo group as its lead until every page was seen once, and makes what only a token opens. */
async function findExamples(): Promise<ReadonlyMap<string, string>> {
  const { browsing, page } = await arrive(browser);
  await page.goto(`${server.origin}/demo`);
  await page.locator('button[name=as][value=steward]').click();
  session = (await browsing.cookies()).find(({ name }) => name === 'session')?.value ?? '';
  const found = new Map<string, string>();
  const waiting = ['/', '/demo', '/start', '/sign-in', '/account', ...(await madeByHand())];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routes.find((one) => matches(one, path));
    if (route === undefined || found.has(route)) continue;
    found.set(route, path);
    const html = await (await fetch(server.origin + path, { headers: { cookie: `session=${session}` } })).text();
    for (const [, link = ''] of html.matchAll(/href="([^"#?]+)/g)) waiting.push(link.replace(server.origin, ''));
  }
  await browsing.close();
  return found;
}

const routes = globSync('**/+page.svelte', { cwd: 'web/src/routes' })
  .map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`)
  .filter((route) => route !== '/_gallery')
  // What is named by its letters goes before what takes any.
  .sort((one, other) => one.split('[').length - other.split('[').length);

function matches(route: string, path: string): boolean {
  const pattern = route.replaceAll(/\[\w+\]/g, '[^/]+');
  return new RegExp(`^${pattern === '/' ? '/' : pattern}$`).test(path);
}

/** Pages behind tokens: an ask, an offer, an invitation, a promise by short link. */
async function madeByHand(): Promise<string[]> {
  const lead = await arrive(browser);
  await signInAs(lead.browsing, server, session);
  const asked = await arrive(browser);
  await asked.page.goto(`${server.origin}/demo/ask/other`);
  const made = [await sendAsk(asked.page, { words: 'A hand with the gutters', name: 'Ofelia', phone: '608-555-0161' })];

  await asked.page.goto(`${server.origin}/demo/offer`);
  await asked.page.locator('[name=name]').fill('Ofelia');
  await asked.page.locator('[name=phone]').fill('608-555-0161');
  await asked.page.getByRole('button', { name: 'Offer my help' }).click();
  made.push(asked.page.url());

  await lead.page.goto(`${server.origin}/demo/members/invite`);
  await lead.page.getByRole('button', { name: 'Make the invitation' }).click();
  made.push(/[^"<\s]+\/join\/[^"<\s]+/.exec(await lead.page.locator('main').innerHTML())?.[0] ?? '');

  await lead.page.goto(`${server.origin}/demo/messages/new`);
  await lead.page.locator('[name=to][value=coordinators]').check({ force: true });
  await lead.page.locator('[name=subject]').fill('Pantry on Saturday');
  await lead.page.locator('[name=body]').fill('Doors open at nine.');
  await lead.page.locator('[name=go][value=all]').click();

  made.push(...(await makeExamples(lead.page, `${server.origin}/demo`)));

  await asked.page.goto(`${server.origin}/demo`);
  await openTakable(asked.page);
  made.push(asked.page.url());
  await asked.page.locator('[name=name]').fill('Ofelia');
  await asked.page.locator('[name=phone]').fill('608-555-0161');
  await asked.page.getByRole('button', { name: 'I’ll do it' }).click();
  made.push(asked.page.url());
  await Promise.all([lead, asked].map(({ browsing }) => browsing.close()));
  return [...made.map((address) => new URL(address).pathname), `/sign-in/link/${'A'.repeat(43)}`, '/demo/undo'];
}

/** Opens a need that anybody may take; for some kinds only members who are approved may. */
async function openTakable(page: Page): Promise<void> {
  const links = page.locator('main a[href*="/n/"]');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) {
    await page.goto(address);
    if ((await page.locator('[name=name]').count()) > 0) return;
  }
  throw new Error('The demo group shows nothing that anybody may take.');
}

/** A visit begins with somebody going in, which the demo group has nobody do; its own tests look at that page. */
const withoutExample = ['/[group]/visits/[visit]'];

it('every page has an example', () => {
  expect(routes.filter((route) => !examples.has(route) && !withoutExample.includes(route))).toEqual([]);
});

async function asLead(options = phone, locale = 'en-US'): Promise<BrowserContext> {
  const browsing = await openContext(browser, { ...options, locale });
  await signInAs(browsing, server, session);
  return browsing;
}

async function eachPage(browsing: BrowserContext, query: string, look: (page: Page, path: string) => Promise<void>) {
  const page = await browsing.newPage();
  for (const path of examples.values()) {
    await page.goto(server.origin + path + query);
    await look(page, path);
  }
  await browsing.close();
}

it('pages that only a token opens pass axe and thumbs', { timeout: 300_000 }, async () => {
  const views = isLong ? [phone, desktop, { ...phone, colorScheme: 'dark' as const }] : [phone];
  for (const view of views) {
    await eachPage(await asLead(view), '', async (page, path) => {
      if (!isLong && !/\/(?:r|o|n|c|link|join)\//.test(path)) return;
      await expectNoAxeViolations(page);
      await expectFitsThumbs(page);
    });
  }
});

it('right to left, no page is wider than the smallest phone', { timeout: 300_000 }, async () => {
  const wide: string[] = [];
  await eachPage(await asLead(), '?lang=mirror', async (page, path) => {
    expect(await page.locator('html').getAttribute('dir'), path).toBe('rtl');
    const { width, from } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      from: document.documentElement.scrollLeft,
    }));
    if (width > narrow || from !== 0) wide.push(`${path} ${width}`);
  });
  expect(wide).toEqual([]);
});

it('nothing English is left on a Spanish page', { timeout: 300_000 }, async () => {
  const english = new Map<string, ReadonlySet<string>>();
  await eachPage(await asLead(), '', async (page, path) => void english.set(path, new Set(await spoken(page))));
  const left: string[] = [];
  await eachPage(await asLead(phone, 'es-MX'), '', async (page, path) => {
    // The reference for programs names types as the code does.
    if (path === '/api') return;
    const same = (await spoken(page)).filter((text) => english.get(path)?.has(text));
    left.push(...same.map((text) => `${path}: ${text}`));
  });
  expect(left).toEqual([]);
});

/** What the page itself says: headings, labels, buttons and hints that hold an English word of the everyday kind. */
async function spoken(page: Page): Promise<string[]> {
  const texts = await page
    .locator('main :is(h1, h2, h3, label, legend, button, summary, .hint, .muted, option, th, dt), nav a')
    .and(page.locator(':not([name=zone] *)'))
    .evaluateAll((elements) => elements.map((element) => element.textContent.trim().replaceAll(/\s+/g, ' ')));
  return texts.filter((text) => / (?:the|you|your|is|are|of|to|for|what|how|we|it|not|a) /i.test(` ${text} `));
}

it('every field can be reached by keyboard, and shows that it was', { timeout: 300_000 }, async () => {
  await eachPage(await asLead(), '', async (page, path) => {
    const fields = await page
      .locator('main form :is(input:not([type=hidden]), select, textarea, button)')
      .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length);
    if (fields === 0) return;
    const { reached, unseen } = await tabThrough(page);
    expect(unseen, path).toEqual([]);
    expect(reached, path).toBeGreaterThan(0);
  });
});

/** Presses Tab until the page is through; says which stops inside the main part looked as if nothing had happened. */
async function tabThrough(page: Page): Promise<{ readonly reached: number; readonly unseen: readonly string[] }> {
  const unseen: string[] = [];
  let reached = 0;
  const stopsMax = isLong ? 150 : 12;
  for (let stop = 0; stop < stopsMax; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const shown = [element, element.closest('label'), element.nextElementSibling, element.parentElement];
      const marked = shown.some((one) => {
        const style = one && getComputedStyle(one);
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      });
      return { marked, html: element.outerHTML.slice(0, 120) };
    });
    if (!at) break;
    reached += 1;
    if (!at.marked) unseen.push(at.html);
  }
  return { reached, unseen };
}
