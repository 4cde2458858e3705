import { createContext } from 'svelte';

/** What an action gives back when it could not take the form as it came: nothing typed is lost. */
export interface FormState {
  /** What was typed, by field name; a field that may hold several has a list. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
  /** A sentence for each field that needs another look, in the reader's language. */
  readonly problems?: Readonly<Record<string, string>>;
  /** A sentence about the whole, for example that the last place has just been taken. */
  readonly refusal?: string;
  /** The key the form came with: the same act, tried again. */
  readonly idempotencyKey?: string;
}

/** The state of the form around a field; fields read their own value and problem from it. */
export const [useFormState, provideFormState, hasFormState] = createContext<FormState>();

/** What the form around this component holds for one field. Outside a form there is nothing. */
export function fieldState(name: string): { readonly typed: readonly string[]; readonly problem: string | undefined } {
  const state = hasFormState() ? useFormState() : {};
  const value = state.values?.[name];
  return {
    typed: value === undefined ? [] : typeof value === 'string' ? [value] : value,
    problem: state.problems?.[name],
  };
}

/** What a screen reader says with a field: the ids of its hint and of what is wrong with it. */
export function describedBy(name: string, hint: string | undefined, problem: string | undefined): string | undefined {
  return [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;
}
