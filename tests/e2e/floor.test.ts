import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { desktop, expectFitsThumbs, launchBrowser, openContext, phone } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ flags: ['--test-pages'] }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const html = { accept: 'text/html', 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' };
const formType = 'application/x-www-form-urlencoded';

describe('every answer', () => {
  it.each(['/', '/nothing-is-here', '/plain.css', '/healthz', '/readyz'])(
    'of %s keeps readers safe',
    async (address) => {
      const { headers } = await fetch(server.origin + address);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('is compressed for a browser that can read it', async () => {
    const { headers } = await fetch(server.origin, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('vary')).toContain('accept-encoding');
  });

  it('says whether the program lives and reaches its database', async () => {
    expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(`${server.origin}/readyz`)).text()).toBe('ok\n');
  });

  it('shows no raw data of a page', async () => {
    expect((await fetch(`${server.origin}/_gallery/__data.json`)).status).toBe(404);
  });
});

describe('bad requests', () => {
  it('a form of another site is refused in the reader’s language', async () => {
    const sent = await fetch(`${server.origin}/_gallery`, {
      method: 'POST',
      body: 'name=x',
      headers: { ...html, 'content-type': formType, origin: 'https://elsewhere.example' },
    });
    expect(sent.status).toBe(403);
    expect(await sent.text()).toContain('Este formulario vino de otro sitio');
  });

  it('an oversized body is refused in the reader’s language', async () => {
    const sent = await fetch(`${server.origin}/_gallery`, {
      method: 'POST',
      body: `name=${'x'.repeat(8_000_001)}`,
      headers: { ...html, 'content-type': formType },
    });
    expect(sent.status).toBe(413);
    expect(await sent.text()).toContain('Fue demasiado para enviar de una vez');
  });

  it('broken letters and control characters come back harmless', async () => {
    const sent = await fetch(`${server.origin}/_gallery`, {
      method: 'POST',
      body: 'name=Jos%C3%A9%FF%00%07%3Cb%3E%22',
      headers: { ...html, 'content-type': formType },
    });
    expect(sent.status).toBe(400);
    expect(await sent.text()).toContain('value="José\ufffd&lt;b>&quot;"');
  });

  it('an address that is no text is not found, and nothing breaks', async () => {
    const answer = await fetch(`${server.origin}/%ff`, { headers: html });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('languages', () => {
  it('follows the browser, then the link, and remembers the link', async () => {
    const context = await openContext(browser, { ...phone, locale: 'es-US' });
    const page = await context.newPage();
    await page.goto(server.origin);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${server.origin}/nothing-is-here`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This page is not here');
    await context.close();
  });
});

describe('a page opened a second time', () => {
  it('is asked for by its mark, and looks as it did', async () => {
    const context = await openContext(browser);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const look = (): Promise<string> =>
      page.evaluate(() => {
        const { fontFamily, backgroundColor, margin } = getComputedStyle(document.body);
        return [fontFamily, backgroundColor, margin, document.documentElement.scrollHeight].join(' ');
      });
    await page.goto(`${server.origin}/api`);
    const first = await look();
    await page.goto(server.origin);
    const again = await page.goto(`${server.origin}/api`);
    // The browser asked by the mark it had, and the page still has it: the answer was "not modified".
    expect((await again?.request().allHeaders())?.['if-none-match']).toBe(again?.headers()['etag'] ?? 'no mark');
    expect(await look()).toBe(first);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a form without scripts', () => {
  it('comes back with what was typed, and with a way to each problem', async () => {
    const context = await openContext(browser);
    const page = await context.newPage();
    await page.goto(`${server.origin}/_gallery`);
    await page.getByLabel('A ride').check();
    await page.getByRole('textbox', { name: 'Phone' }).fill('555 0134');
    await page.getByLabel('Anything we should know?').fill('Two\nstairs');
    const key = await page.locator('main form:has(#phone) [name=idempotencyKey]').inputValue();
    await page.getByRole('button', { name: 'Ask for help' }).click();
    expect(await page.title()).toMatch(/^Please look again/);
    expect(await page.getByLabel('A ride').isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Phone' }).inputValue()).toBe('555 0134');
    expect(await page.getByLabel('Anything we should know?').inputValue()).toBe('Two\nstairs');
    expect(await page.locator('main form:has(#phone) [name=idempotencyKey]').inputValue()).toBe(key);
    expect(await page.locator('#name').getAttribute('aria-describedby')).toContain('name-problem');
    await expectNoAxeViolations(page);
    await context.close();
  });
});

describe('every component', () => {
  const views = [
    ['phone, light', { ...phone, colorScheme: 'light' }, ''],
    ['phone, dark', { ...phone, colorScheme: 'dark' }, ''],
    ['phone, right to left', { ...phone, colorScheme: 'light' }, '?lang=mirror'],
    ['desktop, light', { ...desktop, colorScheme: 'light' }, ''],
    ['desktop, dark', { ...desktop, colorScheme: 'dark' }, ''],
  ] as const;

  it.each(views)('can be read and pressed: %s', async (_, options, query) => {
    const context = await openContext(browser, options);
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) elsewhere.push(request.url());
    });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    for (const address of ['/', '/_gallery', '/nothing-is-here']) {
      await page.goto(server.origin + address + query);
      await expectNoAxeViolations(page);
      await expectFitsThumbs(page);
      expect(await page.locator('script').count()).toBe(0);
    }
    expect(elsewhere).toEqual([]);
    // The page that is meant to be missing is the only thing a browser remarks on.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  });
});

describe('the log and the end', () => {
  it('names pages, never addresses', async () => {
    await fetch(`${server.origin}/a-secret-token?pin=1234`);
    expect(server.printed()).toContain('GET /[group] 404');
    expect(server.printed()).not.toContain('secret-token');
    expect(server.printed()).not.toContain('pin=');
  });

  it('stops in order when it is told to', async () => {
    const other = await startServer();
    expect(await other.stop()).toBe(0);
    expect(other.printed()).toContain('Stopping.');
  });
});
