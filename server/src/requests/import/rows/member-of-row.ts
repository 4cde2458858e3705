import { personOfRow, type PersonOfRow } from './person-of-row.ts';
import type { RowReader } from './read-row.ts';
import { rowCells } from './row-cells.ts';

/** Somebody who belongs to the group already, as its list of members has them. */
export type MemberOfRow = PersonOfRow;

export const memberOfRow: RowReader<MemberOfRow> = (row, rules) => {
  const cells = rowCells(row);
  const person = personOfRow(cells, rules);
  if (person.name === '') return { refusal: { code: 'no-name' } };
  return { said: person, remarks: [...person.remarks, ...cells.remarks()] };
};
