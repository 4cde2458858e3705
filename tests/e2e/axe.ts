import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Fails with the rule and the element of everything that axe finds against WCAG 2.2 AA and its good practice. Axe needs
 * scripts, which our readers' browsers may not have: it looks at a copy of the page as it stands, in a context of its own.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const copy = await copyIn(browserOf(page));
  await copy.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  await copy.setViewportSize(page.viewportSize() ?? { width: 360, height: 740 });
  await copy.goto('about:blank');
  await copy.setContent(await page.content());
  const found = await copy.evaluate(async () => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
  });
  expect(found, `axe on ${new URL(page.url()).pathname}: ${found.join(' | ')}`).toEqual([]);
}

/** One page for all copies of a browser: opening one, and reading axe's half a megabyte, takes longer than the look. */
const copies = new WeakMap<Browser, Promise<Page>>();

function copyIn(browser: Browser): Promise<Page> {
  const copy = copies.get(browser) ?? openCopy(browser);
  copies.set(browser, copy);
  return copy;
}

async function openCopy(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(axe.source);
  return context.newPage();
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (!browser) throw new Error('This page belongs to no browser that was launched here.');
  return browser;
}
