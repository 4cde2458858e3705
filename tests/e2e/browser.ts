import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  ],
};

// Chrome refuses its sandbox to root, which is who runs in most containers; the other flags keep it from the network.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A headless Chrome or Chromium. Installs Debian's when it is root on Debian, and says so; else says what to install. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser() ?? installBrowser(), args: flags });
}

function findBrowser(): string | undefined {
  return [process.env['CHROME_PATH'] ?? '', ...(usualPlaces[process.platform] ?? [])].find((place) =>
    existsSync(place),
  );
}

function installBrowser(): string {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error('The browser tests need Chrome or Chromium. Install one of them, or set CHROME_PATH to yours.');
  }
  console.log('No Chrome or Chromium is here. Installing the one of Debian, which takes about half a minute.');
  const apt = (...words: readonly string[]): unknown =>
    execFileSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return '/usr/bin/chromium';
}

/** A small old phone without scripts: what a neighbor may have. */
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

/** A desk, where a coordinator sits. */
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false };

/** A fresh context, as if nobody had been here before. English unless told otherwise. */
export function openContext(browser: Browser, options: BrowserContextOptions = phone): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-US', ...options });
}

/** Fails when the page is wider than the screen, or when something to press is smaller than a thumb. */
export async function expectFitsThumbs(page: Page): Promise<void> {
  const { overflow, small } = await page.evaluate(() => {
    const pressable = [
      ...document.querySelectorAll(
        'button, input:not([type=hidden], [tabindex="-1"]), select, textarea, a.button, summary',
      ),
    ];
    return {
      overflow: document.documentElement.scrollWidth - window.innerWidth,
      small: pressable
        .map((element) => ({ html: element.outerHTML.slice(0, 120), box: labelled(element).getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 47.5 || box.width < 44))
        .map(({ html, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`),
    };

    function labelled(element: Element): Element {
      return element.matches('input[type=radio], input[type=checkbox]')
        ? (element.closest('label') ?? element)
        : element;
    }
  });
  const faults = [...(overflow > 0 ? [`${overflow} pixels wider than the screen`] : []), ...small];
  expect(faults, `${new URL(page.url()).pathname}: ${faults.join(' | ')}`).toEqual([]);
}
