/**
 * What a helper must know so as not to do harm or come in vain. An answer keeps apart "there is none", "nobody knows"
 * and "nobody asked": only the first lets a helper bring peanut butter.
 */
export const mustKnowCodes = [
  'allergy',
  'diet',
  'no-stove',
  'no-refrigerator',
  'no-water',
  'no-power',
  'baby-formula',
  'diaper-size',
  'clothing-size',
  'shoe-size',
  'stairs',
  'mobility',
  'hearing-or-sight',
  'oxygen-or-device',
  'medicine-kept-cold',
  'pregnancy',
  'dog',
  'other-animals',
  'illness-in-the-house',
  'gate-or-entry',
  'parking',
  'car-seat',
  'safe-to-visit',
  'other',
] as const;
export type MustKnowCode = (typeof mustKnowCodes)[number];

/** One answer. `value` text is a personal detail and lives in the vault; the state alone does not. */
export type MustKnowAnswer =
  | { readonly state: 'value'; readonly value: string }
  | { readonly state: 'none' }
  | { readonly state: 'unknown' }
  | { readonly state: 'not-asked' };

/** Answers by code; a code that is absent was not asked. */
export type MustKnow = { readonly [Code in MustKnowCode]?: MustKnowAnswer };

const notAsked: MustKnowAnswer = { state: 'not-asked' };

/** The answer to one fact, "not asked" when there is no record of one. */
export function mustKnowAnswer(facts: MustKnow, code: MustKnowCode): MustKnowAnswer {
  return facts[code] ?? notAsked;
}

/** True when somebody said it, be it "none". */
export function isAnswered(answer: MustKnowAnswer): boolean {
  return answer.state === 'value' || answer.state === 'none';
}

/** The facts of `wanted` that nobody can rely on yet, in the order given: what a helper should ask at the door. */
export function openMustKnow(facts: MustKnow, wanted: readonly MustKnowCode[]): readonly MustKnowCode[] {
  return wanted.filter((code) => !isAnswered(mustKnowAnswer(facts, code)));
}

const strength = { 'not-asked': 0, unknown: 1, none: 2, value: 3 } as const;

/**
 * Two records of one household put together, fact by fact: the one that says more wins; of two that say something
 * different both values are kept, newest first, since leaving out an allergy could kill.
 */
export function mergeMustKnow(newer: MustKnow, older: MustKnow): MustKnow {
  const merged: { [Code in MustKnowCode]?: MustKnowAnswer } = {};
  for (const code of mustKnowCodes) {
    const a = newer[code];
    const b = older[code];
    if (a === undefined && b === undefined) continue;
    merged[code] = mergeAnswer(a ?? notAsked, b ?? notAsked);
  }
  return merged;
}

function mergeAnswer(newer: MustKnowAnswer, older: MustKnowAnswer): MustKnowAnswer {
  if (newer.state === 'value' && older.state === 'value' && newer.value !== older.value) {
    const known = newer.value.split('; ');
    const added = older.value.split('; ').filter((part) => !known.includes(part));
    return { state: 'value', value: [...known, ...added].join('; ') };
  }
  return strength[newer.state] >= strength[older.state] ? newer : older;
}
