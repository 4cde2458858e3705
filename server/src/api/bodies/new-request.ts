import { ageBands, householdSizeMax } from '@barnraise/kernel/household.ts';
import { mustKnowCodes } from '@barnraise/kernel/must-know.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';
import { z } from 'zod';

import type { GivenTrip, NewRequest } from '../../requests/new-request.ts';
import { forWhoms, waysHome } from '../../requests/request-fields.ts';
import type { IntakeRules } from '../../requests/request-from-fields.ts';
import { instantIn, textIn, windowIn } from '../fields.ts';
import type { WrongField } from '../problem.ts';
import { askerBody, checkAsker, nobody } from './asker.ts';
import { needBody, newNeedOf } from './new-need.ts';
import { placeBody, placeOf } from './place.ts';

const householdCount = z.int().min(0).max(householdSizeMax);

/** A request as a program brings it: what the ask form takes, in the words of the data. */
export const requestBody = z.strictObject({
  asker: askerBody.default({ ...nobody }),
  forWhom: z.enum(forWhoms).default('self'),
  consent: z.boolean().default(false).describe('For somebody else: they know of it and agree.'),
  household: z
    .strictObject({
      people: z.partialRecord(z.enum(ageBands), householdCount).default({}),
      size: householdCount.nullable().default(null),
    })
    .optional()
    .describe('Ages as bands. Only with `forWhom: household`.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
    .default('en'),
  words: textIn(2000).default('').describe('What they said, in their own words. Private.'),
  needs: z.array(needBody).max(20).default([]).describe('May be empty where there are only words.'),
  window: windowIn.nullable().default(null).describe('When it is wanted; null is whenever.'),
  place: placeBody.nullable().default(null),
  trip: z
    .strictObject({
      to: placeBody,
      beThereBy: instantIn.nullable().default(null),
      wayHome: z.enum(waysHome).default('none'),
      wayHomeAt: instantIn.nullable().default(null),
      passengers: z.int().min(1).max(60).default(1),
    })
    .nullable()
    .default(null),
  mustKnow: z
    .partialRecord(
      z.enum(mustKnowCodes),
      z.union([
        z.strictObject({ state: z.literal('value'), value: textIn(200) }),
        z.strictObject({ state: z.enum(['none', 'unknown']) }),
      ]),
    )
    .default({})
    .describe('What helpers must know so as to do no harm. Values are private.'),
  sharing: z
    .strictObject({
      listedPublicly: z.boolean().default(false),
      withHelpers: z.boolean().default(true).describe('Whoever comes learns name, contact and place.'),
    })
    .default({ listedPublicly: false, withHelpers: true }),
});

type SentRequest = z.output<typeof requestBody>;

/** The request as the commands take it, or everything that is wrong with it. */
export function newRequestOf(
  sent: SentRequest,
  rules: IntakeRules,
): Outcome<NewRequest, { readonly code: 'fields-wrong'; readonly fields: readonly WrongField[] }> {
  const wrong: WrongField[] = [];
  const needs = sent.needs.map((need, index) => newNeedOf(need, rules.kinds, `body.needs.${index}`, wrong));
  if (needs.length === 0 && sent.words === '') wrong.push({ at: 'body.words', code: 'required' });
  checkAsker(sent.asker, rules.country, 'body.asker', wrong);
  if (sent.forWhom === 'somebody' && !sent.consent) wrong.push({ at: 'body.consent', code: 'consent-needed' });
  const place = placeOf(sent.place, rules.near, 'body.place', wrong);
  const trip = tripOf(sent.trip, rules, wrong);
  if (wrong.length > 0) return refuse({ code: 'fields-wrong', fields: wrong });
  const { asker, consent, language, words, window } = sent;
  return accept({
    channel: 'api',
    language,
    asker,
    askedFor: sent.forWhom,
    consent,
    household: sent.forWhom === 'household' ? (sent.household ?? { people: {}, size: null }) : null,
    needs: needs.filter((need) => need !== undefined),
    window,
    place,
    trip,
    recurrence: null,
    mustKnow: sent.mustKnow,
    sharing: sharingOf(sent),
    words,
  });
}

function tripOf(sent: SentRequest['trip'], rules: IntakeRules, wrong: WrongField[]): GivenTrip | null {
  if (!sent) return null;
  const to = placeOf(sent.to, rules.near, 'body.trip.to', wrong);
  if (!to) wrong.push({ at: 'body.trip.to', code: 'required' });
  const { beThereBy, wayHomeAt, passengers } = sent;
  const wayHome = sent.wayHome === 'at' && wayHomeAt === null ? 'when-called' : sent.wayHome;
  return to && { to, beThereBy, wayHome, wayHomeAt, passengers };
}

function sharingOf({ asker, sharing }: SentRequest): Sharing {
  const safe = { yes: true, no: false, 'not-asked': 'not-asked' } as const;
  const shareWith = sharing.withHelpers ? 'helpers' : 'coordinators';
  return {
    listedPublicly: sharing.listedPublicly,
    name: shareWith,
    contact: shareWith,
    exactPlace: shareWith,
    safeToText: safe[asker.safeToText],
    safeToLeaveMessage: safe[asker.safeToLeaveMessage],
  };
}
