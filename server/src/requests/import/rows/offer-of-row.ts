import type { NewNeed } from '../../new-request.ts';
import { kindsOfRow } from './kinds-of-row.ts';
import { personOfRow, type PersonOfRow } from './person-of-row.ts';
import type { RowReader } from './read-row.ts';
import { rowCells, wordsMax } from './row-cells.ts';

/** What somebody on a list of helpers can give, and who they are. */
export interface OfferOfRow {
  readonly giver: PersonOfRow;
  /** One offer of each kind that the row names. */
  readonly gives: readonly NewNeed[];
  readonly words: string;
}

export const offerOfRow: RowReader<OfferOfRow> = (row, rules) => {
  const { columns, kinds } = rules.mapping;
  const cells = rowCells(row);
  const giver = personOfRow(cells, rules);
  if (giver.name === '' && giver.phone === '' && giver.mail === '') return { refusal: { code: 'no-name' } };
  const text = cells.joined(columns.needs, '\n', wordsMax);
  const gives = kindsOfRow(text, cells.cell(kinds?.column), rules).filter((one) => !one.halted);
  if (gives.length === 0) return { refusal: { code: 'no-kind' } };
  const words = cells.words(text, ...(columns.words ?? []).map(cells.cell));
  return { said: { giver, gives, words }, remarks: [...giver.remarks, ...cells.remarks()] };
};
