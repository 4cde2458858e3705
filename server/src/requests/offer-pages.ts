import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { GroupId, OfferId } from '@barnraise/kernel/ids.ts';
import type { Instant, TimeWindow } from '@barnraise/kernel/instant.ts';
import type { AskWay, AvailableHours } from '@barnraise/kernel/offer.ts';
import { canSeeOffers } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames } from './coordinator-names.ts';
import { type OfferRow, readOfferByLink } from './offer-table.ts';
import { hashLinkToken, isLinkToken } from './private-link.ts';

/** An offer as its giver and the coordinators see it. */
export interface ShownOffer {
  readonly id: OfferId;
  readonly code: string;
  readonly kind: CatalogKind;
  readonly standing: boolean;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly figure: string | null;
  readonly hours: readonly AvailableHours[];
  readonly window: TimeWindow | null;
  readonly reachMeters: number | null;
  readonly asksPerWeekMax: number | null;
  readonly askBy: AskWay;
  readonly pausedUntil: Instant | null;
  readonly isWithdrawn: boolean;
  readonly isTakenIn: boolean;
  readonly confirmedAt: Instant;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly words: string;
}

/** The offer that a private link opens, and who its holder is. */
export async function giverByLink(
  context: Pick<Context, 'database'>,
  groupId: GroupId,
  token: string,
): Promise<{ readonly caller: Caller; readonly offerId: OfferId } | undefined> {
  if (!isLinkToken(token)) return undefined;
  const row = await context.database.readGroup(groupId, (tx) => readOfferByLink(tx, hashLinkToken(token)));
  if (!row?.person_id) return undefined;
  return { caller: { groupId, actor: { kind: 'helper', personId: row.person_id } }, offerId: row.id };
}

/** Powers the private page of an offer; reading one's own details leaves no trace. */
export async function offerStatus(
  context: Context,
  groupId: GroupId,
  token: string,
): Promise<{ readonly now: Instant; readonly offer: ShownOffer } | undefined> {
  if (!isLinkToken(token)) return undefined;
  return context.database.forGroup(groupId, async (tx) => {
    const row = await readOfferByLink(tx, hashLinkToken(token));
    if (!row?.person_id) return undefined;
    const { person_id: personId } = row;
    const details = await readDetails(context, tx, {
      actor: { kind: 'helper', personId },
      purpose: 'own-details',
      wanted: [{ personId }],
    });
    const kinds = await kindsById(tx);
    const own = {
      name: details.get(personId, 'name') ?? '',
      phone: details.get(personId, 'phone') ?? '',
      mail: details.get(personId, 'mail') ?? '',
      words: details.get(personId, 'description', row.id) ?? '',
    };
    return { now: tx.now, offer: shown(row, kinds, own) };
  });
}

/** Powers the list of offers for coordinators: those nobody has seen first, then by kind. Numbers are opened when asked. */
export async function offersList(
  context: Context,
  caller: Caller,
): Promise<{ readonly now: Instant; readonly offers: readonly ShownOffer[] } | undefined> {
  if (!canSeeOffers(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('offers')
      .selectAll()
      .where('group_id', '=', tx.groupId)
      .where('state', '=', 'active')
      .orderBy('taken_in_at', (order) => order.asc().nullsFirst())
      .orderBy('kind_id')
      .orderBy('created_at')
      .limit(200)
      .execute();
    const members = new Map((await coordinatorNames(context, tx, caller.actor)).map((one) => [one.memberId, one.name]));
    const details = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'intake',
      fields: ['name', 'phone', 'mail', 'description'],
      wanted: rows.flatMap((row) => (row.person_id ? [{ personId: row.person_id }] : [])),
    });
    const kinds = await kindsById(tx);
    const offers = rows.map((row) =>
      shown(row, kinds, {
        name: row.member_id ? (members.get(row.member_id) ?? '') : (details.get(row.person_id, 'name') ?? ''),
        phone: details.get(row.person_id, 'phone') ?? '',
        mail: details.get(row.person_id, 'mail') ?? '',
        words: details.get(row.person_id, 'description', row.id) ?? '',
      }),
    );
    return { now: tx.now, offers };
  });
}

async function kindsById(tx: GroupReader): Promise<ReadonlyMap<string, CatalogKind>> {
  const rows = await tx.db
    .selectFrom('kinds')
    .select(['id', 'definition'])
    .where('group_id', '=', tx.groupId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.definition as CatalogKind]));
}

function shown(
  row: OfferRow,
  kinds: ReadonlyMap<string, CatalogKind>,
  own: Pick<ShownOffer, 'name' | 'phone' | 'mail' | 'words'>,
): ShownOffer {
  const kind = kinds.get(row.kind_id);
  if (!kind) throw new Error(`Offer ${row.id} is of no kind of this group`);
  return {
    ...own,
    id: row.id,
    code: row.code,
    kind,
    standing: row.standing,
    quantity: row.quantity,
    unit: row.entered_unit,
    figure: row.entered_amount,
    hours: row.hours as readonly AvailableHours[],
    window:
      row.window_from === null || row.window_to === null ? null : { fromAt: row.window_from, untilAt: row.window_to },
    reachMeters: row.reach_meters,
    asksPerWeekMax: row.asks_per_week_max,
    askBy: row.ask_by,
    pausedUntil: row.paused_until,
    isWithdrawn: row.state === 'withdrawn',
    isTakenIn: row.taken_in_at !== null,
    confirmedAt: row.last_confirmed_at,
  };
}
