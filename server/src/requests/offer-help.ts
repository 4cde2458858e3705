import { createHash } from 'node:crypto';

import { type Actor, actorToken } from '@barnraise/kernel/actor.ts';
import type { ActId, MemberId, OfferId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import { canOffer } from '@barnraise/kernel/policy.ts';
import type { ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { freshId } from '../database/new-id.ts';
import { keepDetails, keepPerson } from '../people/keep-person.ts';
import type { Detail } from '../people/vault-fields.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { Alongside } from './alongside.ts';
import { freshShortCode } from './fresh-code.ts';
import type { NewOffer } from './offer-form.ts';
import { insertOffer, offerColumns } from './offer-table.ts';
import { hashLinkToken, linkTokenFrom } from './private-link.ts';

export interface Offered {
  readonly offerId: OfferId;
  /** Of a member's or a program's offer: what can be undone. A stranger has the private link instead. */
  readonly actId?: ActId;
  readonly code: ShortCode;
  /** The private link's token; it cannot be read back from the database. */
  readonly token: string;
  /** One for each further kind. */
  readonly more: readonly { readonly offerId: OfferId; readonly token: string }[];
}

export type OfferHelpRefusal = { readonly code: 'not-allowed' };

export interface Offering<R extends Refusal = never> {
  readonly offer: NewOffer;
  /** Further kinds that the same person offers in the same breath. */
  readonly more?: readonly NewOffer[];
  /** The key the form came with: the same form sent twice is one offer, with the same link. */
  readonly formKey: string;
  /** What is written together with it: the answers to a form of the group's own. */
  readonly alongside?: Alongside<{ readonly offerIds: readonly OfferId[] }, R>;
}

/**
 * Somebody says what they can give, with or without a login, or a program brings what a stranger offered elsewhere. A
 * stranger's offer is asked for nothing before a coordinator has seen it; a member's counts at once.
 */
export async function offerHelp<R extends Refusal = never>(
  context: Context,
  caller: Caller,
  offering: Offering<R>,
): Promise<Outcome<Offered, OfferHelpRefusal | R>> {
  if (!canOffer(caller.actor)) return refuse({ code: 'not-allowed' });
  const key = offerKey(caller, offering);
  const tokens = [offering.offer, ...(offering.more ?? [])].map((_, index) =>
    linkTokenFrom(`${offering.formKey}|${key}${index === 0 ? '' : `|${index}`}`),
  );
  const offered = await writeOffers(context, caller, offering, { key, tokens });
  if (!offered.ok) return offered;
  // An answer that an older program kept for this form is one offer, and no list.
  const [first, ...more] = [offered.value].flat().map((one, index) => ({ ...one, token: tokens[index] ?? '' }));
  if (!first) throw new Error('An offer was not written.');
  return accept({ ...first, more });
}

type WrittenOffer = Pick<Offered, 'offerId' | 'code' | 'actId'>;
type OfferToWrite = Omit<WrittenOffer, 'actId'> & { readonly personId: PersonId | null; readonly token: string };

async function writeOffers<R extends Refusal>(
  context: Context,
  caller: Caller,
  { offer, more = [], alongside }: Offering<R>,
  { key, tokens }: { readonly key: string; readonly tokens: readonly string[] },
): Promise<Outcome<readonly WrittenOffer[], OfferHelpRefusal | R>> {
  return context.database.decide(caller.groupId, (tx) =>
    once<readonly WrittenOffer[], OfferHelpRefusal | R>(tx, key, 'offer-help', async () => {
      const offers = [offer, ...more].map((one) => ({ one, offerId: freshId<OfferId>(tx), code: freshShortCode() }));
      const ids = offers.map(({ offerId }) => offerId);
      const personId = await keepGiver(context, tx, caller, offer, ids);
      const written: WrittenOffer[] = [];
      for (const [index, { one, ...named }] of offers.entries()) {
        written.push(await writeOffer(tx, caller, one, { ...named, personId, token: tokens[index] ?? '' }));
      }
      const along = alongside && (await alongside(tx, { offerIds: ids, personId }));
      if (along?.ok === false) return along;
      return accept(written);
    }),
  );
}

async function writeOffer(
  tx: GroupTransaction,
  caller: Caller,
  offer: NewOffer,
  { offerId, code, personId, token }: OfferToWrite,
): Promise<WrittenOffer> {
  const { actor } = caller;
  const memberId = ownMemberId(caller);
  await insertOffer(tx, {
    ...offerColumns(offer),
    id: offerId,
    code,
    link_hash: hashLinkToken(token),
    provider_kind: memberId ? 'member' : 'neighbor',
    member_id: memberId,
    person_id: personId,
    taken_in_at: memberId ? at(tx.now) : null,
    last_confirmed_at: at(tx.now),
    created_at: at(tx.now),
  });
  await writeAudit(tx, { actor, verb: 'offer-help', subjectTable: 'offers', subjectId: offerId });
  if (actor.kind !== 'member') return { offerId, code };
  const actId = await writeAct(tx, { actor, verb: 'offer-help', subjectId: offerId });
  return { offerId, code, actId };
}

/**
 * Names one offer by its form, by who sends it and by what it says, as the ask form does: sent twice over a bad line it
 * is one; sent again by the next person at a shared phone, or with something else in it, it is another.
 */
function offerKey(caller: Caller, { offer, more = [], formKey }: Pick<Offering, 'offer' | 'more' | 'formKey'>): string {
  const { kind, giver, words, quantity, standing, hours, window, reachMeters, asksPerWeekMax } = offer;
  const said = [kind.code, giver.name, giver.phone, giver.mail, words, quantity, standing, hours];
  const by = ownMemberId(caller);
  // An offer for "today" begins a little later when it is sent again.
  const limits = [window === null, reachMeters, asksPerWeekMax, ...more.map((one) => [one.kind.code, one.quantity])];
  return createHash('sha256')
    .update(JSON.stringify([formKey, by, said, limits]))
    .digest('hex');
}

/** The member whose own offer it is. What a program brings is somebody else's. */
function ownMemberId({ actor }: Caller): MemberId | null {
  return actor.kind === 'member' && !actorToken(actor) ? actor.memberId : null;
}

/** A member is known already; of anybody else their details are kept, for being asked. */
async function keepGiver(
  context: Context,
  tx: GroupTransaction,
  caller: Caller,
  { giver, words, language }: NewOffer,
  offerIds: readonly OfferId[],
): Promise<PersonId | null> {
  const said = offerIds.map(
    (subjectId) => ({ field: 'description', value: words, subjectId, purpose: 'offer-help' }) as const,
  );
  const { actor } = caller;
  if (actor.kind === 'member' && ownMemberId(caller)) {
    if (actor.personId && words !== '') await keepDetails(context, tx, actor.personId, said);
    return null;
  }
  return keepStranger(context, tx, { giver, language }, said);
}

async function keepStranger(
  context: Context,
  tx: GroupTransaction,
  { giver, language }: Pick<NewOffer, 'giver' | 'language'>,
  said: readonly Detail[],
): Promise<PersonId> {
  const { name, phone, mail, safeToText, safeToLeaveMessage } = giver;
  const details: readonly Detail[] = [
    { field: 'name', value: name, purpose: 'offer-help' },
    { field: 'phone', value: phone, purpose: 'offer-help' },
    { field: 'mail', value: mail, purpose: 'offer-help' },
    ...said,
  ];
  return keepPerson(context, tx, {
    sort: 'helper',
    language,
    safeToText,
    safeToLeaveMessage,
    details: details.filter((detail) => detail.value !== ''),
  });
}

/**
 * Enters offers that somebody made elsewhere, in a chat or by phone, inside a transaction that does more: one person, one offer
 * for each kind. A coordinator has seen them. Whether the member may is the caller's question.
 */
export async function enterOffer(
  context: Context,
  tx: GroupTransaction,
  actor: Extract<Actor, { kind: 'member' }>,
  { offers, raw }: { readonly offers: readonly NewOffer[]; readonly raw: string },
): Promise<readonly OfferId[]> {
  const offerIds = offers.map(() => freshId<OfferId>(tx));
  const [first] = offers;
  if (!first) throw new Error('There is no offer to enter.');
  const said = offers.flatMap(({ words }, at): readonly Detail[] => [
    { field: 'description', value: words, subjectId: offerIds[at], purpose: 'offer-help' },
    { field: 'raw', value: raw, subjectId: offerIds[at], purpose: 'raw-message' },
  ]);
  const personId = await keepStranger(context, tx, first, said);
  for (const [place, offer] of offers.entries()) {
    const id = offerIds[place] as OfferId;
    await insertOffer(tx, {
      ...offerColumns(offer),
      id,
      code: freshShortCode(),
      link_hash: null,
      provider_kind: 'neighbor',
      member_id: null,
      person_id: personId,
      taken_in_at: at(tx.now),
      last_confirmed_at: at(tx.now),
      created_at: at(tx.now),
    });
    await writeAudit(tx, { actor, verb: 'enter-offer', subjectTable: 'offers', subjectId: id });
  }
  return offerIds;
}
