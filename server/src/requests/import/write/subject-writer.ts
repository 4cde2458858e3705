import type { Context } from '../../../context.ts';
import type { GroupTransaction } from '../../../database/database.ts';
import type { ImportMapping } from '../mapping.ts';
import type { RowReader } from '../rows/read-row.ts';
import type { Row } from '../rows/row-cells.ts';

export type MadeTable = 'requests' | 'offers' | 'households' | 'members' | 'places';

/** A row that was read, on its way to what it makes or changes. */
export interface RowToWrite<Said> {
  readonly rowNo: number;
  readonly key: string;
  readonly row: Row;
  readonly said: Said;
}

/** The import that writes, as far as what it makes has to know of it. */
export interface WritingImport {
  readonly source: string;
  /** True alerts whoever is on duty about words of danger. */
  readonly alarms: boolean;
  /** How its rows are read: what it has no column for, it says nothing of. */
  readonly mapping: ImportMapping;
}

/**
 * What rows of one subject make: how they are read, written, changed by a later sheet, and taken back. Methods, so that one
 * writer can stand for any: a writer is only ever given what its own `read` made.
 */
export interface SubjectWriter<Said> {
  readonly madeTable: MadeTable;
  /** Codes to be drawn for what a row makes, about. */
  readonly codesOfRow: number;
  readonly read: RowReader<Said>;
  /** Makes what each row says, all at once; the ids stand in the order of the rows. */
  make(
    context: Context,
    tx: GroupTransaction,
    rows: readonly RowToWrite<Said>[],
    run: WritingImport,
  ): Promise<readonly string[]>;
  /** Changes what a row made before. False, and nothing is written, where people have ended it or taken it over. */
  change(
    context: Context,
    tx: GroupTransaction,
    madeId: string,
    row: RowToWrite<Said>,
    run: WritingImport,
  ): Promise<boolean>;
  /** Takes back those on which nobody has built anything, with their people; gives their ids. */
  takeBack(tx: GroupTransaction, ids: readonly string[]): Promise<readonly string[]>;
}
