import { dangerEntries, dangerLines, type DangerCode, type DangerEntry } from './danger-phrases.ts';
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

/** An entry as it is looked for: its phrases as words in a row. */
type Search = {
  readonly code: DangerCode;
  readonly sure: boolean;
  readonly gap: number;
  readonly phrases: readonly (readonly string[])[];
  readonly notAfter: ReadonlySet<string>;
  readonly notBefore: ReadonlySet<string>;
};

const searches: readonly Search[] = dangerEntries.map((entry) => ({
  code: entry.code,
  sure: entry.sure,
  gap: entry.gap ?? 0,
  phrases: entry.phrases.split(',').map((phrase) => phrase.trim().split(/\s+/)),
  notAfter: exceptions(entry.notAfter),
  notBefore: exceptions(entry.notBefore),
}));

function exceptions(words: DangerEntry['notAfter']): ReadonlySet<string> {
  return new Set((words ?? '').split(/\s+/).filter((word) => word !== ''));
}

/**
 * Words of danger in a text, in any case and spelling of accents, each code once, the surest first. The number is shown
 * at a match and the request goes on as it is: nothing is held back or sent anywhere because of it.
 */
export function dangerWords(text: string): readonly DangerMatch[] {
  const words = normalText(text).split(' ').slice(0, wordsMax);
  const found = new Map<DangerCode, DangerMatch>();
  for (const search of searches) {
    const known = found.get(search.code);
    if (known && (known.sure || !search.sure)) continue;
    const match = search.phrases.map((phrase) => findPhrase(words, phrase, search)).find((span) => span !== undefined);
    if (match === undefined) continue;
    const { code, sure } = search;
    found.set(code, { code, line: dangerLines[code], sure, words: words.slice(match.from, match.until).join(' ') });
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

function findPhrase(words: readonly string[], phrase: readonly string[], search: Search): Span | undefined {
  const [first = ''] = phrase;
  for (let from = words.indexOf(first); from !== -1; from = words.indexOf(first, from + 1)) {
    const until = matchFrom(words, from, phrase, search.gap);
    if (until !== undefined && !isExcepted(words, { from, until }, search)) return { from, until };
  }
  return undefined;
}

/** Where the phrase that begins at `from` ends, or undefined when it is not all there. */
function matchFrom(words: readonly string[], from: number, phrase: readonly string[], gap: number): number | undefined {
  let at = from;
  for (const wanted of phrase.slice(1)) {
    const next = words.slice(at + 1, at + 2 + gap).indexOf(wanted);
    if (next === -1) return undefined;
    at += next + 1;
  }
  return at + 1;
}

function isExcepted(words: readonly string[], span: Span, search: Search): boolean {
  return search.notAfter.has(words[span.from - 1] ?? '') || search.notBefore.has(words[span.until] ?? '');
}
