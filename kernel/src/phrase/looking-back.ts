import type { Cue } from './cues.ts';
import type { Span, Stance } from './stances.ts';
import { gapStrength, isFiller, type Word } from './words.ts';

/** How many words belong together at most: what stands farther off is not meant. */
const farthest = 60;

/** Words that settle what a lone "no" means. */
const settling =
  /^(?:please|needed|accepted|wanted|requested|required|necessary|taken|thanks|thank|favor|porfavor|gracias|necesari[oa]s?|until|till|allowed|permitted|anymore|hasta|welcome)$/;

/** True for a word that makes a lone "no" a refusal: "no clothes please". */
export function isSettling(plain: string): boolean {
  return settling.test(plain);
}

/** True for a sign set beside a thing in place of a word. */
function isSign(word: Word | undefined): boolean {
  return word?.plain === 'signno' || word?.plain === 'signyes';
}

/** Signs stand all before or all behind their things: "🚫 clothes ✅ diapers", "water ❌ ice ✅". */
function isSignBehind(words: readonly Word[], cue: Cue, spanAt: ReadonlyMap<number, number>): boolean {
  let first = cue.from;
  let isNamed = false;
  for (let at = cue.from; at >= 0 && at > cue.from - farthest; at -= 1) {
    if (isSign(words[at])) {
      first = at;
      isNamed = false;
    } else if (spanAt.has(at)) isNamed = true;
    if (/\n/.test(words[at]?.gap ?? '')) break;
  }
  return isNamed && first <= cue.from;
}

/** "No volunteers needed": the item itself turns down what it says is not needed. */
function isRefusedInItem(words: readonly Word[], cue: Cue, cueAt: ReadonlyMap<number, Cue>): boolean {
  for (let at = cue.from - 1; at > cue.from - farthest && gapStrength(words[at + 1]?.gap ?? '.') === 0; at -= 1)
    if (/^(?:refuse|except|hold)/.test(cueAt.get(at)?.sense ?? '')) return true;
  return false;
}

/** "Can I get a box of food delivered": asked for, not there. */
function isAskedInItem(words: readonly Word[], cue: Cue): boolean {
  for (let at = cue.from - 1; at >= 0 && at > cue.from - farthest; at -= 1) {
    if (/^(?:can|could|may|would|need|needs|want|wants|please|necesito|puede|pueden)$/.test(words[at]?.plain ?? ''))
      return true;
    if (gapStrength(words[at]?.gap ?? '') > 0) return false;
  }
  return false;
}

function stanceBehind(words: readonly Word[], cue: Cue): Stance {
  // "Blankets - fine": there are enough, or they are welcome.
  const isFine = /^(?:ok|okay|fine)$/.test(words[cue.from]?.plain ?? '') && /[:–-]/.test(words[cue.from]?.gap ?? '');
  if (isFine) return { negated: true, held: false, unsure: true };
  if (cue.sense === 'asked-for' || words[cue.from]?.plain === 'signyes')
    return { negated: false, held: false, unsure: false };
  const held = cue.sense === 'there-is' || cue.sense === 'hold';
  return { negated: !held, held, unsure: false };
}

/** True for a refusing cue after which its item names nothing, while before it something is named. */
export function isBackward(
  words: readonly Word[],
  cue: Cue,
  spanAt: ReadonlyMap<number, number>,
  cueAt: ReadonlyMap<number, Cue>,
): boolean {
  if (isSign(words[cue.from])) return isSignBehind(words, cue, spanAt);
  if (cue.sense === 'asked-for') return namedBefore(words, cue, spanAt) && !isRefusedInItem(words, cue, cueAt);
  if (cue.sense === 'there-is' && isAskedInItem(words, cue)) return false;
  if (cue.sense === 'enough-of-it' || cue.sense === 'there-is') return namedBefore(words, cue, spanAt);
  // "Bread we have.": said last, of what stands right before it.
  if (cue.sense === 'hold') return endsItem(words, cue) && spanAt.has(cue.from - 1);
  if (cue.sense !== 'refuse' && cue.sense !== 'refuse-item') return false;
  const next = words[cue.to];
  // A lone "no" looks back only as the last word said: "clothes - no", "shoes (no thanks)".
  if (cue.sense === 'refuse-item' && next && gapStrength(next.gap) === 0 && !isSettling(next.plain)) return false;
  for (let at = cue.to; at < words.length && at < cue.to + farthest; at += 1) {
    const gap = words[at]?.gap ?? '';
    if (gapStrength(gap) > 0 && !(at === cue.to && /[:]/.test(gap))) break;
    if (cueAt.get(at)?.sense === 'except') break;
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
   already just still donations supplies truck trucks delivery please se es son esta estan ya nos les ahora por favor tambien
   shelf shelves bin bins section closet room area boxes box side situation supply rack racks table tables pantry pile piles
   collection bags bag cases case donated used today tonight thing things items hoy momento aqui aca there here which that
   need needs request requests intake ask asks demand order orders
   absolutely completely totally simply very so sign everyone everybody folks people the estante caja cajas bolsas tenemos
   donaciones todo toda todos todas`.split(/\s+/),
);

function namedBefore(words: readonly Word[], cue: Cue, spanAt: ReadonlyMap<number, number>): boolean {
  for (let at = cue.from - 1; at >= 0 && at > cue.from - farthest; at -= 1) {
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
export function turnBack(
  words: readonly Word[],
  cue: Cue,
  spans: readonly Span[],
  stances: Stance[],
  spanAt: ReadonlyMap<number, number>,
  cueAt: ReadonlyMap<number, Cue>,
): void {
  const said = stanceBehind(words, cue);
  let joined = closesList(words, cue, cueAt);
  for (let at = cue.from - 1; at >= 0 && at > cue.from - farthest; at -= 1) {
    const gap = words[at + 1]?.gap ?? '';
    const strength = at + 1 === cue.from && isJoint(gap) ? 0 : gap === '/' ? 0 : gapStrength(gap);
    if (strength === 2 || (strength === 1 && !joined)) return;
    const earlier = cueEnding(cueAt, at + 1);
    if (earlier && isSign(words[earlier.from])) return;
    if (earlier && (earlier.sense === 'need' || earlier.sense === 'lack' || earlier.sense === 'except')) return;
    if (/^(?:and|or|nor|y|o|ni|e|u)$/.test(words[at]?.plain ?? '')) joined = true;
    const found = spanAt.get(at);
    const place = found !== undefined && spans[found]?.to === at + 1 ? found : -1;
    // What has run out, or is turned down in words, is not had because of a word behind it.
    if (place !== -1 && !(said.held && stances[place]?.negated)) stances[place] = said;
  }
}

/** The cue whose last word stands before `end`; none is longer than a dozen words. */
function cueEnding(cueAt: ReadonlyMap<number, Cue>, end: number): Cue | undefined {
  for (let from = end - 1; from > end - 13; from -= 1) {
    const cue = cueAt.get(from);
    if (cue) return cue.to === end ? cue : undefined;
  }
  return undefined;
}

/** "Sheets, pillows - enough": set apart from a list of bare things by a dash, the cue is said of all of them. */
function closesList(words: readonly Word[], cue: Cue, cueAt: ReadonlyMap<number, Cue>): boolean {
  if (cue.bare || cue.sense !== 'refuse' || !/[-–]/.test(words[cue.from]?.gap ?? '')) return false;
  for (let at = cue.from - 1; at >= 0 && at > cue.from - farthest; at -= 1) {
    if (cueAt.has(at) && cueAt.get(at)?.sense !== 'neutral') return false;
    if (gapStrength(words[at + 1]?.gap ?? '') === 2 && at + 1 !== cue.from) return true;
  }
  return true;
}
