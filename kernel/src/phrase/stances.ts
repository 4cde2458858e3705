import { cuesOf, type Cue } from './cues.ts';
import { gapStrength, isFiller, type Word } from './words.ts';

/** How a text stands to a thing it names. `unsure` where a lone "no" may refuse it or say that there is none. */
export type Stance = { readonly negated: boolean; readonly held: boolean; readonly unsure: boolean };

/** Words that settle what a lone "no" means. */
const settling =
  /^(?:please|needed|accepted|wanted|requested|required|necessary|taken|thanks|thank|favor|gracias|necesari[oa]s?)$/;

type Span = { readonly from: number; readonly to: number };

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
      if (isBackward(words, cue, spanAt)) turnBack(words, cue, spans, stances, cueAt);
      else holding = afterCue(words, cue, holding);
    } else if (place !== undefined && spans[place]?.from === at) stances[place] = holding.stance;
  }
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
  for (let next = at; next < words.length; next += 1) {
    if (next > at && gapStrength(words[next]?.gap ?? '') === 2) return false;
    if (/^(?:or|nor|ni|o|u)$/.test(words[next]?.plain ?? '')) return true;
    const cue = cueAt.get(next);
    if (cue && cue.sense !== 'refuse-item') return false;
    if (!spanAt.has(next) && next > at + 8) return false;
  }
  return false;
}

function afterCue(words: readonly Word[], cue: Cue, holding: Holding): Holding {
  switch (cue.sense) {
    case 'neutral':
    case 'enough-of-it':
    case 'there-is':
      return holding;
    case 'need':
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
      return { stance: { ...plain, negated: !holding.stance.negated && !holding.stance.held }, reach: 'clause', cue };
  }
}

/** A lone "no" may mean that there is none, unless its item says otherwise: "no clothes please", "no volunteers needed". */
function isUnsure(words: readonly Word[], cue: Cue): boolean {
  if (!cue.bare) return false;
  for (let at = cue.to; at < words.length && gapStrength(words[at]?.gap ?? '') === 0; at += 1)
    if (settling.test(words[at]?.plain ?? '') && !pleads(words, at)) return false;
  return true;
}

/** "No water please help us" pleads; "no clothes please" is polite. */
function pleads(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return words[at]?.plain === 'please' && next !== undefined && gapStrength(next.gap) === 0;
}

/** True for a refusing cue after which its item names nothing, while before it something is named. */
function isBackward(words: readonly Word[], cue: Cue, spanAt: ReadonlyMap<number, number>): boolean {
  if (cue.sense === 'enough-of-it' || cue.sense === 'there-is') return namedBefore(words, cue, spanAt);
  // "Bread we have.": said last, of what stands right before it.
  if (cue.sense === 'hold') return endsItem(words, cue) && spanAt.has(cue.from - 1);
  if (cue.sense !== 'refuse' && cue.sense !== 'refuse-item') return false;
  const next = words[cue.to];
  // A lone "no" looks back only as the last word said: "clothes - no", "shoes (no thanks)".
  if (cue.sense === 'refuse-item' && next && gapStrength(next.gap) === 0 && !settling.test(next.plain)) return false;
  for (let at = cue.to; at < words.length; at += 1) {
    const gap = words[at]?.gap ?? '';
    if (gapStrength(gap) > 0 && !(at === cue.to && /[:]/.test(gap))) break;
    if (spanAt.has(at)) return false;
  }
  return namedBefore(words, cue, spanAt);
}

function endsItem(words: readonly Word[], cue: Cue): boolean {
  return words[cue.to] === undefined || gapStrength(words[cue.to]?.gap ?? '') > 0;
}

/** Words that may stand between a thing and the cue that refuses it: "clothes are currently not needed". */
const linking = new Set(
  `is are was were be being been we they i you he she it at this time right now currently really also will would have has
   already just still donations supplies truck trucks delivery please se es son esta estan ya nos les ahora por favor tambien`.split(
    /\s+/,
  ),
);

function namedBefore(words: readonly Word[], cue: Cue, spanAt: ReadonlyMap<number, number>): boolean {
  for (let at = cue.from - 1; at >= 0; at -= 1) {
    const gap = words[at + 1]?.gap ?? '';
    if (gapStrength(gap) > 0 && !(at + 1 === cue.from && isJoint(gap))) return false;
    if (spanAt.has(at)) return true;
    const word = words[at] as Word;
    if (!linking.has(word.plain) && !isFiller(word)) return false;
  }
  return false;
}

/** Marks between a thing and what is said of it: "clothes: none", "water - full", "shoes (no)". */
function isJoint(gap: string): boolean {
  return /^\s*[:(–-]+\s*$/.test(gap);
}

/** Refuses what stands before the cue in its item, and in the whole list when the last item is joined by "and". */
function turnBack(
  words: readonly Word[],
  cue: Cue,
  spans: readonly Span[],
  stances: Stance[],
  cueAt: ReadonlyMap<number, Cue>,
): void {
  const said: Stance =
    cue.sense === 'there-is' || cue.sense === 'hold'
      ? { negated: false, held: true, unsure: false }
      : { negated: true, held: false, unsure: false };
  let joined = closesList(words, cue, cueAt);
  for (let at = cue.from - 1; at >= 0; at -= 1) {
    const gap = words[at + 1]?.gap ?? '';
    const strength = at + 1 === cue.from && isJoint(gap) ? 0 : gapStrength(gap);
    if (strength === 2 || (strength === 1 && !joined)) return;
    const earlier = [...cueAt.values()].find((other) => other !== cue && other.to === at + 1);
    if (earlier && (earlier.sense === 'need' || earlier.sense === 'lack' || earlier.sense === 'except')) return;
    if (/^(?:and|or|nor|y|o|ni|e|u)$/.test(words[at]?.plain ?? '')) joined = true;
    const place = spans.findIndex((span) => span.to === at + 1);
    // What has run out, or is turned down in words, is not had because of a word behind it.
    if (place !== -1 && !(said.held && stances[place]?.negated)) stances[place] = said;
  }
}

/** "Sheets, pillows - enough": set apart from a list of bare things by a dash, the cue is said of all of them. */
function closesList(words: readonly Word[], cue: Cue, cueAt: ReadonlyMap<number, Cue>): boolean {
  if (cue.bare || cue.sense !== 'refuse' || !/[-–]/.test(words[cue.from]?.gap ?? '')) return false;
  for (let at = cue.from - 1; at >= 0; at -= 1) {
    if (cueAt.has(at) && cueAt.get(at)?.sense !== 'neutral') return false;
    if (gapStrength(words[at + 1]?.gap ?? '') === 2 && at + 1 !== cue.from) return true;
  }
  return true;
}
