import type { PersonId } from '@barnraise/kernel/ids.ts';

import type { GroupTransaction } from '../database/database.ts';
import { type Details, readDetails } from '../people/read-details.ts';
import type { DetailField } from '../people/vault-fields.ts';
import type { Order } from './exported-table.ts';

/** Opens these details of one part's people, on record for each of them; nothing where nobody asked for details. */
export async function openPeople(
  tx: GroupTransaction,
  { context, caller, isPrivate }: Order,
  people: readonly (PersonId | null)[],
  fields: readonly DetailField[],
): Promise<Details> {
  const ids = isPrivate ? new Set(people.filter((id) => id !== null)) : [];
  return readDetails(context, tx, {
    actor: caller.actor,
    purpose: 'export',
    fields,
    wanted: [...ids].map((personId) => ({ personId })),
  });
}
