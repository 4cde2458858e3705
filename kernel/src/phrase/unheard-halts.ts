import type { Cue } from './cues.ts';
import type { Span, Stance } from './stances.ts';
import { gapStrength, type Word } from './words.ts';

const turnedDown: Stance = { negated: true, held: false, unsure: false };
const maybeTurnedDown: Stance = { negated: true, held: false, unsure: true };

/** Words that only point at what was named before: "please don't send more", "we can't take them". */
const pointing = new Set(
  `more any anymore it them that those these this one ones pair bag box piece thing stuff please thanks thank you now today tonight
   tomorrow until till further notice for the time being right at moment here yet again because no room space already so much
   many all we are have got of ever back guys folks everyone this week weekend month next later on monday tuesday wednesday
   thursday friday saturday sunday morning noon afternoon evening than i said new whatsoever
   mas ya por favor porfavor gracias hoy ahora momento hasta nuevo aviso aqui aca nada ninguna ninguno de eso esa eso esos esas`.split(
    /\s+/,
  ),
);

/** Nobody points back farther than this many words. */
const farthest = 40;

type Named = {
  readonly spans: readonly Span[];
  readonly spanAt: ReadonlyMap<number, number>;
  readonly stances: Stance[];
};

/**
 * Turns down what was named last where a refusal names nothing itself and points back: "Toys again, please don't send
 * more". Over the end of a sentence it is unsure. True when something was turned down.
 */
export function turnLastNamed(
  words: readonly Word[],
  cue: Cue,
  holding: Cue | undefined,
  { spans, spanAt, stances }: Named,
): boolean {
  if (cue.sense !== 'refuse' && cue.sense !== 'refuse-item') return false;
  if (cue.measures && holding?.sense === 'need') return false;
  if (cue.bare && !isAnswer(words, cue)) return false;
  if (/[:\n]/.test(words[cue.to]?.gap ?? '')) return false;
  for (let at = cue.to; at < words.length && gapStrength(words[at]?.gap ?? '') === 0; at += 1)
    if (spanAt.has(at) || !isPointing(words[at])) return false;
  let ends = 0;
  for (let at = cue.from - 1; at >= 0 && at > cue.from - farthest; at -= 1) {
    if (gapStrength(words[at + 1]?.gap ?? '') === 2) ends += 1;
    const place = spanAt.get(at);
    if (ends > 1) return false;
    if (place === undefined) continue;
    for (const joined of listEndingAt(words, spans, place))
      if (!stances[joined]?.negated) stances[joined] = ends > 0 ? maybeTurnedDown : turnedDown;
    return true;
  }
  return false;
}

function isPointing(word: Word | undefined): boolean {
  return word !== undefined && (pointing.has(word.plain) || /^\d+$/.test(word.plain));
}

/** "Do we need blankets? No." */
function isAnswer(words: readonly Word[], cue: Cue): boolean {
  return /\?/.test(words[cue.from]?.gap ?? '') && gapStrength(words[cue.to]?.gap ?? '.') > 0;
}

/** The span and those right before it that are joined to it: "shoes and toys". */
function listEndingAt(words: readonly Word[], spans: readonly Span[], last: number): readonly number[] {
  const list = [last];
  for (let place = last; place > 0; place -= 1) {
    const [earlier, later] = [spans[place - 1] as Span, spans[place] as Span];
    const between = words.slice(earlier.to, later.from + 1);
    if (between.length > 2 || between.some((word) => gapStrength(word.gap) === 2)) break;
    if (between.length === 2 && !/^(?:and|or|y|o|e|ni|nor)$/.test(between[0]?.plain ?? '')) break;
    list.push(place - 1);
  }
  return list;
}

/** Words of turning down. Where no cue heard them and a thing stands near, a person is asked. */
const halting =
  /^(?:closed|cerrad[oa]s?|covered|maxed|jammed|divert\w*|redirect\w*|pallets|stockpile\w*|bastantes?|cubiert[oa]s?|atascad[oa]s?|surtid[oa]s?|complet[oa]s|stop(?:ped|ping)?|skip(?:ping)?|plenty|enough|refus\w+|reject\w+|surplus|excess\w*|overflow\w*|swamped|inundated|overloaded|overwhelmed|overrun|paus(?:e|ed|ing)|suspended|discontinued|avoid|anymore|longer|unwanted|unneeded|needless|useless|unusable|nobody|noone|nothing|never|overstock\w*|maxed|abundance|abundant|backlog|trash|dumpster|landfill|rid|oversupply|saturated|sobra\w*|exceso|basta|saturad\w+|suficientes?|eviten?|evitar|rechaz\w+|suspend\w+|cabe|caben|tiran|tirando|repletos?|repletas?|tope|dejen|paren)$/;

/** What these say, nothing may have come of. */
const unheeded: ReadonlySet<Cue['sense']> = new Set(['need', 'asked-for', 'enough-of-it', 'there-is']);

/** How far from a word of turning down a thing can stand to be meant. */
const reach = 6;

/** Marks as unsure what stands near words of turning down that no cue has made anything of. */
export function turnUnheard(
  words: readonly Word[],
  spans: readonly Span[],
  stances: Stance[],
  cues: readonly Cue[],
): void {
  const heard = new Set(cues.flatMap((cue) => (unheeded.has(cue.sense) ? [] : range(cue))));
  const named = new Set(spans.flatMap(range));
  words.forEach((word, at) => {
    if (!halting.test(word.plain) || heard.has(at) || named.has(at)) return;
    const [start, end] = clauseAround(words, at);
    const near = spans.flatMap((span, place) => (span.from >= start && span.to <= end ? [place] : []));
    if (near.some((place) => stances[place]?.negated)) return;
    const nearest = near.toSorted((a, b) => distance(spans[a], at) - distance(spans[b], at))[0];
    if (nearest === undefined || distance(spans[nearest], at) > reach) return;
    for (const place of listEndingAt(words, spans, nearest)) stances[place] = maybeTurnedDown;
  });
}

function range({ from, to }: Span): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

function clauseAround(words: readonly Word[], at: number): readonly [start: number, end: number] {
  let start = at;
  while (start > Math.max(0, at - farthest) && gapStrength(words[start]?.gap ?? '') < 2) start -= 1;
  let end = at + 1;
  while (end < Math.min(words.length, at + farthest) && gapStrength(words[end]?.gap ?? '') < 2) end += 1;
  return [start, end];
}

function distance(span: Span | undefined, at: number): number {
  if (!span) return Infinity;
  return at < span.from ? span.from - at : at - span.to + 1;
}
