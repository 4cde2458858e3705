import type { PersonId, PlaceId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../../../context.ts';
import type { GroupTransaction } from '../../../database/database.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { placeDetails, placeOf, type PlaceToKeep, rawDays } from '../../request-columns.ts';
import type { PersonOfRow } from '../rows/person-of-row.ts';
import { rawOf, rowOfRaw } from '../rows/read-row.ts';
import type { Row } from '../rows/row-cells.ts';

/** The row as it came, kept with the person for as long as what came in is kept. */
export function rawDetail(tx: GroupTransaction, subjectId: string, row: Row): Detail {
  return { field: 'raw', value: rawOf(row), subjectId, expiresAt: tx.now + rawDays * dayMs };
}

/** Who a row is about, as details; the place apart, since its clear half is a row of its own. */
export function personDetails({ name, phone, mail }: PersonOfRow): readonly Detail[] {
  const details: readonly Detail[] = [
    { field: 'name', value: name },
    { field: 'phone', value: phone },
    { field: 'mail', value: mail },
  ];
  return details.filter(({ value }) => value !== '');
}

/** The place a row names, if any, with what the vault keeps of it. */
export function placeOfPerson(
  tx: GroupTransaction,
  { place }: PersonOfRow,
  id?: PlaceId,
): { readonly place: PlaceToKeep | null; readonly details: readonly Detail[] } {
  const made = placeOf(tx, place);
  const kept = made && id ? { ...made, id } : made;
  return { place: kept, details: placeDetails(kept).filter(({ value }) => value !== '') };
}

/**
 * What must be kept beside a change: the row as it is now, and the one before it, from which undoing puts everything back.
 * Both go when what came in goes.
 */
export async function rawChange(
  context: Context,
  tx: GroupTransaction,
  { personId, subjectId, row }: { readonly personId: PersonId; readonly subjectId: string; readonly row: Row },
): Promise<readonly Detail[]> {
  const known = await context.vault.open(tx, { personIds: [personId], subjectIds: [subjectId], fields: ['raw'] });
  const before = known.at(-1)?.value ?? '';
  return [
    rawDetail(tx, subjectId, row),
    { field: 'raw-before', value: before, subjectId, expiresAt: tx.now + rawDays * dayMs },
  ];
}

/** The row that stood there before the last change; undefined when it is gone, or was too long to be kept whole. */
export async function rowBefore(context: Context, tx: GroupTransaction, subjectId: string): Promise<Row | undefined> {
  const known = await context.vault.open(tx, { subjectIds: [subjectId], fields: ['raw-before'] });
  return rowOfRaw(known.at(-1)?.value ?? '');
}
