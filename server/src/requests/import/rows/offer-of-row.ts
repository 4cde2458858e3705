import type { NewNeed } from '../../new-request.ts';
import { kindsOfRow } from './kinds-of-row.ts';
import { personOfRow, type PersonOfRow } from './person-of-row.ts';
import type { RowReader } from './read-row.ts';
import { rowCells } from './row-cells.ts';

/** What somebody on a list of helpers can give, and who they are. */
export interface OfferOfRow {
  readonly giver: PersonOfRow;
  /** One offer of each kind that the row names. */
  readonly gives: readonly NewNeed[];
  readonly words: string;
}

const wordsMax = 4000;

export const offerOfRow: RowReader<OfferOfRow> = (row, rules) => {
  const { columns, kinds } = rules.mapping;
  const cells = rowCells(row);
  const giver = personOfRow(cells, rules);
  if (giver.name === '' && giver.phone === '' && giver.mail === '') return { refusal: { code: 'no-name' } };
  const text = cells.joined(columns.needs, '\n', wordsMax);
  const gives = kindsOfRow(text, cells.cell(kinds?.column), rules).filter((one) => !one.halted);
  if (gives.length === 0) return { refusal: { code: 'no-kind' } };
  const words = [text, cells.joined(columns.words, '\n\n', wordsMax)].filter((part) => part !== '').join('\n\n');
  const remarks = [...giver.remarks, ...(cells.wasRepaired() ? (['repaired-letters'] as const) : [])];
  return { said: { giver, gives, words: words.slice(0, wordsMax) }, remarks };
};
