import type { PersonId, PlaceId } from '@barnraise/kernel/ids.ts';

import type { GroupTransaction } from '../../../database/database.ts';
import { freshId } from '../../../database/new-id.ts';
import { publicCell } from '../../../people/point.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { placeDetails } from '../../request-columns.ts';
import type { GivenPlace } from '../../new-request.ts';

/** Brings the place that came with somebody to what their row says now; gives its rough area, and what the vault keeps. */
export async function changePlaceOf(
  tx: GroupTransaction,
  personId: PersonId,
  given: GivenPlace,
): Promise<{ readonly cell: string | null; readonly details: readonly Detail[] }> {
  const known = await tx.db
    .selectFrom('places')
    .select(['id', 'cell'])
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .where('label', '=', '')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const id = known?.id ?? freshId<PlaceId>(tx);
  // An address without a point leaves the rough area as it was: a corrected house number is the usual reason.
  const cell = given.point ? publicCell(given.point) : (known?.cell ?? null);
  await tx.db
    .insertInto('places')
    .values({ group_id: tx.groupId, id, person_id: personId, cell })
    .onConflict((conflict) => conflict.columns(['group_id', 'id']).doUpdateSet({ cell }))
    .execute();
  tx.changed('places', id);
  return { cell, details: placeDetails({ id, cell, given }) };
}
