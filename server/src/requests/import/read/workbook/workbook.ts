import type { TableRow } from '../table-row.ts';

/** A sheet of a workbook. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows in which some cell says something; for XLSX, rows that have cells. */
  readonly rows: number;
}

/** An open workbook; of its cells only those of the row that is being read are in memory. */
export interface Workbook {
  /** The list of its sheets, for which each is gone through. */
  readonly sheets: () => Promise<readonly SheetInfo[]>;
  /** True when it has pictures: a scanned page pasted in is no table. */
  readonly hasPicture: boolean;
  readonly rows: (sheet: string) => AsyncGenerator<TableRow>;
}
