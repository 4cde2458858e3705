import { TableError } from '../table-row.ts';

/** Very many texts, kept as bytes: as JavaScript's strings a workbook's hundred thousand texts took three times the memory. */
export interface TextStore {
  readonly size: () => number;
  readonly add: (text: string) => void;
  readonly at: (index: number) => string;
}

/** Refuses what would go beyond `bytesMax`. */
export function textStore(bytesMax: number): TextStore {
  let bytes = Buffer.allocUnsafe(65_536);
  let ends = new Uint32Array(4096);
  let count = 0;
  let used = 0;
  return {
    size: () => count,
    add: (text) => {
      const length = Buffer.byteLength(text);
      if (used + length + count * 4 > bytesMax) throw new TableError({ code: 'unpacks-too-big' });
      if (used + length > bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, used + length));
      if (count === ends.length) {
        const more = new Uint32Array(ends.length * 2);
        more.set(ends);
        ends = more;
      }
      used += bytes.write(text, used);
      ends[count] = used;
      count += 1;
    },
    at: (index) => (index >= 0 && index < count ? bytes.toString('utf8', ends[index - 1] ?? 0, ends[index]) : ''),
  };
}
