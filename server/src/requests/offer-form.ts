import { parseMail, parsePhone } from '@barnraise/kernel/contact.ts';
import type { TimeWindow } from '@barnraise/kernel/instant.ts';
import { type AskWay, askWays, type AvailableHours } from '@barnraise/kernel/offer.ts';
import type { EnteredAmount, Quantity } from '@barnraise/kernel/quantity.ts';
import { dayWindow, localDateOf, parseLocalDate, parseWallTime, type Weekday } from '@barnraise/kernel/time.ts';
import { z } from 'zod';

import { publicCell } from '../people/point.ts';
import type { GroupKind } from './load-kinds.ts';
import { amountFromFields } from './needs-from-fields.ts';
import type { Asker } from './new-request.ts';
import { parsePlusCode, plusCodePoint } from './plus-code.ts';
import { day, line, oneOf, paragraph, several, timeOfDay } from './posted-field.ts';
import type { FieldProblem } from './read-form.ts';
import { safeAnswers } from './request-fields.ts';
import type { IntakeRules } from './request-from-fields.ts';

/** How far somebody goes, in kilometers; empty is any distance. */
export const reaches = ['', '2', '5', '10', '25', '50', '100'] as const;
/** How often at most they want to be asked in a week; empty is no limit. */
export const asksAWeek = ['', '1', '2', '3', '5'] as const;

/** The fields in which help is offered, and changed later. */
export const offerFields = z.object({
  kind: line(80),
  standing: oneOf(['standing', 'once'], 'standing'),
  amount: line(20),
  unit: line(20),
  words: paragraph(1000),
  day,
  untilDay: day,
  weekdays: several(7),
  from: timeOfDay,
  until: timeOfDay,
  reach: oneOf(reaches, ''),
  asksMax: oneOf(asksAWeek, ''),
  askBy: oneOf(askWays, 'text'),
  plusCode: line(60),
  language: line(10),
  name: line(120),
  phone: line(40),
  mail: line(254),
  safeToText: oneOf(safeAnswers, 'not-asked'),
  safeToLeaveMessage: oneOf(safeAnswers, 'not-asked'),
});

export type OfferFields = z.infer<typeof offerFields>;

/** What somebody can give, checked and ready to be written. */
export interface NewOffer {
  readonly kind: GroupKind;
  readonly standing: boolean;
  /** Of a one-time offer; null where it stands. */
  readonly quantity: Quantity | null;
  readonly entered: EnteredAmount | null;
  readonly window: TimeWindow | null;
  readonly hours: readonly AvailableHours[];
  readonly reachMeters: number | null;
  readonly asksPerWeekMax: number | null;
  readonly askBy: AskWay;
  readonly cell: string | null;
  readonly language: string;
  readonly giver: Asker;
  readonly words: string;
}

export type OfferReading =
  | { readonly ok: true; readonly value: NewOffer }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Makes an offer of what was typed, or says everything that needs another look at once. */
export function offerFromFields(fields: OfferFields, rules: IntakeRules): OfferReading {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, code: FieldProblem['code'], count?: number): void =>
    void problems.push({ field, code, ...(count !== undefined && { count }) });
  const kind = rules.kinds.find((one) => one.code === fields.kind);
  if (!kind) wrong('kind', fields.kind === '' ? 'required' : 'unknown-kind');
  const isOnce = fields.standing === 'once';
  const amount = kind && isOnce ? amountFromFields({ ...fields, detail: '' }, kind, wrong) : undefined;
  const cell = cellFromCode(fields.plusCode, rules, wrong);
  checkReachable(fields, rules, wrong);
  const window = isOnce ? windowFromDays(fields, rules, wrong) : null;
  const hours = hoursFromFields(fields, wrong);
  if (!kind || problems.length > 0) return { ok: false, problems };
  const { name, phone, mail, safeToText, safeToLeaveMessage } = fields;
  return {
    ok: true,
    value: {
      kind,
      standing: !isOnce,
      quantity: amount?.quantity ?? null,
      entered: amount?.entered ?? null,
      window,
      hours,
      reachMeters: fields.reach === '' ? null : Number(fields.reach) * 1000,
      asksPerWeekMax: fields.asksMax === '' ? null : Number(fields.asksMax),
      askBy: fields.askBy,
      cell,
      language: /^[a-z]{2,3}$/.test(fields.language) ? fields.language : 'en',
      giver: { name, phone, mail, safeToText, safeToLeaveMessage },
      words: fields.words,
    },
  };
}

type Wrong = (field: string, code: FieldProblem['code'], count?: number) => void;

/** Whoever wants to be called needs a phone; somebody who looks at the page themselves needs neither. */
function checkReachable(fields: OfferFields, rules: IntakeRules, wrong: Wrong): void {
  const { phone, mail, askBy } = fields;
  if (phone !== '' && parsePhone(phone, rules.country) === undefined) wrong('phone', 'not-a-phone');
  else if (phone === '' && (askBy === 'call' || askBy === 'text' || askBy === 'messenger')) wrong('phone', 'required');
  if (mail !== '' && parseMail(mail) === undefined) wrong('mail', 'not-a-mail');
  else if (mail === '' && askBy === 'mail') wrong('mail', 'required');
}

function cellFromCode(text: string, rules: IntakeRules, wrong: Wrong): string | null {
  if (text === '') return null;
  const code = parsePlusCode(text);
  if (!code) {
    wrong('plusCode', 'not-a-plus-code');
    return null;
  }
  const point = plusCodePoint(code, rules.near);
  return point ? publicCell(point) : null;
}

function windowFromDays(fields: OfferFields, { now, zone }: IntakeRules, wrong: Wrong): TimeWindow | null {
  const first = parseLocalDate(fields.day);
  if (!first) return null;
  const last = parseLocalDate(fields.untilDay) ?? first;
  if (first < localDateOf(now, zone)) wrong('day', 'date-too-early');
  if (last < first) wrong('untilDay', 'ends-before-start');
  return { fromAt: dayWindow(first, zone).fromAt, untilAt: dayWindow(last, zone).untilAt };
}

function hoursFromFields(fields: OfferFields, wrong: Wrong): readonly AvailableHours[] {
  const weekdays = fields.weekdays.map(Number).filter((one): one is Weekday => one >= 1 && one <= 7);
  const from = parseWallTime(fields.from);
  const until = parseWallTime(fields.until);
  if (weekdays.length === 0 || !from || !until) {
    if (weekdays.length > 0 && (fields.from === '') !== (fields.until === '')) wrong('until', 'required');
    const [allFrom, allUntil] = [parseWallTime('00:00'), parseWallTime('23:59')];
    if (!allFrom || !allUntil) return [];
    return weekdays.map((weekday) => ({ weekday, from: allFrom, until: allUntil }));
  }
  return weekdays.map((weekday) => ({ weekday, from, until }));
}
