/**
 * What a decision hands back: the value, or the reason it may not be.
 *
 * A refusal is data with a kebab-case `code` and no prose, so a page, the API and another group can each say it in
 * their own words. Exceptions stay for bugs and broken machinery.
 */
export type Outcome<T, R extends Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** The least a refusal is: a code. Each decision narrows it to its own union. */
export type Refusal = { readonly code: string };

/** Wraps the value of a decision that went through. */
export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps the reason a decision did not go through. */
export function refuse<const R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
