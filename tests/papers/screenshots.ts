// Makes the pictures of the README from the running program with its demo group, without scripts in the browser.
//   node tests/papers/screenshots.ts
import type { BrowserContextOptions } from 'playwright-core';

import { launchBrowser } from '../e2e/browser.ts';
import { startServer } from '../e2e/server.ts';

interface Picture {
  readonly name: string;
  readonly as: 'coordinator' | 'member' | null;
  readonly address: string;
  readonly size: BrowserContextOptions;
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 760 }, javaScriptEnabled: false };
const desk: BrowserContextOptions = { viewport: { width: 1180, height: 760 }, javaScriptEnabled: false };

const pictures: readonly Picture[] = [
  { name: 'ask', as: null, address: '/demo/ask', size: phone },
  { name: 'needs', as: 'member', address: '/demo/needs', size: phone },
  { name: 'inbox', as: 'coordinator', address: '/demo/inbox', size: desk },
];

const program = await startServer({ flags: ['--demo'] });
const browser = await launchBrowser();
try {
  for (const { name, as, address, size } of pictures) {
    const context = await browser.newContext({ ...size, locale: 'en-US', deviceScaleFactor: 1 });
    const page = await context.newPage();
    if (as) {
      await page.goto(`${program.origin}/demo/ask`);
      await page.click(`button[value=${as}]`);
    }
    await page.goto(program.origin + address);
    await page.screenshot({ path: `docs/pictures/${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await program.stop();
}
