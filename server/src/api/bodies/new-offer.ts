import { askWays } from '@barnraise/kernel/offer.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { parseWallTime, type WallTime, type Weekday } from '@barnraise/kernel/time.ts';
import { z } from 'zod';

import { publicCell } from '../../people/point.ts';
import type { NewOffer } from '../../requests/offer-form.ts';
import type { IntakeRules } from '../../requests/request-from-fields.ts';
import { text, textIn, windowIn } from '../fields.ts';
import type { WrongField } from '../problem.ts';
import { amountFields, amountOf } from './amount.ts';
import { askerBody, checkAsker, nobody } from './asker.ts';
import { placeBody, placeOf } from './place.ts';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What somebody can give, as it is told first or told anew. */
const told = {
  kind: text(80).describe('Code of the type.'),
  standing: z.boolean().default(true).describe('False for what is given once, in an amount.'),
  amount: amountFields.amount.optional(),
  unit: amountFields.unit,
  window: windowIn.nullable().default(null),
  hours: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), from: wallTime, until: wallTime }))
    .max(7)
    .default([])
    .describe('When to ask, in the zone of the group; 1 is Monday. Empty is at any time.'),
  reachMeters: z.int().min(0).max(1_000_000).nullable().default(null),
  asksPerWeekMax: z.int().min(1).max(100).nullable().default(null),
  askBy: z.enum(askWays).default('page'),
  place: placeBody
    .pick({ plusCode: true, point: true })
    .nullable()
    .default(null)
    .describe('Only its rough area is kept.'),
};

export const changedOfferBody = z.strictObject(told);

export const offerBody = z.strictObject({
  ...told,
  giver: askerBody.default({ ...nobody }),
  words: textIn(1000).default('').describe('What they said, in their own words. Private.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default('en'),
});

type SentOffer = z.output<typeof changedOfferBody> & Partial<z.output<typeof offerBody>>;

/** The offer as the commands take it, or everything that is wrong with it. */
export function newOfferOf(
  sent: SentOffer,
  rules: IntakeRules,
): Outcome<NewOffer, { readonly code: 'fields-wrong'; readonly fields: readonly WrongField[] }> {
  const wrong: WrongField[] = [];
  const kind = rules.kinds.find(({ code }) => code === sent.kind);
  if (!kind) wrong.push({ at: 'body.kind', code: 'unknown-kind' });
  const { unit, giver = nobody } = sent;
  const amount =
    kind && !sent.standing ? amountOf({ amount: sent.amount ?? '1', unit }, kind, 'body', wrong) : undefined;
  const place = sent.place && placeOf({ ...sent.place, address: '', directions: '' }, rules.near, 'body.place', wrong);
  checkAsker(giver, rules.country, 'body.giver', wrong);
  if (sent.giver) checkReachable(sent.giver, sent.askBy, wrong);
  if (!kind || wrong.length > 0) return refuse({ code: 'fields-wrong', fields: wrong });
  return accept({
    kind,
    standing: sent.standing,
    quantity: amount?.quantity ?? null,
    entered: amount?.entered ?? null,
    window: sent.standing ? null : sent.window,
    hours: sent.hours.map(({ weekday, from, until }) => ({
      weekday: weekday as Weekday,
      from: parseWallTime(from) as WallTime,
      until: parseWallTime(until) as WallTime,
    })),
    reachMeters: sent.reachMeters,
    asksPerWeekMax: sent.asksPerWeekMax,
    askBy: sent.askBy,
    cell: place?.point ? publicCell(place.point) : null,
    language: sent.language ?? 'en',
    giver,
    words: sent.words ?? '',
  });
}

/** Whoever wants to be called needs a phone; somebody who looks at the page themselves needs neither. */
function checkReachable(
  { phone, mail }: z.output<typeof askerBody>,
  askBy: SentOffer['askBy'],
  wrong: WrongField[],
): void {
  if (phone === '' && (askBy === 'call' || askBy === 'text' || askBy === 'messenger'))
    wrong.push({ at: 'body.giver.phone', code: 'required' });
  if (mail === '' && askBy === 'mail') wrong.push({ at: 'body.giver.mail', code: 'required' });
}
