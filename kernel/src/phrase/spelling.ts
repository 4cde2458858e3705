/** Shorter words are too near to one another for guessing; another letter makes real words of longer ones (better, butter). */
const lengthMin = 6;
const otherLetterLengthMin = 8;

/** Words of their own that are one slip away from a known one. */
const rightAsTheyAre = new Set([
  'action',
  'closet',
  'planet',
  'states',
  'dinners',
  'trails',
  'taking',
  'planes',
  'cooper',
  'manana',
  'cubierta',
]);

/** Under which key of a vocabulary a stem stands: the slips that are looked for leave the first letter alone. */
export function shapeOf(stem: string, length: number = stem.length): string {
  return `${stem.charAt(0)}${length}`;
}

/**
 * The one known stem that a misspelled stem is a single slip away from: a letter too many, too few, another, or two
 * swapped. Gives undefined for short words, for known ones, and where two stems are as near as each other: a wrong
 * guess would send somebody the wrong thing.
 */
export function respelled(stem: string, vocabulary: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (stem.length < lengthMin || /\d/.test(stem) || rightAsTheyAre.has(stem)) return undefined;
  if (vocabulary.get(shapeOf(stem))?.includes(stem)) return undefined;
  const near: string[] = [];
  for (const length of [stem.length - 1, stem.length, stem.length + 1]) {
    if (length < lengthMin) continue;
    for (const known of vocabulary.get(shapeOf(stem, length)) ?? []) if (isOneSlip(stem, known)) near.push(known);
  }
  return near.length === 1 ? near[0] : undefined;
}

/** True when one insertion, deletion, substitution or swap of neighbors makes `a` of `b`. */
function isOneSlip(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  const restA = a.slice(head);
  const restB = b.slice(head);
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return a.length >= otherLetterLengthMin;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
