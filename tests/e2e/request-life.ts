import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

import { openContext, phone } from './browser.ts';

/** Somebody at a small old phone of their own, which runs no scripts. */
export interface Somebody {
  readonly browsing: BrowserContext;
  readonly page: Page;
}

/** A phone that was never here before. */
export async function arrive(browser: Browser, options = phone): Promise<Somebody> {
  const browsing = await openContext(browser, options);
  browsing.setDefaultTimeout(10_000);
  return { browsing, page: await browsing.newPage() };
}

/** What stands in the main part of the page, as people read it. */
export function readMain(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

export interface GroupOnPaper {
  readonly name: string;
  readonly slug: string;
  readonly ticks: readonly string[];
  /** Absent for people who are in no one place. */
  readonly areaLabel?: string;
  readonly leadHandle: string;
}

/** "Start your group": three steps and the recovery sheet, whose text is given. */
export async function startByPages({ page }: Somebody, origin: string, group: GroupOnPaper): Promise<string> {
  await page.goto(origin);
  await page.getByRole('link', { name: 'Start a group' }).click();
  for (const tick of group.ticks) await page.locator(`[name=ticks][value=${tick}]`).check({ force: true });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('[name=name]').fill(group.name);
  await page.locator('[name=slug]').fill(group.slug);
  await page.locator(`[name=where][value=${group.areaLabel ? 'area' : 'online'}]`).check({ force: true });
  if (group.areaLabel) await page.locator('[name=areaLabel]').fill(group.areaLabel);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('[name=handle]').fill(group.leadHandle);
  await page.getByRole('button', { name: 'Start the group' }).click();
  return readMain(page);
}

/** An invitation for one person, as the lead reads it out. Who is to answer for something is invited by name. */
export async function inviteByPages(
  lead: Somebody,
  groupUrl: string,
  role = 'member',
  handle = '',
): Promise<{ link: string; pin: string }> {
  await lead.page.goto(`${groupUrl}/members/invite`);
  await lead.page.locator('[name=handle]').fill(handle);
  await lead.page.locator(`[name=role][value=${role}]`).check({ force: true });
  await lead.page.getByRole('button', { name: 'Make the invitation' }).click();
  const html = await lead.page.locator('main').innerHTML();
  const link = /https?:\/\/[^"<\s]+\/join\/[^"<\s]+/.exec(html)?.[0] ?? '';
  const pin = /\b\d{4}\b/.exec(await readMain(lead.page))?.[0] ?? '';
  return { link, pin };
}

/** Joins with the link and the PIN. */
export async function joinByPages(
  { page }: Somebody,
  { link, pin }: { readonly link: string; readonly pin: string },
  handle: string,
): Promise<void> {
  await page.goto(link);
  await page.locator('[name=pin]').fill(pin);
  await page.locator('[name=handle]').fill(handle);
  await page.getByRole('button', { name: 'Join' }).click();
}

/** Makes the form believe that it was shown a minute ago: a test types faster than a person could. */
export async function takeAMinute(page: Page): Promise<void> {
  await page.locator('[name=shownAt]').evaluate((field) => {
    const input = field as HTMLInputElement;
    input.value = String(Number(input.value) - 60_000);
  });
}

/** Fills the fields named and sends the ask form that is open; gives the address of the private page. */
export async function sendAsk(page: Page, fields: Readonly<Record<string, string>>): Promise<string> {
  await takeAMinute(page);
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value);
  await page.getByRole('button', { name: 'Send my request' }).click();
  expect(page.url(), await readMain(page)).toMatch(/\/r\/[\w-]+\?new=1$/);
  return page.url().replace('?new=1', '');
}

/** Takes the last act back, and sees that it was. */
export async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await page.locator('body').innerText()).toContain('Undone.');
}

/** Does it, takes it back, and does it again: what was undone can be done as if nothing had been. */
export async function doUndoDo(page: Page, act: () => Promise<void>): Promise<void> {
  await act();
  await undo(page);
  await act();
}
