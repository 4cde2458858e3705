import { sniffUtf16 } from '../read/csv/sniff-utf16.ts';
import type { TableEncoding } from '../read/repair-text.ts';

export interface EncodingGuess {
  readonly encoding: TableEncoding;
  /** Others in which the letters look as likely, the guess among them; empty when it is clear. */
  readonly alternatives: readonly TableEncoding[];
}

const strict = new TextDecoder('utf-8', { fatal: true });
const likely = /[áéíóúñüàèìòùâêîôûçäöëïãõÁÉÍÓÚÑÜÇÀÈÊ¿¡ºª°’‘“”€£]/gu;
const letterLike = /(?<=\p{L})[^\p{L}\p{M}\p{ASCII}’](?=\p{L})/gu;

/**
 * In which encoding a file is that is not all UTF-8. `auto` reads UTF-8 and, line by line, windows-1252; a whole file of an
 * old Macintosh has its accents elsewhere, so both are tried and the one with likelier letters is taken.
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  const wide = sniffUtf16(head);
  if (wide) return { encoding: wide, alternatives: [] };
  const lines = oddLines(Buffer.from(head));
  if (lines.length === 0) return { encoding: 'auto', alternatives: [] };
  const bytes = Buffer.concat(lines);
  const western = plausibility(bytes, 'windows-1252');
  const mac = plausibility(bytes, 'macintosh');
  if (mac > western && mac > 0)
    return { encoding: 'macintosh', alternatives: western > 0 ? ['macintosh', 'auto'] : [] };
  return { encoding: 'auto', alternatives: mac > 0 && mac === western ? ['auto', 'macintosh'] : [] };
}

/** Lines that are no UTF-8. The last is left out: the head may end within a letter. */
function oddLines(head: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let start = 0; start < head.length;) {
    const end = head.indexOf(0x0a, start);
    if (end === -1 && start > 0) break;
    const line = head.subarray(start, end === -1 ? head.length : end + 1);
    if (!isUtf8(line)) found.push(line);
    start += line.length;
  }
  return found;
}

function isUtf8(line: Uint8Array): boolean {
  try {
    strict.decode(line);
    return true;
  } catch {
    return false;
  }
}

/** Letters that English, Spanish and their neighbors have, less signs that stand inside of words. */
function plausibility(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  return (text.match(likely)?.length ?? 0) - 2 * (text.match(letterLike)?.length ?? 0);
}
