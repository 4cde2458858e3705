import type { OfferId } from '@barnraise/kernel/ids.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';

import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import type { OffersTable } from '../database/schema.ts';
import type { NewOffer } from './offer-form.ts';

export type OfferRow = Selectable<OffersTable>;
export type OfferChange = Omit<Updateable<OffersTable>, 'group_id' | 'id' | 'version'>;

export async function insertOffer(tx: GroupTransaction, row: Omit<Insertable<OffersTable>, 'group_id'>): Promise<void> {
  await tx.db
    .insertInto('offers')
    .values({ ...row, group_id: tx.groupId })
    .execute();
  tx.changed('offers', row.id);
}

export async function changeOfferRow(tx: GroupTransaction, id: OfferId, change: OfferChange): Promise<void> {
  await tx.db
    .updateTable('offers')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('offers', id);
}

export async function lockOffer(tx: GroupTransaction, id: OfferId): Promise<OfferRow | undefined> {
  return tx.db
    .selectFrom('offers')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function readOfferByLink(tx: GroupReader, linkHash: Buffer): Promise<OfferRow | undefined> {
  return tx.db
    .selectFrom('offers')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('link_hash', '=', linkHash)
    .executeTakeFirst();
}

/** What the form says, as columns. */
export function offerColumns(offer: NewOffer) {
  return {
    kind_id: offer.kind.id,
    standing: offer.standing,
    quantity: offer.quantity,
    entered_amount: offer.entered?.figure ?? null,
    entered_unit: offer.entered?.unit ?? null,
    hours: JSON.stringify(offer.hours),
    window_from: at(offer.window?.fromAt),
    window_to: at(offer.window?.untilAt),
    reach_meters: offer.reachMeters,
    asks_per_week_max: offer.asksPerWeekMax,
    ask_by: offer.askBy,
    cell: offer.cell,
  };
}
