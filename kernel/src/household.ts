import type { HouseholdId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { MustKnow } from './must-know.ts';

/** Ages as bands, since help needs no birthday. The first two matter to the month: formula and diapers. */
export const ageBands = [
  'under-6-months',
  '6-to-23-months',
  '2-to-4',
  '5-to-11',
  '12-to-17',
  '18-to-64',
  '65-up',
] as const;
export type AgeBand = (typeof ageBands)[number];

/** How many live there in each band; a band left out was not asked, which is not zero. */
export type AgeCounts = { readonly [Band in AgeBand]?: number };

/** Somebody else collects or speaks for the household. */
export type Proxy = { readonly personId: PersonId; readonly mayCollect: boolean; readonly maySpeak: boolean };

/** People who are helped together. Two households may share a phone or an address. */
export type Household = {
  readonly id: HouseholdId;
  readonly people: AgeCounts;
  /** Of all, where nobody asked for ages. */
  readonly size: number | null;
  /** BCP 47 tag of the language to speak, null where nobody asked. */
  readonly language: string | null;
  readonly mustKnow: MustKnow;
  readonly proxy: Proxy | null;
  readonly lastConfirmedAt: Instant;
  readonly mergedInto: HouseholdId | null;
};

/** A household is at most this large; more is a shelter or a slip. */
export const householdSizeMax = 60;

/** How many people, from the bands where any is known, else from the size; undefined when nobody asked. */
export function householdSize(household: Pick<Household, 'people' | 'size'>): number | undefined {
  const counts = ageBands.map((band) => household.people[band]).filter((count) => count !== undefined);
  if (counts.length === 0) return household.size ?? undefined;
  const counted = counts.reduce((sum, count) => sum + count, 0);
  return Math.max(counted, household.size ?? 0);
}

/** True when a child under two lives there, false when surely not, undefined when nobody asked. */
export function hasInfant(household: Pick<Household, 'people'>): boolean | undefined {
  const youngest = [household.people['under-6-months'], household.people['6-to-23-months']];
  if (youngest.some((count) => (count ?? 0) > 0)) return true;
  return youngest.every((count) => count === 0) ? false : undefined;
}

/** What is wrong with the figures, as codes. */
export function householdFaults(household: Pick<Household, 'people' | 'size'>): readonly string[] {
  const counts = [...Object.values(household.people), household.size ?? 0];
  const whole = counts.every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole) return ['count-invalid'];
  return (householdSize(household) ?? 0) > householdSizeMax ? ['household-too-large'] : [];
}
