import type { OfferId, PersonId } from '@barnraise/kernel/ids.ts';

import { at, type GroupTransaction } from '../../../database/database.ts';
import { insertRows } from '../../../database/insert-rows.ts';
import { freshId } from '../../../database/new-id.ts';
import { freshShortCode } from '../../fresh-code.ts';
import type { NewNeed } from '../../new-request.ts';
import type { OfferOfRow } from '../rows/offer-of-row.ts';
import type { RowToWrite, WritingImport } from './subject-writer.ts';

interface Giver {
  readonly personId: PersonId;
  readonly cell: string | null;
}

/** One row of a helper: an offer of each kind that it names, the first of which stands for the row. */
export function insertOffersOf(
  tx: GroupTransaction,
  row: RowToWrite<OfferOfRow>,
  giver: Giver & { readonly id: OfferId },
  run: WritingImport,
): void {
  const [first, ...further] = row.said.gives;
  if (!first) throw new Error('A row without a kind came as far as being written.');
  tx.later(insertRows('offers', [offerRow(tx, first, giver, { id: giver.id, source: run.source, key: row.key })]));
  tx.changed('offers', giver.id);
  insertFurther(tx, row, giver, further, 1, run);
}

/** The other kinds of one row: offers of the same person, numbered behind the first. */
export function insertFurther(
  tx: GroupTransaction,
  row: RowToWrite<OfferOfRow>,
  giver: Giver,
  gives: readonly NewNeed[],
  taken: number,
  run: WritingImport,
): void {
  const rows = gives.map((one, index) =>
    offerRow(tx, one, giver, { id: freshId<OfferId>(tx), source: run.source, key: `${row.key}/${taken + index + 1}` }),
  );
  if (rows.length > 0) tx.later(insertRows('offers', rows));
  for (const { id } of rows) tx.changed('offers', id);
}

function offerRow(
  tx: GroupTransaction,
  { kind, quantity, entered }: NewNeed,
  { personId, cell }: Giver,
  named: { readonly id: OfferId; readonly source: string; readonly key: string },
) {
  return {
    group_id: tx.groupId,
    id: named.id,
    code: freshShortCode(tx),
    provider_kind: 'neighbor' as const,
    person_id: personId,
    kind_id: kind.id,
    standing: true,
    quantity,
    entered_amount: entered.figure,
    entered_unit: entered.unit,
    cell,
    source: named.source,
    source_key: named.key,
    last_confirmed_at: at(tx.now),
    created_at: at(tx.now),
  };
}
