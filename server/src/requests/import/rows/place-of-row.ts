import { personOfRow, type PersonOfRow } from './person-of-row.ts';
import type { RowReader } from './read-row.ts';
import { rowCells } from './row-cells.ts';

/** A pantry, a shelter, a hall: its name is for everybody, whom to call there is not. */
export interface PlaceOfRow {
  readonly label: string;
  readonly contact: PersonOfRow;
  readonly words: string;
}

const labelMax = 200;

export const placeOfRow: RowReader<PlaceOfRow> = (row, rules) => {
  const { columns } = rules.mapping;
  const cells = rowCells(row);
  const contact = personOfRow(cells, rules);
  if (contact.name === '') return { refusal: { code: 'no-name' } };
  const words = cells.words(...[...(columns.needs ?? []), ...(columns.words ?? [])].map(cells.cell));
  const said = { label: contact.name.slice(0, labelMax), contact, words };
  return { said, remarks: [...contact.remarks, ...cells.remarks()] };
};
