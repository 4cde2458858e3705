import { launchBrowser } from '../e2e/browser.ts';
import { seedGroup } from '../e2e/seed-group.ts';
import { startServer } from '../e2e/server.ts';
import { type PageWeight, weighPage } from './weigh-page.ts';

/** What ten packets carry, which is what a server may send before it hears from the phone: one round trip. */
const bytesMax = 14_600;

const server = await startServer();
const browser = await launchBrowser();
try {
  const { slug } = await seedGroup(server, {
    ticks: ['pantry', 'drives', 'rides', 'repairs', 'visits', 'skills', 'shifts', 'fund', 'storm'],
  });
  const group = `${server.origin}/${slug}`;
  const parts: Record<string, PageWeight> = {
    public: await weighPage(browser, group),
    ask: await weighPage(browser, `${group}/ask`),
    'ask-form': heaviest(await weighAll(await formsOf(`${group}/ask`))),
    offer: await weighPage(browser, `${group}/offer`),
  };
  const all = Object.values(parts);
  const value = Math.max(...all.flatMap(({ bytes, gzipBytes }) => [bytes, gzipBytes]));
  const met = value <= bytesMax && all.every((one) => one.requestsElsewhere === 0 && one.scripts === 0);
  console.log(
    JSON.stringify({ bench: 'weight', value, baseline: null, ratio: null, target: `<= ${bytesMax} bytes`, met, parts }),
  );
} finally {
  await browser.close();
  await server.stop();
}

/** The forms behind the pictures of the first screen. */
async function formsOf(address: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(address);
  const links = await page
    .locator('main ul a')
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  await page.close();
  return links;
}

async function weighAll(pages: readonly string[]): Promise<PageWeight[]> {
  const weights: PageWeight[] = [];
  for (const address of pages) weights.push(await weighPage(browser, address));
  return weights;
}

function heaviest(weights: readonly PageWeight[]): PageWeight {
  const [first, ...rest] = weights;
  if (!first) throw new Error('The ask page shows no picture to follow.');
  return rest.reduce((most, one) => (one.bytes > most.bytes ? one : most), first);
}
