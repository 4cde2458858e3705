import { DefectFound, numberMax } from './format-defect.ts';

/** A line that is not blank, with its number in the file. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text that say anything, trimmed. Takes every kind of line end, and a byte order mark. */
export function textLines(text: string): TextLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
}

/** Takes lines one after the other; what is expected but not there is a defect with its line. */
export interface LineCursor {
  readonly next: (expected: string) => TextLine;
  readonly rest: () => readonly TextLine[];
}

export function lineCursor(text: string): LineCursor {
  const lines = textLines(text);
  let position = 0;
  const lastNumber = lines.at(-1)?.number ?? 1;
  return {
    next: (expected) => {
      const line = lines[position];
      if (!line) throw new DefectFound({ code: 'ends-too-early', line: lastNumber, expected });
      position++;
      return line;
    },
    rest: () => lines.slice(position),
  };
}

/** Takes one line that must hold these words in this order, in any case and spacing. */
export function takeHeader(cursor: LineCursor, expected: string): void {
  const line = cursor.next(expected);
  const words = (text: string) =>
    text
      .toUpperCase()
      .replaceAll(/[\s.]+/g, ' ')
      .trim();
  if (words(line.text) !== words(expected)) {
    throw new DefectFound({ code: 'header-missing', line: line.number, expected, found: line.text.slice(0, 60) });
  }
}

/** The numbers of a line, one for each field name. */
export function numbersOf(line: TextLine, fields: readonly string[]): number[] {
  const words = line.text.split(/\s+/);
  if (words.length !== fields.length) {
    throw new DefectFound({
      code: 'wrong-number-of-fields',
      line: line.number,
      expected: fields.length,
      found: words.length,
    });
  }
  return words.map((word, index) => {
    const field = fields[index]!;
    // Number() alone would take "", "0x10" and "Infinity" for numbers too.
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word)) {
      throw new DefectFound({ code: 'not-a-number', line: line.number, field, found: word.slice(0, 40) });
    }
    const value = Number(word);
    if (Math.abs(value) > numberMax) {
      throw new DefectFound({ code: 'out-of-range', line: line.number, field, found: value });
    }
    return value;
  });
}

/** Refuses a number of a line that is below `least`, or not whole where it should be. */
export function needAtLeast(line: TextLine, field: string, value: number, least: number, isWhole = false): void {
  if (value >= least && (!isWhole || Number.isInteger(value))) return;
  throw new DefectFound({ code: 'out-of-range', line: line.number, field, found: value });
}
