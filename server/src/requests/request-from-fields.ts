import { parseMail, parsePhone } from '@barnraise/kernel/contact.ts';
import { type AgeBand, ageBands, householdSizeMax } from '@barnraise/kernel/household.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { type MustKnow, mustKnowCodes } from '@barnraise/kernel/must-know.ts';
import type { RequestChannel } from '@barnraise/kernel/request.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';

import type { Point } from '../people/point.ts';
import type { GroupKind } from './load-kinds.ts';
import { needsFromFields } from './needs-from-fields.ts';
import type { GivenPlace, GivenTrip, NewRequest } from './new-request.ts';
import { parsePlusCode, plusCodePoint } from './plus-code.ts';
import type { FieldProblem } from './read-form.ts';
import type { RequestFields } from './request-fields.ts';
import { timesFromFields } from './times-from-fields.ts';

/** What a form is read against: the group's clock, kinds and area. */
export interface IntakeRules {
  readonly now: Instant;
  readonly zone: string;
  readonly country: string;
  readonly kinds: readonly GroupKind[];
  /** The middle of the group's area: completes short plus codes. */
  readonly near?: Point;
}

export type RequestReading =
  | { readonly ok: true; readonly value: NewRequest }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Makes a request of what was typed, or says everything that needs another look at once. */
export function requestFromFields(fields: RequestFields, rules: IntakeRules, channel: RequestChannel): RequestReading {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, code: FieldProblem['code'], count?: number): void =>
    void problems.push({ field, code, ...(count !== undefined && { count }) });

  const needs = needsFromFields(fields, rules.kinds, wrong);
  const isTrip = needs[0]?.kind.theme === 'ride';
  const times = timesFromFields(fields, rules, isTrip, wrong);
  const place = placeFromFields(fields, rules, wrong);
  const household = householdFromFields(fields, wrong);
  if (fields.phone !== '' && parsePhone(fields.phone, rules.country) === undefined) wrong('phone', 'not-a-phone');
  if (fields.mail !== '' && parseMail(fields.mail) === undefined) wrong('mail', 'not-a-mail');
  if (fields.forWhom === 'somebody' && !fields.consent) wrong('consent', 'consent-needed');
  if (problems.length > 0) return { ok: false, problems };

  const { name, phone, mail, safeToText, safeToLeaveMessage } = fields;
  return {
    ok: true,
    value: {
      channel,
      language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(fields.language) ? fields.language : 'en',
      asker: { name, phone, mail, safeToText, safeToLeaveMessage },
      askedFor: fields.forWhom,
      consent: fields.consent,
      household,
      needs,
      window: times.window,
      place,
      trip: isTrip ? tripFromFields(fields, times) : null,
      recurrence: times.recurrence,
      mustKnow: mustKnowFromFields(fields),
      sharing: sharingFromFields(fields),
      words: fields.words,
    },
  };
}

type Wrong = (field: string, code: FieldProblem['code'], count?: number) => void;

function placeFromFields(fields: RequestFields, rules: IntakeRules, wrong: Wrong): GivenPlace | null {
  const { address, directions } = fields;
  const plusCode = fields.plusCode === '' ? '' : parsePlusCode(fields.plusCode);
  if (plusCode === undefined) {
    wrong('plusCode', 'not-a-plus-code');
    return null;
  }
  if (address === '' && directions === '' && plusCode === '') return null;
  const point = plusCode === '' ? undefined : plusCodePoint(plusCode, rules.near);
  return { address, plusCode, directions, point: point ?? null };
}

function tripFromFields(fields: RequestFields, times: ReturnType<typeof timesFromFields>): GivenTrip {
  return {
    to: { address: fields.toAddress, plusCode: '', directions: '', point: null },
    beThereBy: times.beThereBy,
    wayHome: fields.wayHome === 'at' && times.wayHomeAt === null ? 'when-called' : fields.wayHome,
    wayHomeAt: times.wayHomeAt,
    passengers: fields.passengers === '' ? 1 : Math.max(1, Number(fields.passengers)),
  };
}

function householdFromFields(fields: RequestFields, wrong: Wrong): NewRequest['household'] {
  if (fields.forWhom !== 'household') return null;
  const people: { [Band in AgeBand]?: number } = {};
  for (const band of ageBands) {
    const typed = fields[`band-${band}`];
    if (typed !== '') people[band] = Number(typed);
  }
  const size = fields.size === '' ? null : Number(fields.size);
  const total = Math.max(
    Object.values(people).reduce((sum, one) => sum + one, 0),
    size ?? 0,
  );
  if (total > householdSizeMax) wrong('size', 'too-large', householdSizeMax);
  return { people, size };
}

function mustKnowFromFields(fields: RequestFields): MustKnow {
  const facts: { -readonly [Code in keyof MustKnow]: MustKnow[Code] } = {};
  for (const code of mustKnowCodes) {
    const value = fields[`known-${code}`];
    const choice = fields[`know-${code}`];
    if (value !== '') facts[code] = { state: 'value', value };
    else if (choice === 'none') facts[code] = { state: 'none' };
    // "Yes", without saying what: a helper must ask.
    else if (choice === 'unknown' || choice === 'value') facts[code] = { state: 'unknown' };
  }
  return facts;
}

function sharingFromFields(fields: RequestFields): Sharing {
  const safe = { yes: true, no: false, 'not-asked': 'not-asked' } as const;
  return {
    listedPublicly: fields.listed,
    name: fields.shareWith,
    contact: fields.shareWith,
    exactPlace: fields.shareWith,
    safeToText: safe[fields.safeToText],
    safeToLeaveMessage: safe[fields.safeToLeaveMessage],
  };
}
