import type { Id } from './ids.ts';
import type { Instant } from './instant.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

/** What can turn out to be one and the same. */
export type MergeSubject = 'request' | 'household' | 'person';

/**
 * `from` is now `into`. Both histories stay; every record keeps the id it was written with, and reading follows the
 * redirect. Taking the merge back ends it, so that the past can still be read.
 */
export type Redirect<I extends Id> = {
  readonly subject: MergeSubject;
  readonly from: I;
  readonly into: I;
  readonly mergedAt: Instant;
  readonly unmergedAt: Instant | null;
};

/** "These are two": remembered, so that nobody is asked again. The smaller id stands first. */
export type Difference<I extends Id> = {
  readonly subject: MergeSubject;
  readonly one: I;
  readonly other: I;
  readonly saidAt: Instant;
};

export type MergeRefusal<I extends Id> =
  | { readonly code: 'same-already'; readonly id: I }
  | { readonly code: 'said-different'; readonly saidAt: Instant };

/** Where an id leads today, however often it was merged. Ended redirects do not count; a loop ends where it began. */
export function resolve<I extends Id>(redirects: readonly Redirect<I>[], id: I): I {
  const next = new Map(redirects.filter((one) => one.unmergedAt === null).map((one) => [one.from, one.into]));
  const seen = new Set<I>([id]);
  let current = id;
  for (let into = next.get(current); into !== undefined && !seen.has(into); into = next.get(current)) {
    seen.add(into);
    current = into;
  }
  return current;
}

/**
 * Merges what two ids lead to. The older one (by id, which begins with its time) goes on, since its link is the one that
 * people have had longest. Refused where they are one already, or somebody said that they are two.
 */
export function decideMerge<I extends Id>(
  subject: MergeSubject,
  redirects: readonly Redirect<I>[],
  differences: readonly Difference<I>[],
  pair: readonly [I, I],
  now: Instant,
): Outcome<Redirect<I>, MergeRefusal<I>> {
  const [a, b] = [resolve(redirects, pair[0]), resolve(redirects, pair[1])];
  if (a === b) return refuse({ code: 'same-already', id: a });
  const different = findDifference(redirects, differences, a, b);
  if (different) return refuse({ code: 'said-different', saidAt: different.saidAt });
  const [into, from] = a < b ? [a, b] : [b, a];
  return accept({ subject, from, into, mergedAt: now, unmergedAt: null });
}

/** Takes a merge back. A second time changes nothing. */
export function unmerge<I extends Id>(redirect: Redirect<I>, now: Instant): Redirect<I> {
  return redirect.unmergedAt === null ? { ...redirect, unmergedAt: now } : redirect;
}

/** Remembers that two are two. */
export function sayDifferent<I extends Id>(subject: MergeSubject, a: I, b: I, now: Instant): Difference<I> {
  const [one, other] = a < b ? [a, b] : [b, a];
  return { subject, one, other, saidAt: now };
}

/** True while it makes sense to ask "is this the same?": neither merged nor said to be different, by any of their ids. */
export function mayAskSame<I extends Id>(
  redirects: readonly Redirect<I>[],
  differences: readonly Difference<I>[],
  a: I,
  b: I,
): boolean {
  const [x, y] = [resolve(redirects, a), resolve(redirects, b)];
  return x !== y && findDifference(redirects, differences, x, y) === undefined;
}

/** What was said about two ids holds for what they were merged into later. */
function findDifference<I extends Id>(
  redirects: readonly Redirect<I>[],
  differences: readonly Difference<I>[],
  a: I,
  b: I,
): Difference<I> | undefined {
  return differences.find((said) => {
    const [x, y] = [resolve(redirects, said.one), resolve(redirects, said.other)];
    return (x === a && y === b) || (x === b && y === a);
  });
}
