/** One row of a table as it was read. */
export interface TableRow {
  /** As a spreadsheet shows it, counted from 1. */
  readonly rowNo: number;
  readonly cells: readonly string[];
  /** True when bytes of it were no UTF-8 and were read in another encoding. */
  readonly repaired: boolean;
  /** Cells that held an error of the sheet's own (#N/A) or a formula never worked out; they come out empty. */
  readonly blanked: number;
  /** Of a workbook: its spreadsheet does not show the row, by hand or by a filter. */
  readonly isHidden?: boolean;
}

/** What a table may be. Beyond it, reading ends with a {@link TableProblem} instead of with a full memory. */
export const tableLimits = {
  columns: 500,
  /** What a spreadsheet's cell holds at most. */
  cellCharacters: 32_767,
  lineBytes: 1_048_576,
  rows: 1_000_000,
  /** A workbook is read from memory, since its list of contents stands at its end. */
  workbookBytes: 64 * 1024 * 1024,
  /** What one part of a workbook may unpack to: a million rows of twenty filled cells stay below it. */
  partBytes: 1024 * 1024 * 1024,
  sharedTextBytes: 128 * 1024 * 1024,
  smallPartBytes: 16 * 1024 * 1024,
  parts: 10_000,
  merges: 20_000,
  sheets: 200,
} as const;

export const tableFormats = ['csv', 'xlsx', 'ods'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Why a file cannot be read as a table. */
export type TableProblem =
  | { readonly code: WholeFileProblem }
  | { readonly code: 'too-many-columns' | 'line-too-long' | 'quote-not-closed'; readonly rowNo: number }
  | { readonly code: 'cell-too-long'; readonly rowNo: number; readonly columnNo: number }
  | { readonly code: 'no-such-sheet'; readonly sheet: string }
  | { readonly code: 'no-header-row'; readonly headerRow: number };

export type WholeFileProblem =
  | 'empty-file'
  | 'no-rows'
  | 'is-a-picture'
  | 'is-a-pdf'
  | 'is-a-document'
  | 'is-a-web-page'
  | 'is-an-archive'
  | 'old-excel'
  | 'binary-excel'
  | 'encrypted-workbook'
  | 'not-a-table'
  | 'broken-workbook'
  | 'unpacks-too-big'
  | 'workbook-too-big'
  | 'too-many-rows'
  | 'too-many-sheets'
  /** It lay too long, and is not kept any more. */
  | 'file-forgotten';

/** Ends the reading of a file; `problem` says why in a way that words can be found for. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly problem: TableProblem;

  constructor(problem: TableProblem, cause?: unknown) {
    super(`The file cannot be read: ${JSON.stringify(problem)}`, { cause });
    this.problem = problem;
  }
}
