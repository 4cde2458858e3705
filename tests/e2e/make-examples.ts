import type { Page } from 'playwright-core';

/**
 * What the demo group does not have and a page needs to be seen: a list that came in, a chat, a form of the group's own,
 * a program that is told what changes. Made by the group's lead, by the pages. Gives addresses that no list leads to.
 */
export async function makeExamples(page: Page, group: string): Promise<readonly string[]> {
  await bringInMembers(page, group);
  await bringInChat(page, group);
  const form = await publishForm(page, group);
  await page.goto(`${group}/settings/api/tell`);
  await page.locator('[name=address]').fill('https://receiver.invalid/hook');
  await page.locator('main form button').first().click();
  return [...form, `${group}/settings/api`, `${group}/settings/api/new`, `${group}/settings/api/tell`];
}

async function bringInMembers(page: Page, group: string): Promise<void> {
  await page.goto(`${group}/bring-in/tables`);
  await page.locator('[name=subject][value=members]').check();
  await page.locator('[name=source]').fill('roll');
  const buffer = Buffer.from('No,Name,Telephone\n1,Perla Quiroz,608 555 0171\n2,,608 555 0172\n');
  await page.locator('[name=file]').setInputFiles({ name: 'roll.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('button', { name: 'Show me what would come in' }).click();
  await page.getByRole('button', { name: /Bring \d+ rows? in/ }).click();
  await page.locator('.badge', { hasText: /^brought in$/ }).waitFor();
}

async function bringInChat(page: Page, group: string): Promise<void> {
  await page.goto(`${group}/bring-in/messages`);
  await page.locator('[name=text]').fill('Perla: ¿alguien podría traer leña?\n\nQuentin: puedo prestar una escalera');
  await page.locator('[name=source]').fill('street chat');
  await page.locator('[name=back]').selectOption('all');
  await page.getByRole('button', { name: 'Look through it' }).click();
}

async function publishForm(page: Page, group: string): Promise<readonly string[]> {
  await page.goto(`${group}/forms`);
  await page.locator('[name=title]').fill('Leña');
  await page.getByRole('button', { name: 'Begin' }).click();
  const form = page.url().split('?')[0] ?? '';
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const slug = await page.locator('main a[href*="/f/"]').first().getAttribute('href');
  return [form, `${form}/v/1`, `${form}/answers`, `${form}/translate`, `${form}/try`, new URL(slug ?? '', group).href];
}
