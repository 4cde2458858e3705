import { ageBands } from '@barnraise/kernel/household.ts';
import { mustKnowCodes } from '@barnraise/kernel/must-know.ts';
import { z } from 'zod';

import { day, line, oneOf, paragraph, several, ticked, timeOfDay } from './posted-field.ts';

export const safeAnswers = ['yes', 'no', 'not-asked'] as const;

/** When it is wanted: at once, some time today, on a day, before a day is over, or whenever. */
export const whens = ['now', 'today', 'day', 'by', 'any'] as const;
export const repeats = ['no', 'weekly', 'biweekly', 'monthly'] as const;
export const waysHome = ['none', 'wait', 'at', 'when-called'] as const;
export const forWhoms = ['self', 'somebody', 'household'] as const;

/** Whole small numbers (people in a household), or empty. */
const count = line(3).refine((text) => text === '' || /^\d{1,2}$/.test(text), { params: { code: 'not-a-number' } });

/** An answer to one must-know question; a text with it says more than the choice. */
const knowChoice = oneOf(['skip', 'none', 'unknown', 'value'], 'skip');

/** The fields in which a request is told, by the neighbor on the web or by a coordinator with the phone at the ear. */
export const requestFields = z.object({
  kind: line(80),
  amount: line(20),
  unit: line(20),
  detail: paragraph(300),
  also: several(8),
  words: paragraph(2000),
  when: oneOf(whens, 'any'),
  day,
  untilDay: day,
  from: timeOfDay,
  until: timeOfDay,
  repeats: oneOf(repeats, 'no'),
  address: line(200),
  plusCode: line(60),
  directions: paragraph(300),
  toAddress: line(200),
  thereBy: timeOfDay,
  wayHome: oneOf(waysHome, 'none'),
  wayHomeAt: timeOfDay,
  passengers: count,
  forWhom: oneOf(forWhoms, 'self'),
  consent: ticked,
  size: count,
  language: line(10),
  name: line(120),
  phone: line(40),
  mail: line(254),
  safeToText: oneOf(safeAnswers, 'not-asked'),
  safeToLeaveMessage: oneOf(safeAnswers, 'not-asked'),
  shareWith: oneOf(['helpers', 'coordinators'], 'helpers'),
  listed: ticked,
  ...namedAfter(ageBands, 'band', count),
  ...namedAfter(mustKnowCodes, 'know', knowChoice),
  ...namedAfter(mustKnowCodes, 'known', line(200)),
});

export type RequestFields = z.infer<typeof requestFields>;

/** One field for each code: `band-65-up`, `know-allergy`, `known-allergy`. */
function namedAfter<const Code extends string, const Prefix extends string, Field extends z.ZodType>(
  codes: readonly Code[],
  prefix: Prefix,
  field: Field,
): Record<`${Prefix}-${Code}`, Field> {
  return Object.fromEntries(codes.map((code) => [`${prefix}-${code}`, field])) as Record<`${Prefix}-${Code}`, Field>;
}
