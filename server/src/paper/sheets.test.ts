import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import { newShortCode, showShortCode } from '@barnraise/kernel/short-code.ts';
import { expect, it } from 'vitest';

import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import { kindText } from '../words/amount-text.ts';
import { wordsFor } from '../words/words.ts';
import { drawAskSlips } from './ask-slip.ts';
import { drawFlyer } from './flyer.ts';
import { drawLargeSheets, type Stop } from './large-sheet.ts';
import { choosePaperSize, marginPoints, paperSizeOf, type PaperSize, sheetPoints } from './paper-size.ts';
import { drawWorkOrders, type WorkOrder } from './work-order.ts';

const en = wordsFor('en');
const es = wordsFor('es');
const day = Date.UTC(2026, 2, 3, 17);
const zone = 'America/New_York';
const groupName = 'Harbor Street Pantry';
const code = (seed: number) => newShortCode(new Uint8Array([seed, 7, 3, seed, 200, 31, 9, 5]));

/** What every sheet must keep, whatever is on it. */
function expectPrintsWell(pdf: ReadPdf, size: PaperSize, language: string): void {
  const { width, height } = sheetPoints[size];
  for (const sheet of pdf.sizes) expect(sheet).toEqual([Math.round(width), Math.round(height)]);
  for (const margin of pdf.margins) expect(margin).toBeGreaterThan(marginPoints - 1.5);
  expect(pdf.language).toBe(language);
  expect(pdf.isTagged).toBe(true);
  expect(pdf.title).not.toBe('');
  expect(pdf.fonts.length).toBeGreaterThan(0);
  for (const font of pdf.fonts) expect(font).toMatch(/^[A-Z]{6}\+DejaVuSansCondensed/);
  expect(pdf.embedded.length).toBe(pdf.fonts.length);
}

const slips = {
  groupName,
  emergencyNumber: '911',
  kinds: catalog.slice(0, 8),
  codes: [code(1), code(2), code(3)],
  perSheet: 2,
  size: 'letter',
  spoken: [en, es],
} as const;

it('an ask slip speaks both languages, has its own number and says that it is not 911', async () => {
  const bytes = await drawAskSlips(slips);
  const pdf = await readPdf(bytes);
  expectPrintsWell(pdf, 'letter', 'en');
  expect(bytes.length).toBeLessThan(80_000);
  expect(pdf.pages).toBe(2);
  expect(pdf.texts.map((text) => text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}/g))).toEqual([
    [showShortCode(code(1)), showShortCode(code(2))],
    [showShortCode(code(3))],
  ]);
  for (const t of [en, es]) {
    for (const kind of slips.kinds) expect(pdf.text).toContain(kindText(t, kind).slice(0, 8));
    expect(pdf.text).toContain(t('ask.whatTitle'));
    expect(pdf.text).toContain(t('paper.safeToText'));
    expect(pdf.text).toContain(t('paper.safeToLeaveMessage'));
    expect(pdf.text).toContain(t('ask.somethingElse'));
    expect(pdf.text).toContain(t('common.notEmergency', { number: '911' }));
    expect(pdf.text.replaceAll('\n', ' ')).toContain(t('paper.consent').slice(0, 40));
  }
  expect(pdf.text).toContain('Shred by:');
  expect(pdf.letterSizes[0]).toBeGreaterThanOrEqual(6);
});

it.each([
  [{ perSheet: 1, size: 'a4', spoken: [es, en] }, 3, 'es'],
  [{ perSheet: 2, size: 'a4', spoken: [es] }, 2, 'es'],
  [{ kinds: catalog, groupName: 'Neighbors of the Old Mill '.repeat(5) }, 2, 'en'],
  [{ kinds: [], perSheet: 1 }, 3, 'en'],
] as const)('an ask slip fits its sheet: %#', async (changes, pages, language) => {
  const pdf = await readPdf(await drawAskSlips({ ...slips, ...changes }));
  expectPrintsWell(pdf, 'size' in changes ? changes.size : 'letter', language);
  expect(pdf.pages).toBe(pages);
});

it('a slip in one language holds nothing of the other', async () => {
  const { text } = await readPdf(await drawAskSlips({ ...slips, spoken: [es] }));
  expect(text).not.toMatch(/What do you need|Safe to text|Phone/);
});

const flyer = {
  groupName,
  areaLabel: 'Harbor Street',
  emergencyNumber: '911',
  phone: '(304) 555-0142',
  askLink: 'https://barnraise.example.org/harbor-street/ask',
  offerLink: 'https://barnraise.example.org/harbor-street/offer',
  size: 'letter',
  spoken: [en, es],
} as const;

it('a flyer has strips to tear off, each with the whole address', async () => {
  const pdf = await readPdf(await drawFlyer(flyer));
  expectPrintsWell(pdf, 'letter', 'en');
  expect(pdf.pages).toBe(1);
  expect(pdf.text.match(/^\/harbor-street\/ask$/gm)).toHaveLength(8);
  expect(pdf.text.match(/^barnraise\.example\.org$/gm)).toHaveLength(8);
  expect(pdf.text.match(/\(304\) 555-0142/g)?.length).toBeGreaterThanOrEqual(9);
  for (const t of [en, es]) expect(pdf.text).toContain(t('paper.flyerHeading'));
  expect(pdf.text).toContain('barnraise.example.org/harbor-street/offer');
});

it('a flyer bears long names and no phone', async () => {
  const long = { groupName: 'Comité de Vecinas y Vecinos del Barrio de la Candelaria y sus alrededores', phone: '' };
  const pdf = await readPdf(await drawFlyer({ ...flyer, ...long, size: 'a4', spoken: [es] }));
  expectPrintsWell(pdf, 'a4', 'es');
  expect(pdf.pages).toBe(1);
});

const stop = (index: number): Stop => ({
  when: '10:00 AM to 12:00 PM',
  what: `Food boxes: ${index} food boxes`,
  name: 'Odalys F.',
  where: ['9 Mill Lane, Apartment 12, behind the red gate near the old cannery'],
  heed: ['Dog: big and friendly'],
});
const large = { groupName, day, shredOn: day + 86_400_000, zone, size: 'letter', t: en } as const;

it.each([0, 1, 60])('a large sheet with %i stops is in large type, and says when to shred it', async (count) => {
  const stops = Array.from({ length: count }, (_, index) => stop(index));
  const pdf = await readPdf(await drawLargeSheets({ ...large, days: [{ provider: 'Sven Adeyemi', stops }] }));
  expectPrintsWell(pdf, 'letter', 'en');
  expect(pdf.letterSizes[0]).toBeGreaterThanOrEqual(18);
  expect(pdf.text.match(/Food boxes: \d+ food boxes/g) ?? []).toHaveLength(count);
  for (const text of pdf.texts) {
    expect(text).toContain('Shred by Wed, Mar 4');
    expect(text).toContain('Tue, Mar 3, Sven Adeyemi');
  }
  if (pdf.pages > 1) expect(pdf.texts.at(-1)).toContain(`Page ${pdf.pages} of ${pdf.pages}`);
  if (count === 0) expect(pdf.text).toContain(en('paper.dayEmpty'));
});

it('a large sheet without anybody is one sheet that says so, and each provider begins their own', async () => {
  expect((await readPdf(await drawLargeSheets({ ...large, days: [] }))).pages).toBe(1);
  const days = ['Ana', 'Ben', 'Cleo'].map((provider) => ({ provider, stops: [stop(1)] }));
  expect((await readPdf(await drawLargeSheets({ ...large, days }))).pages).toBe(3);
});

const order = (index: number, words = 'no pork'): WorkOrder => ({
  code: code(index),
  link: `https://b.example.org/g/paper/outcome?code=${code(index)}`,
  box: 'outcome',
  what: 'Food boxes: 8 food boxes',
  amount: '8 food boxes',
  lines: [
    ['For', 'Odalys Ferrer'],
    ['Size', words],
  ],
  heed: [['Allergy', 'Peanuts']],
});
const orders = {
  groupName,
  typeLink: 'https://b.example.org/g/paper/outcome',
  shredOn: day,
  zone,
  size: 'letter',
  t: en,
} as const;

it.each([['en', 'Who takes it?'] as const, ['es', '¿Quién se encarga?'] as const])(
  'sheets of what nobody has taken have room for a name, two on a sheet, in %s',
  async (locale, heading) => {
    const all = [1, 2, 3].map((index) => ({ ...order(index), box: 'taker' as const, heed: [] }));
    const pdf = await readPdf(await drawWorkOrders({ ...orders, t: wordsFor(locale), orders: all }));
    expectPrintsWell(pdf, 'letter', locale);
    expect(pdf.pages).toBe(2);
    expect(pdf.text.split(heading)).toHaveLength(4);
  },
);

it('work orders share a sheet where they fit, and lose no word where they do not', async () => {
  const long = Array.from({ length: 900 }, (_, index) => `word${index}`);
  const all = [order(1), order(2), order(3, long.join(' ')), order(4)];
  const pdf = await readPdf(await drawWorkOrders({ ...orders, orders: all }));
  expectPrintsWell(pdf, 'letter', 'en');
  expect(pdf.texts[0]).toContain(showShortCode(code(1)));
  expect(pdf.texts[0]).toContain(showShortCode(code(2)));
  const words = pdf.text.split(/\s+/);
  expect(long.filter((word) => !words.includes(word))).toEqual([]);
  expect(pdf.text.match(/How did it go\?/g)).toHaveLength(4);
  expect(pdf.text.match(/Not done, because:/g)).toHaveLength(4);
  expect(pdf.texts.at(-1)).toContain(`Page ${pdf.pages} of ${pdf.pages}`);
});

it('no work orders are one sheet that says so', async () => {
  const pdf = await readPdf(await drawWorkOrders({ ...orders, orders: [], size: 'a4', t: es }));
  expect(pdf.pages).toBe(1);
  expect(pdf.text).toContain(es('paper.orderNone'));
});

it('letters that cannot be printed are owned up to, and other scripts come out whole', async () => {
  const days = [{ provider: '王伟', stops: [{ ...stop(1), name: 'محمد ع.', where: ['Łódź, Иван, Ελένη'] }] }];
  const pdf = await readPdf(await drawLargeSheets({ ...large, days }));
  expect(pdf.text).toContain('[…]');
  expect(pdf.text).toContain(en('paper.missingLetters'));
  expect(pdf.text).toContain('Łódź, Иван, Ελένη');
  expect(pdf.text).toContain('محمد');
});

it('the sheet is the one that lies in the country’s printers', () => {
  expect(['US', 'mx', 'PH'].map(paperSizeOf)).toEqual(['letter', 'letter', 'letter']);
  expect(['ES', 'GB', 'XX', ''].map(paperSizeOf)).toEqual(['a4', 'a4', 'a4', 'a4']);
  expect(choosePaperSize('a4', 'US')).toBe('a4');
  expect(choosePaperSize('tabloid', 'US')).toBe('letter');
  expect(choosePaperSize(null, 'ES')).toBe('a4');
});
