import { gapStrength, wordsOf } from '../phrase/words.ts';
import { englishMessageCues } from './english-message-cues.ts';
import type { Span } from './needs-in-text.ts';
import { spanishMessageCues } from './spanish-message-cues.ts';

/** What a turn of phrase says of a message: somebody asks, offers, has what they asked for, or only talks. */
export type MessageSense = 'ask' | 'offer' | 'settled' | 'chatter';

/** Patterns over plain words, each with how much it says. */
export type CuePatterns = { readonly [Sense in MessageSense]: readonly (readonly [weight: number, pattern: string])[] };

/** A turn of phrase found in a message, and where. */
export type MessageCue = Span & { readonly sense: MessageSense; readonly weight: number };

type Compiled = { readonly sense: MessageSense; readonly weight: number; readonly pattern: RegExp };

// Both languages at once, since people mix them; a pattern begins and ends with whole words.
const compiled: readonly Compiled[] = (['ask', 'offer', 'settled', 'chatter'] as const).flatMap((sense) =>
  [...englishMessageCues[sense], ...spanishMessageCues[sense]].map(([weight, pattern]) => ({
    sense,
    weight,
    pattern: new RegExp(`(?<![^ ])(?:${pattern})(?![^ ])`, 'y'),
  })),
);

/** Words read of one message: what is asked stands near its beginning, and the time to read grows with the length. */
const wordsMax = 400;

/**
 * The turns of phrase of a message in its order. Where several begin at one word the longest counts, so that "does anybody
 * need" is no "need". None runs over the end of a clause.
 */
export function messageCues(text: string): readonly MessageCue[] {
  const words = wordsOf(text).slice(0, wordsMax);
  const cues: MessageCue[] = [];
  for (const clause of clausesOf(words)) {
    for (let at = 0; at < clause.starts.length; at += 1) {
      const found = longestAt(clause.text, clause.starts[at] ?? 0);
      if (!found) continue;
      const count = found.words.split(' ').length;
      const first = words[clause.from + at];
      const last = words[clause.from + at + count - 1];
      if (first && last) cues.push({ ...found.cue, start: first.start, end: last.end });
      at += count - 1;
    }
  }
  return cues;
}

type Clause = { readonly from: number; readonly text: string; readonly starts: readonly number[] };

function clausesOf(words: ReturnType<typeof wordsOf>): readonly Clause[] {
  const clauses: { from: number; text: string; starts: number[] }[] = [];
  for (const [at, word] of words.entries()) {
    const open = clauses.at(-1);
    if (!open || (at > 0 && gapStrength(word.gap) > 0)) {
      clauses.push({ from: at, text: word.plain, starts: [0] });
      continue;
    }
    open.starts.push(open.text.length + 1);
    open.text += ` ${word.plain}`;
  }
  return clauses;
}

function longestAt(
  text: string,
  start: number,
): { readonly cue: Pick<MessageCue, 'sense' | 'weight'>; readonly words: string } | undefined {
  let longest = '';
  let cue: Pick<MessageCue, 'sense' | 'weight'> | undefined;
  for (const { sense, weight, pattern } of compiled) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0].trim() ?? '';
    if (found.length <= longest.length) continue;
    longest = found;
    cue = { sense, weight };
  }
  return cue && { cue, words: longest };
}
