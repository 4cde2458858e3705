/**
 * One text that was judged by a person: what it needs, and what it turns down (`-`), by the catalog's codes in any order; `a|b`
 * where either is right, `*` where it turns everything down, `?` before what may be found and need not, nothing where it needs
 * nothing that can be named.
 */
export type JudgedNeeds = readonly [text: string, needs: string];

/** Reads lines of `text => needs`. */
export function judged(lines: string): readonly JudgedNeeds[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', needs = ''] = line.split(/ => ?/);
      return [text, needs.trim()] as const;
    });
}
