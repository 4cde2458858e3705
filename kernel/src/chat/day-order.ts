import type { Instant } from '../instant.ts';
import { dayMs } from '../instant.ts';
import { instantOf, localDateOf, parseLocalDate, parseWallTime, type LocalDate } from '../time.ts';
import type { ChatMessage, MessageTime } from './message.ts';

/** Which of the first two figures of a date is the day. */
export type DayOrder = 'day-first' | 'month-first';

type Written = Extract<MessageTime, { kind: 'written' }>;

/**
 * Decides from the whole chat how its dates are written: a figure above twelve is a day, and messages stand in the order
 * in which they were sent. Null when both readings fit, so somebody has to be asked; either order where no date depends on it.
 */
export function dayOrderOf(messages: readonly ChatMessage[], today: LocalDate): DayOrder | null {
  const written = messages
    .map((message) => message.at)
    .filter((at): at is Written => at?.kind === 'written' && !at.yearFirst);
  if (written.every((at) => at.first === at.second)) return 'day-first';
  const faults = {
    'day-first': faultsIn(written, 'day-first', today),
    'month-first': faultsIn(written, 'month-first', today),
  };
  if (faults['day-first'] === faults['month-first']) return null;
  return faults['day-first'] < faults['month-first'] ? 'day-first' : 'month-first';
}

/** Dates that no calendar has count most; then dates still to come, and messages before the one above them. */
function faultsIn(written: readonly Written[], order: DayOrder, today: LocalDate): number {
  let faults = 0;
  let before = '';
  for (const at of written) {
    const date = dateOf(at, order, today);
    if (date === undefined) {
      faults += 1000;
      continue;
    }
    if (date > today) faults += 10;
    if (at.year !== null && date < before) faults += 1;
    if (at.year !== null) before = date;
  }
  return faults;
}

/** The day as a calendar date, or undefined when there is no such day. Without a year it is the last such day there was. */
function dateOf(at: Written, order: DayOrder, today: LocalDate): LocalDate | undefined {
  const [month, day] = at.yearFirst || order === 'month-first' ? [at.first, at.second] : [at.second, at.first];
  if (at.year !== null) return calendarDate(at.year, month, day);
  const year = Number(today.slice(0, 4));
  const thisYear = calendarDate(year, month, day);
  return thisYear !== undefined && thisYear <= today ? thisYear : calendarDate(year - 1, month, day);
}

function calendarDate(year: number, month: number, day: number): LocalDate | undefined {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return parseLocalDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** Chats are younger than the telephones they were written on. */
const earliest = Date.UTC(2000, 0, 1);

/** When the message was sent, as an instant; undefined when its date is none, is to come, or depends on an order not known. */
export function instantOfMessage(
  at: MessageTime | null,
  order: DayOrder | null,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): Instant | undefined {
  if (at === null) return undefined;
  const found = at.kind === 'instant' ? at.at : writtenInstant(at, order, zone, now);
  return found !== undefined && found >= earliest && found <= now + dayMs ? Math.min(found, now) : undefined;
}

function writtenInstant(at: Written, order: DayOrder | null, zone: string, now: Instant): Instant | undefined {
  if (order === null && !at.yearFirst && at.first !== at.second) return undefined;
  const date = dateOf(at, order ?? 'day-first', localDateOf(now, zone));
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const time = parseWallTime(`${two(Math.floor(at.minute / 60))}:${two(at.minute % 60)}`);
  return date && time ? instantOf(date, time, zone) : undefined;
}

/** The time as a text that is the same in both readings: it tells whether a message has come in before. */
export function timeKey(at: MessageTime | null): string {
  if (at === null) return '';
  if (at.kind === 'instant') return String(Math.floor(at.at / 60_000));
  const figures = at.yearFirst ? [at.first, at.second] : [at.first, at.second].toSorted((a, b) => a - b);
  return `${at.year ?? ''}-${figures.join('-')} ${at.minute}`;
}
