import type { Condition } from './condition.ts';
import type { AnswerAudience, OptionId, QuestionId, QuestionSort, QuestionUse, Wording } from './question.ts';

/** What can be changed about a question in one go; what is left out stays. */
export type QuestionChange = {
  readonly label?: Wording;
  readonly hint?: Wording;
  readonly required?: boolean;
  readonly kinds?: readonly string[];
  readonly shownIf?: Condition | null;
  readonly audience?: AnswerAudience;
  readonly keptDays?: number | null;
  readonly fills?: QuestionUse;
};

/** One step of making a form. Wordings are added to what is there, language by language. */
export type FormEdit =
  | { readonly do: 'word-form'; readonly title?: Wording; readonly intro?: Wording }
  | { readonly do: 'set-languages'; readonly languages: readonly string[] }
  /** At the end, unless it says behind which question. */
  | {
      readonly do: 'add-question';
      readonly sort: QuestionSort;
      readonly label: Wording;
      readonly after?: QuestionId;
      readonly change?: QuestionChange;
    }
  | { readonly do: 'change-question'; readonly question: QuestionId; readonly change: QuestionChange }
  | { readonly do: 'move-question'; readonly question: QuestionId; readonly by: number }
  | { readonly do: 'remove-question'; readonly question: QuestionId }
  | {
      readonly do: 'add-option';
      readonly question: QuestionId;
      readonly label: Wording;
      readonly kind?: string | null;
    }
  | {
      readonly do: 'change-option';
      readonly question: QuestionId;
      readonly option: OptionId;
      readonly label?: Wording;
      readonly kind?: string | null;
    }
  | { readonly do: 'move-option'; readonly question: QuestionId; readonly option: OptionId; readonly by: number }
  | { readonly do: 'remove-option'; readonly question: QuestionId; readonly option: OptionId }
  /** Translations by the names of {@link wordingsOf}. An empty text takes a translation away. */
  | { readonly do: 'translate'; readonly language: string; readonly texts: Readonly<Record<string, string>> };

export type FormEditRefusal =
  | { readonly code: 'question-not-there' }
  | { readonly code: 'option-not-there' }
  | { readonly code: 'text-not-there' }
  | { readonly code: 'language-not-there' }
  | { readonly code: 'languages-invalid' }
  | { readonly code: 'form-full' }
  /** Another question is shown by the answer to this one; `question` is that other. */
  | { readonly code: 'needed-by-condition'; readonly question: QuestionId }
  /** Moved so, a question would be shown by an answer that is given only after it. */
  | { readonly code: 'condition-looks-ahead'; readonly question: QuestionId }
  | { readonly code: 'condition-invalid'; readonly question: QuestionId }
  | { readonly code: 'question-change-invalid'; readonly question: QuestionId };
