/** What windows-1252 has where Latin-1 has control characters (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const specials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');
const macintosh = new TextDecoder('macintosh');

/** In which a file is said to be written. `auto` is UTF-8, or UTF-16 where the bytes show it. */
export const tableEncodings = ['auto', 'utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'] as const;
export type TableEncoding = (typeof tableEncodings)[number];
/** Encodings in which a line's end is one byte, so that a file can be cut into lines before it is read. */
export type LineEncoding = Exclude<TableEncoding, 'utf-16le' | 'utf-16be'>;

export interface DecodedLine {
  readonly text: string;
  /** True when its bytes were no UTF-8, or had been read in the wrong letters before, and were put right. */
  readonly repaired: boolean;
}

/** One line of a file. Bytes that are no UTF-8 are read as windows-1252, in which old spreadsheets save. */
export function decodeLine(bytes: Uint8Array, encoding: LineEncoding): DecodedLine {
  if (encoding === 'windows-1252') return { text: western.decode(bytes), repaired: false };
  if (encoding === 'macintosh') return { text: macintosh.decode(bytes), repaired: false };
  try {
    return { text: strict.decode(bytes), repaired: false };
  } catch {
    return { text: western.decode(bytes), repaired: true };
  }
}

/** Two or three letters that UTF-8 read as windows-1252 looks like: "Ã©" for "é", "â€™" for "’". */
const doubled =
  /[\u00C2-\u00DF][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚†][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;

/** Puts letters right that some program before read in the wrong encoding: "Petit-GoÃ¢ve" → "Petit-Goâve". */
export function repairText(text: string): DecodedLine {
  let repaired = false;
  const right = text.replace(doubled, (letters) => {
    try {
      const whole = strict.decode(Uint8Array.from(Array.from(letters, byteOf)));
      repaired = true;
      return whole;
    } catch {
      return letters;
    }
  });
  return { text: right, repaired };
}

function byteOf(letter: string): number {
  const special = specials.indexOf(letter);
  return special === -1 ? (letter.codePointAt(0) ?? 0) : 0x80 + special;
}
