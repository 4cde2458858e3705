import type { KindLanguage } from '../kind.ts';
import type { KindIndex, ReadableKind } from '../phrase/kind-index.ts';
import { countedOdds } from './counted-model.ts';
import { languageOf, type MessageLanguage } from './language.ts';
import { messageCues, type MessageCue } from './message-cues.ts';
import { needsInText, type NeedLine, type NeedsReading, type Span } from './needs-in-text.ts';

/** What a message is: somebody asks, somebody offers, or neither (talk, thanks, news, plans, what is solved already). */
export const messageSorts = ['ask', 'offer', 'neither'] as const;
export type MessageSort = (typeof messageSorts)[number];

/** Words of a message that speak for what it was taken for. */
export type Evidence = Span & { readonly says: 'ask' | 'offer' | 'settled' | 'chatter' | 'kind' | 'halt' };

export type MessageReading<K> = {
  readonly sort: MessageSort;
  readonly language: MessageLanguage;
  /** In the order of the text, none over another. */
  readonly evidence: readonly Evidence[];
  /** What it asks for and turns down, or what it offers; empty where it does neither. */
  readonly lines: readonly NeedLine<K>[];
  readonly turnsAllDown: boolean;
};

/** From here on something is proposed; below, a message is only talk. */
const threshold = 2;
/** What naming something that can be needed adds to either side: a bare list of things is a list of needs. */
const namingWeight = 1;

/**
 * Reads one message: rules and word lists first, then a small model counted from invented lines, which turns the scale where
 * the rules are weak. A halt ("no more clothes") is always proposed. It never decides: a person looks at each proposal.
 */
export function classifyMessage<K extends ReadableKind>(text: string, index: KindIndex<K>): MessageReading<K> {
  const language = languageOf(text);
  const known: KindLanguage | undefined = language === 'unknown' ? undefined : language;
  const needs = needsInText(text, index, known);
  const cues = messageCues(text);
  const sort = sortOf(text, cues, needs);
  return {
    sort,
    language,
    evidence: evidenceOf(sort, cues, needs),
    lines: sort === 'ask' ? needs.lines : sort === 'offer' ? offeredLines(needs) : [],
    turnsAllDown: sort === 'ask' && needs.turnsAllDown,
  };
}

function sortOf<K extends ReadableKind>(
  text: string,
  cues: readonly MessageCue[],
  needs: NeedsReading<K>,
): MessageSort {
  const ask = weightOf(cues, 'ask');
  const offer = weightOf(cues, 'offer');
  const settled = weightOf(cues, 'settled');
  const chatter = weightOf(cues, 'chatter');
  const names = needs.lines.some((line) => !line.halted) || needs.held.length > 0 ? namingWeight : 0;
  const odds = countedOdds(text);
  // Thanks and news take little from words that ask: "Thanks everyone! We still need water".
  const against = settled + Math.min(chatter, ask + offer > 0 ? 3 : 4);
  const asks = ask + names + odds.ask - against;
  const offers = offer + names + odds.offer - against;
  const refuses = needs.lines.some((line) => line.halted && !line.unsure);
  if (refuses && settled === 0 && offers < threshold + 2) return 'ask';
  if (Math.max(asks, offers) < threshold) return refuses ? 'ask' : 'neither';
  return asks >= offers ? 'ask' : 'offer';
}

/** The strongest turn of phrase counts whole, a second one half: saying it often is not saying it more. */
function weightOf(cues: readonly MessageCue[], sense: MessageCue['sense']): number {
  const [first = 0, second = 0] = cues
    .filter((cue) => cue.sense === sense)
    .map((cue) => cue.weight)
    .toSorted((a, b) => b - a);
  return first + second / 2;
}

function offeredLines<K extends ReadableKind>(needs: NeedsReading<K>): readonly NeedLine<K>[] {
  const open = needs.lines.filter((line) => !line.halted);
  return needs.held.length > 0 ? needs.held : open;
}

function evidenceOf<K>(sort: MessageSort, cues: readonly MessageCue[], needs: NeedsReading<K>): readonly Evidence[] {
  const spans: Evidence[] = [
    ...[...needs.lines, ...needs.held].flatMap(({ spans, halted }) =>
      spans.map(({ start, end }) => ({ start, end, says: halted ? ('halt' as const) : ('kind' as const) })),
    ),
    ...cues
      .filter(
        (cue) => cue.sense === sort || (sort === 'neither' && (cue.sense === 'settled' || cue.sense === 'chatter')),
      )
      .map(({ start, end, sense }) => ({ start, end, says: sense })),
  ];
  const ordered = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  // Where two lie over each other, the one that begins first keeps the words.
  return ordered.filter((span, at) => ordered.slice(0, at).every((before) => before.end <= span.start));
}
