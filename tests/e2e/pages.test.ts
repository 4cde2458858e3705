import { globSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, openContext, phone } from './browser.ts';
import { makeExamples } from './make-examples.ts';
import { type RunningServer, startServer } from './server.ts';

/**
 * Pages that no link of the demo group leads to: their address holds a token, an act leads there, or the demo has no such
 * thing just now. The tests of a request's life see them.
 */
const notLinked = /\[token\]|\[code\]|_gallery|\/undo$|\[visit\]|\[message\]/;

/** Links that hand over a file. */
const downloads = /\.(csv|ics|json|pdf|png|svg|txt)$/;

const views: readonly BrowserContextOptions[] = [
  { ...phone, colorScheme: 'light' },
  { ...desktop, colorScheme: 'dark' },
];

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ flags: ['--demo'] }), launchBrowser()]);
  const lead = await openContext(browser, desktop);
  await enterAs(lead, 'steward');
  made.push(...(await makeExamples(await lead.newPage(), `${server.origin}/demo`)));
  await lead.close();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Pages that somebody has looked at already, whatever their role; in the long run each role's own view counts. */
const lookedAt = new Set<string>();
/** Addresses of what the demo group got for being looked at. */
const made: string[] = [];
const isLong = process.env['BARNRAISE_LONG'] === '1';

it.each(isLong ? ['public', 'member', 'coordinator', 'steward'] : ['public', 'steward'])(
  'every page that links lead to can be read and pressed: %s',
  { timeout: 600_000 },
  async (role) => {
    const contexts = await Promise.all(views.map((view) => openContext(browser, view)));
    if (role !== 'public') await Promise.all(contexts.map((context) => enterAs(context, role)));
    const seen = new Set<string>();
    const faults: string[] = [];
    const waiting = ['/', '/demo', '/start', '/sign-in', '/account'];
    if (role === 'steward') waiting.push(...made.map((address) => new URL(address).pathname));
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const kind = kindOf(address);
      if (seen.has(kind)) continue;
      // Phone and desk take turns, so that each sees half of the pages, of every role another half.
      const context = contexts[seen.size % contexts.length] as BrowserContext;
      seen.add(kind);
      try {
        waiting.push(...(await lookAt(context, address, isLong || !lookedAt.has(kind))));
      } catch (error) {
        faults.push(`${address}: ${(error as Error).message.split('\n')[0]}`);
      }
      lookedAt.add(kind);
    }
    await Promise.all(contexts.map((context) => context.close()));
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(3);
  },
);

it('left no page out', () => {
  const routes = globSync('**/+page.svelte', { cwd: 'web/src/routes' })
    .map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`)
    .filter((route) => !notLinked.test(route));
  const shown = server.printed();
  expect(routes.filter((route) => !shown.includes(`GET ${route} 200`))).toEqual([]);
});

/** Looks at one page and gives the addresses it links to. */
async function lookAt(context: BrowserContext, address: string, closely: boolean): Promise<string[]> {
  const page = await context.newPage();
  try {
    const answer = await page.goto(server.origin + address);
    expect(answer?.status(), address).toBeLessThan(400);
    expect(await page.locator('script').count(), address).toBe(0);
    if (closely) {
      await expectNoAxeViolations(page);
      await expectFitsThumbs(page);
    }
    return await linksOf(page);
  } finally {
    await page.close();
  }
}

async function linksOf(page: Page): Promise<string[]> {
  const addresses = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return addresses
    .filter((address) => address.startsWith(`${server.origin}/`) && !address.includes('lang='))
    .filter((address) => !downloads.test(new URL(address).pathname))
    .map((address) => address.slice(server.origin.length).replace(/#.*/, ''));
}

/** What the addresses of one page have in common: ids, codes and the values of the query are left out. */
function kindOf(address: string): string {
  const url = new URL(address, server.origin);
  const parts = url.pathname.split('/').map((part) => (/[A-Z\d.]/.test(part) ? '*' : part));
  return parts.join('/') + (url.search ? '?' : '');
}

async function enterAs(context: BrowserContext, role: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/demo/ask`);
  // Chromium may never answer when it is told to close a page that is on its way to another.
  await Promise.all([page.waitForEvent('load'), page.locator(`button[name=as][value=${role}]`).click()]);
  await page.close();
}
