import { wordsOf } from '../phrase/words.ts';
import { askLines, neitherLines, offerLines } from './model-lines.ts';

/** How much more a text looks like asking, or like offering, than like neither; zero where the words are new. */
export type CountedOdds = { readonly ask: number; readonly offer: number };

type Counts = { readonly seen: ReadonlyMap<string, number>; readonly total: number };

/** More than this a model of some hundred lines may not say. */
const oddsMax = 1.5;
/** Added to every count: what was never seen is not impossible. */
const smoothing = 0.5;

const counts = { ask: countsOf(askLines), offer: countsOf(offerLines), neither: countsOf(neitherLines) };

/** Odds by counted words and pairs of words (naive Bayes), as a small part of what decides. */
export function countedOdds(text: string): CountedOdds {
  const features = featuresOf(text).slice(0, 200);
  const known = features.filter((feature) => Object.values(counts).some(({ seen }) => seen.has(feature)));
  // By the root of their number: words of one message are not independent of each other.
  const share = known.length === 0 ? 0 : 0.7 / Math.sqrt(known.length);
  const oddsOf = (one: Counts): number =>
    share * known.reduce((sum, feature) => sum + Math.log(rate(one, feature) / rate(counts.neither, feature)), 0);
  return { ask: within(oddsOf(counts.ask)), offer: within(oddsOf(counts.offer)) };
}

function rate({ seen, total }: Counts, feature: string): number {
  return ((seen.get(feature) ?? 0) + smoothing) / (total + 1);
}

function within(odds: number): number {
  return Math.max(-oddsMax, Math.min(oddsMax, odds));
}

function countsOf(lines: string): Counts {
  const seen = new Map<string, number>();
  const all = lines.trim().split('\n');
  for (const line of all)
    for (const feature of new Set(featuresOf(line))) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return { seen, total: all.length };
}

/** Words and pairs of words, and the mark at the end of a question. */
function featuresOf(text: string): readonly string[] {
  const words = wordsOf(text.slice(0, 2000)).map((word) => word.plain);
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
  return [...words, ...pairs, ...(/[?]/.test(text) ? ['?'] : [])];
}
