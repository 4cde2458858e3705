import { DefectFound } from './format-defect.ts';

/**
 * Parses JSON; a syntax error is a defect with its line and column. The engine's own messages say where in three
 * different ways and sometimes not at all, so after a failure the text is scanned again for the first character that
 * cannot stand where it stands.
 */
export function parseJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch {
    const offset = firstBadCharacter(json);
    const before = json.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    throw new DefectFound({ code: 'not-json', line, column, found: json.slice(offset, offset + 12) });
  }
}

const space = /[ \t\n\r]*/y;
// Within quotes everything from the space on may stand but the quote and the backslash.
const string = /"(?:[ !#-[\]-\uFFFF]|\\["\\/bfnrt]|\\u[\dA-Fa-f]{4})*"/y;
const bareword = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Offset of the first character that makes the text no JSON; its length when only the end is missing. */
function firstBadCharacter(text: string): number {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  // A stack of open brackets instead of recursion: a million of them must not overflow the call stack.
  const open: ('{' | '[')[] = [];
  let expects: 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'comma-or-close' = 'value';
  for (;;) {
    skip(space);
    const next = text[at];
    const innermost = open.at(-1);
    const mayClose = expects === 'comma-or-close' || expects.endsWith('or-close');
    if (mayClose && next !== undefined && next === (innermost === '{' ? '}' : innermost === '[' ? ']' : '')) {
      open.pop();
      at++;
      expects = 'comma-or-close';
    } else if (expects === 'comma-or-close') {
      if (open.length === 0 || next !== ',') return at;
      at++;
      expects = innermost === '{' ? 'key' : 'value';
    } else if (expects === 'key' || expects === 'key-or-close') {
      if (!skip(string)) return at;
      skip(space);
      if (text[at] !== ':') return at;
      at++;
      expects = 'value';
    } else if (next === '{' || next === '[') {
      open.push(next);
      at++;
      expects = next === '{' ? 'key-or-close' : 'value-or-close';
    } else {
      if (!skip(string) && !skip(bareword)) return at;
      expects = 'comma-or-close';
    }
  }
}
