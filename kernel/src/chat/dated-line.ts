import type { MessageTime } from './message.ts';

/** The head of a message in a chat of lines: when, and what stands behind it ("Ana: we need water"). */
export type DatedLine = { readonly at: MessageTime; readonly rest: string; readonly style: 'dash' | 'bracket' };

const date = String.raw`(\d{1,4})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{2,4}))?\.?`;
// 14:22, 2.22 pm, 14.22.07, 14h22, "2:22:07 p. m.", "오후 2:22", with any space between.
const half = String.raw`(?:[ap]\.?\s?m\.?|[ap]|ص|م|vorm\.|nachm\.|오전|오후|上午|下午|午前|午後)`;
const time = String.raw`(${half})?\s?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\s?(${half}))?(?:\s?(?:uhr|Uhr|hrs?|h))?`;
const dateTime = String.raw`${date},?\s(?:at\s|um\s|a las\s)?${time}`;

const dashed = new RegExp(String.raw`^${dateTime}\s[-–—]\s(.*)$`, 'is');
const bracketed = new RegExp(String.raw`^\[${dateTime}\]:?\s?(.*)$`, 'is');
/** As WhatsApp's pages copy it: the time before the date. */
const timeFirst = new RegExp(String.raw`^\[${time},\s${date}\]\s?(.*)$`, 'is');
/** As a Korean phone exports it: no sign between the date and the name but a comma. */
const spaced = new RegExp(String.raw`^(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\.\s${time},\s(.*)$`, 'is');

const bare = [
  [dashed, 'dash'],
  [spaced, 'dash'],
] as const;
const inBrackets = [[bracketed, 'bracket']] as const;

/** No head of a message is longer; what follows is not looked at for one. */
const headLettersMax = 300;

/** Reads the head of a message, or gives undefined for a line that goes on with the one before. */
export function datedLine(line: string): DatedLine | undefined {
  if (!/^\[?\d/.test(line)) return undefined;
  const head = line.slice(0, headLettersMax);
  const tail = line.slice(headLettersMax);
  for (const [pattern, style] of line.startsWith('[') ? inBrackets : bare) {
    const [, one = '', two = '', three, before, hour = '', minute = '', , after, rest = ''] = pattern.exec(head) ?? [];
    const at = timeOf([one, two, three], hour, minute, before ?? after);
    if (at) return { at, rest: rest + tail, style };
  }
  if (!line.startsWith('[')) return undefined;
  const [, before, hour = '', minute = '', , after, one = '', two = '', three, rest = ''] = timeFirst.exec(head) ?? [];
  const at = timeOf([one, two, three], hour, minute, before ?? after);
  return at && { at, rest: rest + tail, style: 'bracket' };
}

const ofTheAfternoon = /^(?:p|م|nachm|오후|下午|午後)/i;

function timeOf(
  [one, two, three]: readonly [string, string, string | undefined],
  hourText: string,
  minuteText: string,
  halfDay: string | undefined,
): MessageTime | undefined {
  if (one === '' || hourText === '') return undefined;
  const hour = hourOf(Number(hourText), halfDay);
  if (hour > 23 || Number(minuteText) > 59) return undefined;
  const minute = hour * 60 + Number(minuteText);
  const yearFirst = one.length === 4;
  if (yearFirst) {
    if (three === undefined) return undefined;
    return { kind: 'written', first: Number(two), second: Number(three), year: Number(one), yearFirst, minute };
  }
  if (one.length > 2 || (three !== undefined && three.length === 3)) return undefined;
  const year = three === undefined ? null : Number(three.length === 2 ? `20${three}` : three);
  return { kind: 'written', first: Number(one), second: Number(two), year, yearFirst, minute };
}

/** Twelve at night is 12 am and twelve at noon 12 pm; an hour above twelve says enough by itself. */
function hourOf(hour: number, halfDay: string | undefined): number {
  if (halfDay === undefined || hour > 12) return hour;
  return (hour % 12) + (ofTheAfternoon.test(halfDay) ? 12 : 0);
}

const otherDigits: readonly (readonly [first: number, last: number])[] = [
  [0x0660, 0x0669],
  [0x06f0, 0x06f9],
  [0x0966, 0x096f],
];

/** The line with plain figures and spaces in its head, as far as a head can reach: phones write both as their language does. */
export function plainHead(line: string): string {
  const head = line
    .slice(0, headLettersMax)
    .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const range = otherDigits.find(([first, last]) => code >= first && code <= last);
      return range ? String(code - range[0]) : digit;
    })
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/،/g, ',');
  return head + line.slice(headLettersMax);
}
