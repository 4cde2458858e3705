import { type HouseholdId, parseId, type PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { findByWords } from './find-by-words.ts';
import { sizeOfBands } from './household-table.ts';
import { readDetails } from './read-details.ts';

export interface HouseholdLine {
  readonly id: HouseholdId;
  readonly personId: PersonId;
  readonly name: string;
  readonly phone: string;
  /** Undefined where nobody asked. */
  readonly size: number | undefined;
  readonly language: string;
  readonly words: string;
  readonly lastVisitAt: Instant;
}

export interface HouseholdsList {
  readonly now: Instant;
  readonly households: readonly HouseholdLine[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

const perPage = 25;

/** Powers the list of families that the group knows, newest first. What it opens is on record, as on any page. */
export async function householdsList(
  context: Context,
  caller: Caller,
  { search, after }: { readonly search: string; readonly after: string | null },
): Promise<HouseholdsList | undefined> {
  if (!canSeeInbox(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const found = search === '' ? undefined : await findByWords(context, tx, search);
    const rows = await householdRows(tx, found, parseId<HouseholdId>(after));
    const page = rows.slice(0, perPage);
    const details = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'intake',
      fields: ['name', 'phone', 'description'],
      wanted: page.map(({ person_id }) => ({ personId: person_id })),
    });
    const households = page.map((row): HouseholdLine => {
      return {
        id: row.id,
        personId: row.person_id,
        name: details.get(row.person_id, 'name') ?? '',
        phone: details.get(row.person_id, 'phone') ?? '',
        size: sizeOfBands(row.bands),
        language: row.language,
        words: details.get(row.person_id, 'description', row.id) ?? '',
        lastVisitAt: row.last_visit_at,
      };
    });
    return { now: tx.now, households, next: rows.length > perPage ? page.at(-1)?.id : undefined };
  });
}

/** Families that were not merged away and whose head was not erased, with who speaks for each; whoever asks narrows them down. */
export function knownHouseholds(tx: GroupReader) {
  return tx.db
    .selectFrom('households as h')
    .innerJoin('household_persons as o', (join) =>
      join.onRef('o.group_id', '=', 'h.group_id').onRef('o.household_id', '=', 'h.id').on('o.part', '=', 'head'),
    )
    .innerJoin('persons as p', (join) => join.onRef('p.group_id', '=', 'o.group_id').onRef('p.id', '=', 'o.person_id'))
    .select(['h.id', 'h.bands', 'h.language', 'o.person_id', 'p.last_visit_at'])
    .where('h.group_id', '=', tx.groupId)
    .where('h.merged_into_id', 'is', null)
    .where('p.erased_at', 'is', null);
}

/** Ids are in the order in which they were made. */
function householdRows(tx: GroupReader, found: readonly PersonId[] | undefined, after: HouseholdId | undefined) {
  return knownHouseholds(tx)
    .$if(found !== undefined, (query) => query.where('p.id', '=', sql<PersonId>`any(${found ?? []}::uuid[])`))
    .$if(after !== undefined, (query) => query.where('h.id', '<', after as HouseholdId))
    .orderBy('h.id', 'desc')
    .limit(perPage + 1)
    .execute();
}
