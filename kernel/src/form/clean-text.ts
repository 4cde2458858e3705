/* oxlint-disable no-control-regex -- finding control characters is the point */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** What somebody typed, without control characters and marks that turn the direction of writing, trimmed. */
export function cleanText(text: string, keepsLines: boolean): string {
  const tidy = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(controls, '')
    .toWellFormed();
  if (!keepsLines) return tidy.replace(/\s+/gu, ' ').trim();
  return tidy
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
