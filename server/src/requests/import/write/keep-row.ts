import { dayMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../../../context.ts';
import type { GroupTransaction } from '../../../database/database.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { placeDetails, placeOf, type PlaceToKeep, rawDays } from '../../request-columns.ts';
import type { PersonOfRow } from '../rows/person-of-row.ts';
import { rawOf, rowOfRaw } from '../rows/read-row.ts';
import type { Row } from '../rows/row-cells.ts';
import type { RowChange } from './row-change.ts';

/** The row as it came, kept with the person for as long as what came in is kept. */
export function rawDetail(tx: GroupTransaction, subjectId: string, row: Row): Detail {
  return { field: 'raw', value: rawOf(row), subjectId, expiresAt: tx.now + rawDays * dayMs };
}

/** Who a row is about, as details; the place apart, since its clear half is a row of its own. */
export function personDetails({ name, phone, mail }: PersonOfRow): readonly Detail[] {
  return filled([
    { field: 'name', value: name },
    { field: 'phone', value: phone },
    { field: 'mail', value: mail },
  ]);
}

/** What is empty was not said, and of a new person nothing need be kept of it. */
export function filled(details: readonly Detail[]): readonly Detail[] {
  return details.filter(({ value }) => value !== '');
}

/** Of how somebody is called and reached, what a changed row says anew; what it has no more is emptied. */
export function changedDetails({ says }: RowChange, { name, phone, mail }: PersonOfRow): readonly Detail[] {
  return [
    ...(says('name') ? [{ field: 'name', value: name } as const] : []),
    ...(says('phone') ? [{ field: 'phone', value: phone } as const] : []),
    ...(says('mail') ? [{ field: 'mail', value: mail } as const] : []),
  ];
}

/** The place a row names, if any, with what the vault keeps of it. */
export function placeOfPerson(
  tx: GroupTransaction,
  { place }: PersonOfRow,
): { readonly place: PlaceToKeep | null; readonly details: readonly Detail[] } {
  const kept = placeOf(tx, place);
  return { place: kept, details: filled(placeDetails(kept)) };
}

/** The row that stood there before the last change; undefined when it is gone, or was too long to be kept whole. */
export async function rowBefore(context: Context, tx: GroupTransaction, subjectId: string): Promise<Row | undefined> {
  const known = await context.vault.open(tx, { subjectIds: [subjectId], fields: ['raw-before'] });
  return rowOfRaw(known.at(-1)?.value ?? '');
}
