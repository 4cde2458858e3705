import type { Answer } from './answer.ts';
import { type FormDefinition, worded } from './definition.ts';
import type { Question } from './question.ts';

/** An answer as a page shows it: in words where they are the group's own, in codes where the page has the words. */
export type ShownValue =
  | { readonly is: 'text' | 'date' | 'date-time'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'chosen'; readonly texts: readonly string[] }
  | { readonly is: 'yes-no'; readonly yes: boolean }
  | { readonly is: 'amounts'; readonly amounts: readonly { readonly kind: string; readonly figure: string }[] }
  | { readonly is: 'photo' | 'voice' };

/** What was answered, in the words of the version and the language in which it was asked. */
export function shownValue(
  form: Pick<FormDefinition, 'languages'>,
  question: Question,
  answer: Answer,
  language: string,
): ShownValue {
  switch (answer.is) {
    case 'text':
      return {
        is: question.sort === 'date' || question.sort === 'date-time' ? question.sort : 'text',
        text: answer.text,
      };
    case 'number':
    case 'amounts':
      return answer;
    case 'file':
      return { is: question.sort === 'voice' ? 'voice' : 'photo' };
    case 'chosen': {
      if (question.sort === 'yes-no' || question.sort === 'consent') {
        return { is: 'yes-no', yes: answer.chosen.includes('yes') };
      }
      const chosen = question.options.filter(({ id }) => answer.chosen.includes(id));
      return { is: 'chosen', texts: chosen.map(({ label }) => worded(label, language, form.languages)) };
    }
  }
}
