import type { QuestionId } from './question.ts';

/** What somebody answered to one question. It can be kept as JSON. */
export type Answer =
  /** Typed: texts, phone, mail, place; a date as `2026-11-23`. */
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  /** Option ids; `yes` and `no`. */
  | { readonly is: 'chosen'; readonly chosen: readonly string[] }
  /** Kinds by their code, each with the figure in its usual unit, as it was typed. */
  | { readonly is: 'amounts'; readonly amounts: readonly { readonly kind: string; readonly figure: string }[] }
  /** The name of a photo or a voice note that is kept elsewhere. */
  | { readonly is: 'file'; readonly file: string };

/** The answers that count, by question. What was not answered is not there. */
export type Answers = ReadonlyMap<QuestionId, Answer>;

/** What was chosen in an answer, whatever its sort; nothing where one cannot choose. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (answer?.is === 'chosen') return answer.chosen;
  return answer?.is === 'amounts' ? answer.amounts.map(({ kind }) => kind) : [];
}
