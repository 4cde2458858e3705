import { parseId, type PersonId, type PlaceId } from '@barnraise/kernel/ids.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { findByWords } from './find-by-words.ts';
import { readDetails } from './read-details.ts';

export interface PlaceLine {
  readonly id: PlaceId;
  readonly label: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string;
  readonly words: string;
}

export interface PlacesList {
  readonly places: readonly PlaceLine[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

const perPage = 25;

/**
 * Powers the list of places that have a name: pantries, shelters, halls. Where a neighbor lives is a place without one,
 * and is not in it. Whom to call there is opened on record.
 */
export async function placesList(
  context: Context,
  caller: Caller,
  { search, after }: { readonly search: string; readonly after: string | null },
): Promise<PlacesList | undefined> {
  if (!canSeeInbox(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const contacts = search === '' ? [] : await findByWords(context, tx, search);
    const rows = await placeRows(tx, search, contacts, parseId<PlaceId>(after));
    const page = rows.slice(0, perPage);
    const details = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'intake',
      fields: ['address', 'phone', 'mail', 'description'],
      wanted: page.flatMap(({ person_id }) => (person_id === null ? [] : [{ personId: person_id }])),
    });
    const places = page.map(({ id, label, person_id: personId }) => ({
      id,
      label,
      address: details.get(personId, 'address', id) ?? '',
      phone: details.get(personId, 'phone') ?? '',
      mail: details.get(personId, 'mail') ?? '',
      words: details.get(personId, 'description', id) ?? '',
    }));
    return { places, next: rows.length > perPage ? page.at(-1)?.id : undefined };
  });
}

/** A place is found by a part of its name, which is clear, or by the words that its contact holds. */
function placeRows(tx: GroupReader, search: string, contacts: readonly PersonId[], after: PlaceId | undefined) {
  return tx.db
    .selectFrom('places')
    .select(['id', 'label', 'person_id'])
    .where('group_id', '=', tx.groupId)
    .where('label', '<>', '')
    .$if(search !== '', (query) =>
      query.where(
        sql<boolean>`(position(lower(${search}) in lower(label)) > 0 or person_id = any(${contacts}::uuid[]))`,
      ),
    )
    .$if(after !== undefined, (query) => query.where('id', '<', after as PlaceId))
    .orderBy('id', 'desc')
    .limit(perPage + 1)
    .execute();
}
