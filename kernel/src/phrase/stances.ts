import { cuesOf, type Cue } from './cues.ts';
import { isBackward, isSettling, turnBack } from './looking-back.ts';
import { turnLastNamed, turnUnheard } from './unheard-halts.ts';
import { gapStrength, type Word } from './words.ts';

/**
 * How a text stands to a thing it names. `unsure` where a lone "no" may refuse it or say that there is none, and where
 * words of turning down stand near it that nothing else explains: a person has to ask.
 */
export type Stance = { readonly negated: boolean; readonly held: boolean; readonly unsure: boolean };

export type Span = { readonly from: number; readonly to: number };

/** What holds while the words are read: the stance, and how far it reaches. `list` outlives line breaks, as a heading's. */
type Holding = { readonly stance: Stance; readonly reach: 'item' | 'clause' | 'list'; readonly cue: Cue | undefined };

const plain: Stance = { negated: false, held: false, unsure: false };
const open: Holding = { stance: plain, reach: 'clause', cue: undefined };

/**
 * The stance to each phrase, given in the order of the text.
 *
 * A cue holds for what follows it, as far as it reaches; one that nothing follows in its item holds for what precedes it
 * there ("clothes not needed", "water: full").
 */
export function stancesOf(words: readonly Word[], spans: readonly Span[]): readonly Stance[] {
  const spanAt = new Map(spans.flatMap((span, place) => range(span).map((at) => [at, place] as const)));
  const cues = cuesOf(words, (at) => spanAt.has(at));
  const cueAt = new Map(cues.map((cue) => [cue.from, cue]));
  const stances = spans.map(() => plain);
  let holding = open;
  for (let at = 0; at < words.length; at += 1) {
    holding = afterGap(words, at, holding, spanAt, cueAt);
    const cue = cueAt.get(at);
    const place = spanAt.get(at);
    if (cue) {
      if (isBackward(words, cue, spanAt, cueAt)) turnBack(words, cue, spans, stances, spanAt, cueAt);
      else if (!turnLastNamed(words, cue, holding.cue, { spans, spanAt, stances }))
        holding = afterCue(words, cue, holding, lastInClause(words, cue, spanAt, stances));
    } else if (place !== undefined && spans[place]?.from === at) stances[place] = holding.stance;
  }
  turnUnheard(words, spans, stances, cues);
  return stances;
}

function range({ from, to }: Span): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** What still holds once the gap before the word has been passed. */
function afterGap(
  words: readonly Word[],
  at: number,
  holding: Holding,
  spanAt: ReadonlyMap<number, number>,
  cueAt: ReadonlyMap<number, Cue>,
): Holding {
  const gap = words[at]?.gap ?? '';
  const strength = at === 0 ? 0 : gapStrength(gap);
  if (strength === 0 || holding === open) return holding;
  // "Not needed: clothes" and "NOT NEEDED\n- clothes\n- toys": the cue is a heading for what follows.
  const heads = holding.cue?.to === at && /[:\n–-]/.test(gap) && !/[.;!?]/.test(gap);
  if (heads) return { ...holding, reach: gap.includes('\n') ? 'list' : 'clause' };
  if (holding.reach === 'list' && /\n/.test(gap) && !/\n\s*\n/.test(gap) && !isHeading(words, at)) return holding;
  // "Enough! of the granola bars".
  if (holding.cue?.to === at && /!/.test(gap) && /^(?:of|with|de|con)$/.test(words[at]?.plain ?? '')) return holding;
  if (strength === 2) return open;
  if (holding.reach !== 'item') return holding;
  return joinsRefusal(words, at, spanAt, cueAt) ? holding : open;
}

/** True when the line that begins at the word ends in a colon. */
function isHeading(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length && next < at + 6; next += 1) {
    const gap = words[next]?.gap ?? '';
    if (gap.includes(':')) return true;
    if (gap.includes('\n')) return false;
  }
  return false;
}

/** "No clothes, shoes, or toys": the comma before a later "or" or "nor" carries the refusal on; "and" would not. */
function joinsRefusal(
  words: readonly Word[],
  at: number,
  spanAt: ReadonlyMap<number, number>,
  cueAt: ReadonlyMap<number, Cue>,
): boolean {
  for (let next = at; next < words.length && next < at + 60; next += 1) {
    if (next > at && gapStrength(words[next]?.gap ?? '') === 2) return false;
    if (/^(?:or|nor|ni|o|u)$/.test(words[next]?.plain ?? '')) return true;
    const cue = cueAt.get(next);
    if (cue && cue.sense !== 'refuse-item') return false;
    if (!spanAt.has(next) && next > at + 8) return false;
  }
  return false;
}

/** The stance to what stands last before the cue in its clause. */
function lastInClause(
  words: readonly Word[],
  cue: Cue,
  spanAt: ReadonlyMap<number, number>,
  stances: readonly Stance[],
): Stance | undefined {
  for (let at = cue.from - 1; at >= 0 && at > cue.from - 60 && gapStrength(words[at + 1]?.gap ?? '') < 2; at -= 1) {
    const place = spanAt.get(at);
    if (place !== undefined) return stances[place];
  }
  return undefined;
}

function afterCue(words: readonly Word[], cue: Cue, holding: Holding, last: Stance | undefined): Holding {
  switch (cue.sense) {
    case 'neutral':
    case 'enough-of-it':
    case 'there-is':
      return holding;
    case 'need':
    case 'asked-for':
      return { stance: plain, reach: 'item', cue };
    case 'lack':
      return { stance: plain, reach: 'clause', cue };
    case 'hold':
      // "We need free food" asks for it; "free food" gives it away.
      if (words[cue.from]?.plain === 'free' && holding.cue && holding.cue.sense !== 'hold') return holding;
      return { stance: { negated: false, held: true, unsure: false }, reach: 'clause', cue };
    case 'refuse':
    case 'refuse-item':
      // "We have no water and no food": after something has run out, a lone "no" says the same of the next thing.
      if (cue.bare && holding.cue?.sense === 'lack') return holding;
      // "We need water and plenty of food" wants plenty; "plenty of food" alone has it.
      if (cue.measures && holding.cue?.sense === 'need') return holding;
      if (cue.bare && holding.stance.negated && !holding.stance.unsure) return holding;
      return {
        stance: { negated: true, held: false, unsure: isUnsure(words, cue) },
        reach: cue.sense === 'refuse' ? 'clause' : 'item',
        cue,
      };
    case 'except':
      return {
        stance: { ...plain, negated: !holding.stance.negated && !holding.stance.held && last?.negated !== true },
        reach: 'clause',
        cue,
      };
  }
}

/** A lone "no" may mean that there is none, unless its item says otherwise: "no clothes please", "no volunteers needed". */
function isUnsure(words: readonly Word[], cue: Cue): boolean {
  if (!cue.bare) return false;
  for (let at = cue.to; at < Math.min(words.length, cue.to + 60) && gapStrength(words[at]?.gap ?? '') === 0; at += 1)
    if (isSettling(words[at]?.plain ?? '') && !pleads(words, at)) return false;
  return true;
}

/** "No water please help us" pleads; "no clothes please" is polite. */
function pleads(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return words[at]?.plain === 'please' && next !== undefined && gapStrength(next.gap) === 0;
}
