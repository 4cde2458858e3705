import type { KindIndex, ReadableKind } from '../phrase/kind-index.ts';
import { classifyMessage, type MessageSort } from './classify.ts';
import type { JudgedMessage } from './judged-chat.ts';
import type { JudgedNeeds } from './judged/judged-lines.ts';
import { needsInText } from './needs-in-text.ts';

/** How what was read compares with what a person judged. */
export type NeedsScore = {
  readonly texts: number;
  readonly right: number;
  readonly missed: number;
  readonly extra: number;
  readonly halts: number;
  readonly haltsMissed: readonly string[];
};

/** Reads judged texts and counts. A lone "no" that is marked as unsure counts as either: the program asks about it. */
export function scoreNeeds<K extends ReadableKind>(judged: readonly JudgedNeeds[], index: KindIndex<K>): NeedsScore {
  const score = { texts: judged.length, right: 0, missed: 0, extra: 0, halts: 0, haltsMissed: [] as string[] };
  for (const [text, expected] of judged) {
    const { lines, turnsAllDown } = needsInText(text, index);
    const found = new Set(lines.map((line) => `${line.halted ? '-' : ''}${line.kind.code}`));
    if (turnsAllDown) found.add('*');
    const unsure = new Set(lines.filter((line) => line.unsure).map((line) => line.kind.code));
    const used = new Set<string>();
    for (const wanted of new Set(expected.split(' ').filter((one) => one !== ''))) {
      const either = wanted.replace('?', '').split('|');
      const hits = either.flatMap((one) => {
        if (found.has(one)) return [one];
        const bare = one.replace(/^-/, '');
        return unsure.has(bare) ? [`-${bare}`] : [];
      });
      for (const hit of hits) used.add(hit);
      const isHalt = /^[-*]/.test(wanted);
      if (isHalt) score.halts += 1;
      if (hits.length > 0) score.right += 1;
      else if (!wanted.startsWith('?')) {
        score.missed += 1;
        if (isHalt) score.haltsMissed.push(text);
      }
    }
    score.extra += [...found].filter((one) => !used.has(one)).length;
  }
  return score;
}

export type SortScore = {
  readonly messages: number;
  readonly right: number;
  /** Asks and offers among those proposed at all, and among all that should be. */
  readonly proposedRight: number;
  readonly proposedWrong: number;
  readonly notProposed: number;
  readonly languageRight: number;
  readonly bySort: { readonly [Pair in `${MessageSort}>${MessageSort}`]?: number };
};

/** Sorts judged messages and counts. */
export function scoreSorts<K extends ReadableKind>(judged: readonly JudgedMessage[], index: KindIndex<K>): SortScore {
  const bySort: { [Pair in `${MessageSort}>${MessageSort}`]?: number } = {};
  let languageRight = 0;
  for (const [sort, text, language] of judged) {
    const read = classifyMessage(text, index);
    bySort[`${sort}>${read.sort}`] = (bySort[`${sort}>${read.sort}`] ?? 0) + 1;
    if (read.language === language) languageRight += 1;
  }
  const count = (fits: (from: MessageSort, to: MessageSort) => boolean): number =>
    Object.entries(bySort).reduce((sum, [pair, times]) => {
      const [from, to] = pair.split('>') as [MessageSort, MessageSort];
      return fits(from, to) ? sum + times : sum;
    }, 0);
  return {
    messages: judged.length,
    right: count((from, to) => from === to),
    proposedRight: count((from, to) => from !== 'neither' && to !== 'neither'),
    proposedWrong: count((from, to) => from === 'neither' && to !== 'neither'),
    notProposed: count((from, to) => from !== 'neither' && to === 'neither'),
    languageRight,
    bySort,
  };
}
