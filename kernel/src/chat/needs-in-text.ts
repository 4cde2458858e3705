import type { KindLanguage } from '../kind.ts';
import { findKindsIn, type KindMatch } from '../phrase-to-kinds.ts';
import type { StatedAmount } from '../phrase/amounts.ts';
import type { KindIndex, ReadableKind } from '../phrase/kind-index.ts';
import { wantsNothing } from '../phrase/wants-nothing.ts';

/** A place in a text, from `start` up to, without, `end`. */
export type Span = { readonly start: number; readonly end: number };

/** One thing that a text names: needed, or turned down (`halted`), with every place that says so. */
export type NeedLine<K> = {
  readonly kind: K;
  /** Other kinds the same words can mean. */
  readonly alternatives: readonly K[];
  readonly amount: StatedAmount | null;
  readonly halted: boolean;
  /** A lone "no" that turns down, or says that there is none: somebody has to ask. */
  readonly unsure: boolean;
  readonly spans: readonly Span[];
};

export type NeedsReading<K> = {
  readonly lines: readonly NeedLine<K>[];
  /** What the text says there is enough of, or that somebody has. */
  readonly held: readonly NeedLine<K>[];
  /** "No more donations": a halt that names nothing. */
  readonly turnsAllDown: boolean;
};

/**
 * Splits a free text ("diapers size 4, water, NO clothes please") into lines of what is needed and what is turned down. A
 * thing that is asked for in one place and turned down in another stands in both: leaving out the halt would be worse than
 * asking a person.
 */
export function needsInText<K extends ReadableKind>(
  text: string,
  index: KindIndex<K>,
  language?: KindLanguage,
): NeedsReading<K> {
  const matches = findKindsIn(text, index, language);
  return {
    lines: withoutGeneral(linesOf(matches.filter((match) => !match.held))),
    held: linesOf(matches.filter((match) => match.held)),
    turnsAllDown: wantsNothing(text),
  };
}

/** "A ride to the clinic, I have no car" asks for one ride: the general kind goes where a more exact one of it stands. */
function withoutGeneral<K extends ReadableKind>(lines: readonly NeedLine<K>[]): readonly NeedLine<K>[] {
  return lines.filter(({ kind, halted }) => {
    const family = /^(?:service\.(?:ride|rescue)|work\.shift)\.(?=any$)/.exec(kind.code)?.[0];
    return (
      family === undefined ||
      !lines.some((other) => other.kind !== kind && other.halted === halted && other.kind.code.startsWith(family))
    );
  });
}

function linesOf<K extends ReadableKind>(matches: readonly KindMatch<K>[]): readonly NeedLine<K>[] {
  const lines = new Map<string, NeedLine<K>>();
  for (const match of matches) {
    const key = `${match.negated ? '-' : ''}${match.kind.code}`;
    const known = lines.get(key);
    const span = { start: match.start, end: match.end };
    if (known) {
      lines.set(key, {
        ...known,
        amount: known.amount ?? match.amount,
        unsure: known.unsure && match.unsure,
        spans: [...known.spans, span],
      });
      continue;
    }
    const { kind, alternatives, amount, negated, unsure } = match;
    lines.set(key, { kind, alternatives, amount: negated ? null : amount, halted: negated, unsure, spans: [span] });
  }
  return [...lines.values()];
}
