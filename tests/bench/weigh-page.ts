import http from 'node:http';
import type { Browser } from 'playwright-core';

export interface PageWeight {
  /** Everything that came over the wire on a first visit: page, styles, pictures, and the headers of each. */
  readonly bytes: number;
  /** The same page for a browser that knows only gzip, as on plain http in a local network. */
  readonly gzipBytes: number;
  readonly requests: number;
  readonly requestsElsewhere: number;
  readonly scripts: number;
}

/** Weighs one page in a browser that has never been here. */
export async function weighPage(browser: Browser, address: string): Promise<PageWeight> {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const weights: number[] = [];
    const addresses: string[] = [];
    await network.send('Network.enable');
    network.on('Network.requestWillBeSent', ({ request }) => addresses.push(request.url));
    network.on('Network.loadingFinished', ({ encodedDataLength }) => weights.push(encodedDataLength));
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`);
    const sent = addresses.filter((one) => !one.startsWith('data:'));
    return {
      bytes: weights.reduce((sum, weight) => sum + weight, 0),
      gzipBytes: await gzipBytes(address),
      requests: sent.length,
      requestsElsewhere: sent.filter((one) => new URL(one).origin !== new URL(address).origin).length,
      scripts: await page.locator('script').count(),
    };
  } finally {
    await context.close();
  }
}

function gzipBytes(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(address, { headers: { 'accept-encoding': 'gzip', connection: 'close' } }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.socket.bytesRead));
    });
    request.once('error', reject);
  });
}
