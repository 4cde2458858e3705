/** A cell that begins so is a formula to a spreadsheet, and could send what stands beside it elsewhere. */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens safely and in the right letters: with a byte order mark, every cell in
 * quotes, and an apostrophe before whatever would be taken for a formula.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value);
    return `"${text.replaceAll('"', '""')}"`;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
