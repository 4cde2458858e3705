/** Lines of a text that fit a width. Words that are longer than a line are broken, so that nothing runs off the sheet. */
export function textLines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function pieces(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const broken: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      broken.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...broken, piece];
}

/** At most so many lines; the last one ends in "…" where there were more. */
export function fewLines(
  lines: readonly string[],
  linesMax: number,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  if (lines.length <= linesMax) return lines;
  let last = lines.slice(linesMax - 1).join(' ');
  while (last !== '' && measure(`${last}…`) > width) last = Array.from(last).slice(0, -1).join('');
  return [...lines.slice(0, linesMax - 1), `${last.trimEnd()}…`];
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** True for a line that has to be drawn word by word. */
export function hasRightToLeft(line: string): boolean {
  return rightToLeft.test(line);
}

/**
 * Words of one line in the order in which they are drawn from the left. Letters inside a word are turned by the font;
 * several Hebrew or Arabic words in a row change places, so that they read from the right.
 */
export function drawnOrder(line: string): readonly string[] {
  const words = line.split(' ');
  const drawn: string[] = [];
  let run: string[] = [];
  for (const word of words) {
    if (rightToLeft.test(word)) run.unshift(word);
    else {
      drawn.push(...run, word);
      run = [];
    }
  }
  return [...drawn, ...run];
}
