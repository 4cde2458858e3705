import { sql } from 'kysely';

import type { GroupTransaction } from '../../../database/database.ts';

/**
 * Deletes people whom an import made, with all that is private about them, unless something else has come to lead to them
 * since. Their places, keys and details go with them.
 */
export async function takeBackPeople(tx: GroupTransaction, personIds: readonly string[]): Promise<void> {
  await sql`
    delete from persons p
    where p.group_id = ${tx.groupId} and p.id = any(${personIds}::uuid[])
      and not exists (select from requests r where r.group_id = p.group_id and r.person_id = p.id)
      and not exists (select from offers o where o.group_id = p.group_id and o.person_id = p.id)
      and not exists (select from members m where m.group_id = p.group_id and m.person_id = p.id)
      and not exists (select from commitments c where c.group_id = p.group_id and c.person_id = p.id)
      and not exists (select from persons o where o.group_id = p.group_id and o.merged_into_id = p.id)
      and not exists (select from asks a where a.group_id = p.group_id and a.person_id = p.id)
      and not exists (select from contact_attempts a where a.group_id = p.group_id and a.person_id = p.id)`.execute(
    tx.db,
  );
}

/** Deletes families that came with rows, unless another request is for them. */
export async function takeBackHouseholds(tx: GroupTransaction, householdIds: readonly string[]): Promise<void> {
  await sql`
    delete from households h
    where h.group_id = ${tx.groupId} and h.id = any(${householdIds}::uuid[])
      and not exists (select from requests r where r.group_id = h.group_id and r.household_id = h.id)`.execute(tx.db);
}
