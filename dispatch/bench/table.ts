/** One table of the report. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** What has to hold, in words. */
  readonly target: string;
  run(): Promise<TableResult>;
}

export interface TableResult {
  /** The figure the table is about. */
  readonly value: number;
  readonly met: boolean;
  readonly summary: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** As Markdown, figures short. */
export function renderTable(table: Table, result: TableResult, note: string): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(show).join(' | ')} |`;
  return [
    `## ${table.title}`,
    '',
    `Target: ${table.target}. Measured: ${result.summary} (${note}).`,
    '',
    line(result.header),
    line(result.header.map(() => '---')),
    ...result.rows.map(line),
    '',
  ].join('\n');
}

function show(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(Math.abs(cell) < 10 ? 3 : 2);
}
