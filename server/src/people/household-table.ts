import { type AgeCounts, householdSize } from '@barnraise/kernel/household.ts';
import type { HouseholdId, PersonId } from '@barnraise/kernel/ids.ts';

import type { GroupTransaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';

/** A household on its way in, with the person who speaks for it. */
export interface NewHousehold {
  readonly id: HouseholdId;
  readonly personId: PersonId;
  readonly language: string;
  readonly household: { readonly people: AgeCounts; readonly size: number | null };
}

/** Writes new households, each with its head. */
export function insertHouseholds(tx: GroupTransaction, households: readonly NewHousehold[]): void {
  if (households.length === 0) return;
  const group_id = tx.groupId;
  const rows = households.map(({ id, language, household }) => ({ group_id, id, language, bands: bandsOf(household) }));
  const heads = households.map(({ id, personId }) => ({
    group_id,
    household_id: id,
    person_id: personId,
    part: 'head' as const,
  }));
  tx.later(insertRows('households', rows));
  tx.later(insertRows('household_persons', heads));
  for (const { id } of households) tx.changed('households', id);
}

/** Counts by age as they are kept; the size of all beside them, where nobody asked for ages. */
export function bandsOf({ people, size }: NewHousehold['household']): string {
  return JSON.stringify({ ...people, ...(size !== null && { size }) });
}

/** How many live there, from the bands as they are kept; undefined where nobody asked. */
export function sizeOfBands(bands: unknown): number | undefined {
  const { size = null, ...people } = bands as AgeCounts & { readonly size?: number };
  return householdSize({ people, size });
}
