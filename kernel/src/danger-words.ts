import { dangerPhrases, type DangerCode, type DangerPhrase } from './danger-phrases.ts';
import { emergencyLineKinds, type EmergencyLineKind } from './emergency-lines.ts';
import { normalText } from './normal-text.ts';

/** What was found: `words` as they stand in the normalized text, for the coordinator who wants to know why. */
export type DangerMatch = {
  readonly code: DangerCode;
  readonly line: EmergencyLineKind;
  readonly sure: boolean;
  readonly words: string;
};

/** Longer texts are read up to here; the form takes less. */
const wordsMax = 4000;

/**
 * Words of danger in a text, in any case and spelling of accents, each code once, the surest first. The number is shown
 * at a match and the request goes on as it is: nothing is held back or sent anywhere because of it.
 */
export function dangerWords(text: string): readonly DangerMatch[] {
  const words = normalText(text).split(' ').slice(0, wordsMax);
  const found = new Map<DangerCode, DangerMatch>();
  for (const phrase of dangerPhrases) {
    const known = found.get(phrase.code);
    if (known?.sure === true || (known && !phrase.sure)) continue;
    const at = findPhrase(words, phrase);
    if (at === undefined) continue;
    const { code, line, sure } = phrase;
    found.set(code, { code, line, sure, words: words.slice(at.from, at.until).join(' ') });
  }
  return [...found.values()].toSorted((a, b) => Number(b.sure) - Number(a.sure));
}

/** The lines to show, the emergency number first whenever anything was found: it is right for all of them. */
export function linesToShow(matches: readonly DangerMatch[]): readonly EmergencyLineKind[] {
  if (matches.length === 0) return [];
  const wanted = new Set<EmergencyLineKind>(matches.map((match) => match.line));
  return emergencyLineKinds.filter((kind) => kind === 'emergency' || wanted.has(kind));
}

/** True when whoever is on duty must hear of it at once. */
export function alertsDuty(matches: readonly DangerMatch[]): boolean {
  return matches.some((match) => match.sure);
}

type Span = { readonly from: number; readonly until: number };

function findPhrase(words: readonly string[], phrase: DangerPhrase): Span | undefined {
  const [first] = phrase.words;
  for (let from = words.indexOf(first ?? ''); from !== -1; from = words.indexOf(first ?? '', from + 1)) {
    const until = matchFrom(words, from, phrase);
    if (until !== undefined && !isExcepted(words, { from, until }, phrase)) return { from, until };
  }
  return undefined;
}

/** Where the phrase that begins at `from` ends, or undefined when it is not all there. */
function matchFrom(words: readonly string[], from: number, phrase: DangerPhrase): number | undefined {
  let at = from;
  for (const wanted of phrase.words.slice(1)) {
    const next = words.slice(at + 1, at + 2 + phrase.gap).indexOf(wanted);
    if (next === -1) return undefined;
    at += next + 1;
  }
  return at + 1;
}

function isExcepted(words: readonly string[], span: Span, phrase: DangerPhrase): boolean {
  const before = words[span.from - 1] ?? '';
  const after = words[span.until] ?? '';
  return phrase.notAfter.includes(before) || phrase.notBefore.includes(after);
}
