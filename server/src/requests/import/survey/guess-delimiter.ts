import { readCsv, separatorLine } from '../read/csv/read-csv.ts';
import type { TableEncoding } from '../read/repair-text.ts';

export const delimiters = [',', ';', '\t', '|'] as const;

/** The sign that parts the cells: with which most rows have the same number of cells, and more than one. */
export async function guessDelimiter(head: Uint8Array, encoding: TableEncoding): Promise<string> {
  const stated = separatorLine.exec(
    Buffer.from(head.subarray(0, 200))
      .toString('latin1')
      .replace(/[^ -~\n]/g, ''),
  );
  if (stated?.[1]) return stated[1];
  let best = { delimiter: ',' as string, score: 0 };
  for (const delimiter of delimiters) {
    const score = evenness(await widths(head, delimiter, encoding));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

async function widths(head: Uint8Array, delimiter: string, encoding: TableEncoding): Promise<readonly number[]> {
  const found: number[] = [];
  try {
    for await (const { cells } of readCsv(onePiece(head), { delimiter, encoding })) {
      found.push(cells.length);
      if (found.length === 200) break;
    }
  } catch {
    // The head ends anywhere, within a quote too, and with the wrong sign anything may look broken.
  }
  return found.length > 1 ? found.slice(0, -1) : found;
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Rows alike make a table; of two ways that make one, that with more columns. */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].toSorted((left, right) => right[1] - left[1])[0] ?? [0, 0];
  return width < 2 ? 0 : (count / widths.length) * (1 + Math.min(width, 20) / 20);
}
