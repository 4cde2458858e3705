import { createHash } from 'node:crypto';

import { type Actor, actorToken } from '@barnraise/kernel/actor.ts';
import type { ActId, MemberId, OfferId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
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
}

export type OfferHelpRefusal = { readonly code: 'not-allowed' };

export interface Offering {
  readonly offer: NewOffer;
  /** The key the form came with: the same form sent twice is one offer, with the same link. */
  readonly formKey: string;
}

/**
 * Somebody says what they can give, with or without a login, or a program brings what a stranger offered elsewhere. A
 * stranger's offer is asked for nothing before a coordinator has seen it; a member's counts at once.
 */
export async function offerHelp(
  context: Context,
  caller: Caller,
  offering: Offering,
): Promise<Outcome<Offered, OfferHelpRefusal>> {
  if (!canOffer(caller.actor)) return refuse({ code: 'not-allowed' });
  const key = offerKey(caller, offering);
  const token = linkTokenFrom(`${offering.formKey}|${key}`);
  const offered = await writeOffer(context, caller, offering.offer, { key, token });
  return offered.ok ? accept({ ...offered.value, token }) : offered;
}

async function writeOffer(
  context: Context,
  caller: Caller,
  offer: NewOffer,
  { key, token }: { readonly key: string; readonly token: string },
): Promise<Outcome<Omit<Offered, 'token'>, OfferHelpRefusal>> {
  const { actor, groupId } = caller;
  return context.database.decide(groupId, (tx) =>
    once<Omit<Offered, 'token'>, OfferHelpRefusal>(tx, key, 'offer-help', async () => {
      const offerId = freshId<OfferId>(tx);
      const code = freshShortCode();
      const personId = await keepGiver(context, tx, caller, offer, offerId);
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
      if (actor.kind !== 'member') return accept({ offerId, code });
      const actId = await writeAct(tx, { actor, verb: 'offer-help', subjectId: offerId });
      return accept({ offerId, code, actId });
    }),
  );
}

/**
 * Names one offer by its form, by who sends it and by what it says, as the ask form does: sent twice over a bad line it
 * is one; sent again by the next person at a shared phone, or with something else in it, it is another.
 */
function offerKey(caller: Caller, { offer, formKey }: Offering): string {
  const { kind, giver, words, quantity, standing, hours, window, reachMeters, asksPerWeekMax } = offer;
  const said = [kind.code, giver.name, giver.phone, giver.mail, words, quantity, standing, hours];
  const by = ownMemberId(caller);
  // An offer for "today" begins a little later when it is sent again.
  const limits = [window === null, reachMeters, asksPerWeekMax];
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
  offerId: OfferId,
): Promise<PersonId | null> {
  const said = { field: 'description', value: words, subjectId: offerId, purpose: 'offer-help' } as const;
  const { actor } = caller;
  if (actor.kind === 'member' && ownMemberId(caller)) {
    if (actor.personId && words !== '') await keepDetails(context, tx, actor.personId, [said]);
    return null;
  }
  return keepStranger(context, tx, { giver, language }, [said]);
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
