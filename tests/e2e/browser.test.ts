import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectNoAxeViolations } from './axe.ts';
import { expectFitsThumbs, launchBrowser, openContext } from './browser.ts';

// The checks that all pages pass must be able to fail: each is shown a page with one planted fault.
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

const button = '<button style="min-width: 48px; min-height: 48px">Send</button>';

/** A small page without a fault but what is put into it, in a browser that runs no scripts, as in the other tests. */
async function pageWith(planted: string, style = ''): Promise<Page> {
  const page = await (await openContext(browser)).newPage();
  const head = `<title>A page</title><meta name="viewport" content="width=device-width"><style>${style}</style>`;
  const html = `<!doctype html><html lang="en"><head>${head}</head>
    <body><main><h1>A page</h1><p>Some words.</p>${button}${planted}</main></body></html>`;
  await page.route('http://planted.test/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://planted.test/');
  return page;
}

it('a page without a fault passes', async () => {
  const page = await pageWith('');
  await expectNoAxeViolations(page);
  await expectFitsThumbs(page);
});

it.each([
  ['an image without words', '<img src="data:," width="9" height="9">', /image-alt/],
  ['a field without a label', '<input type="text">', /label/],
  ['words too pale to read', '<p style="color: #bbb; background: #fff">Pale.</p>', /color-contrast/],
  ['a button without a name', '<button style="min-width: 48px; min-height: 48px"></button>', /button-name/],
])('axe fails on %s', async (_, planted, rule) => {
  await expect(expectNoAxeViolations(await pageWith(planted))).rejects.toThrow(rule);
});

it.each([
  ['a button of 20 pixels', '<button style="width: 20px; height: 20px; padding: 0">x</button>', /20×20 <button/],
  ['a link of 20 pixels that looks like a button', '<a class="button" href="/">Go</a>', /<a class="button"/],
  ['a box to tick outside its label', '<input type="checkbox" aria-label="Yes">', /<input type="checkbox"/],
  ['a page wider than the screen', '<div style="width: 500px; height: 1px"></div>', /pixels wider than the screen/],
])('thumbs fail on %s', async (_, planted, fault) => {
  await expect(expectFitsThumbs(await pageWith(planted, 'body { margin: 0 }'))).rejects.toThrow(fault);
});
