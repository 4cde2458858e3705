import type { AgeCounts } from '@barnraise/kernel/household.ts';
import { householdSizeMax } from '@barnraise/kernel/household.ts';

import { personOfRow, type PersonOfRow } from './person-of-row.ts';
import type { RowReader, RowRefusal, RowRules } from './read-row.ts';
import { type RowCells, rowCells } from './row-cells.ts';

/** A family as an opening list has it. */
export interface HouseholdOfRow {
  readonly head: PersonOfRow;
  readonly household: { readonly people: AgeCounts; readonly size: number | null };
  readonly words: string;
}

export const householdOfRow: RowReader<HouseholdOfRow> = (row, rules) => {
  const { columns } = rules.mapping;
  const cells = rowCells(row);
  const head = personOfRow(cells, rules);
  if (head.name === '' && head.phone === '') return { refusal: { code: 'no-name' } };
  const household = sizeOfRow(cells, rules);
  if ('code' in household) return { refusal: household };
  const words = cells.words(...[...(columns.needs ?? []), ...(columns.words ?? [])].map(cells.cell));
  return { said: { head, household, words }, remarks: [...head.remarks, ...cells.remarks()] };
};

/**
 * How many live there: of all, and of grown-ups and children where the sheet tells them apart. "Children" has no ages, so
 * only grown-ups are counted in a band; the size says the rest.
 */
export function sizeOfRow(
  { cell }: RowCells,
  { mapping: { columns } }: RowRules,
): HouseholdOfRow['household'] | Extract<RowRefusal, { code: 'count-not-read' }> {
  const texts = { size: cell(columns.size), adults: cell(columns.adults), children: cell(columns.children) };
  const counts = Object.values(texts).map(countOf);
  const wrong = Object.values(texts).find((_, index) => counts[index] === 'not-read');
  if (wrong !== undefined) return { code: 'count-not-read', value: wrong.slice(0, 40) };
  const [size, adults, children] = counts as readonly (number | null)[];
  const together = adults === null && children === null ? null : (adults ?? 0) + (children ?? 0);
  const all = size ?? together;
  if (all === null || all === undefined) return { people: {}, size: null };
  if (all > householdSizeMax) return { code: 'count-not-read', value: String(all) };
  return { people: typeof adults === 'number' ? { '18-to-64': adults } : {}, size: all };
}

function countOf(text: string): number | null | 'not-read' {
  if (text === '') return null;
  const match = /^(\d{1,3})(?:\.0+)?$/.exec(text);
  return match ? Number(match[1]) : 'not-read';
}
