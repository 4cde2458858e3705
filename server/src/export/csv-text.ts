/**
 * A cell that begins so is a formula to a spreadsheet, and could send what stands beside it elsewhere. The wide signs
 * are what some spreadsheets of East Asia take for the narrow ones.
 */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export type Cell = string | number;

/** Stands before the first line, or some spreadsheets read "ñ" as two letters of another alphabet. */
export const byteOrderMark = '\uFEFF';

/**
 * One row as a line of CSV (RFC 4180) that a spreadsheet opens safely: every cell in quotes, and an apostrophe before
 * whatever would be taken for a formula. Numbers stay numbers, also below zero.
 */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: Cell): string {
  const text = typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}
