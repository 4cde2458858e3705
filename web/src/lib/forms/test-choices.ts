import type { Test } from '@barnraise/kernel/form/condition.ts';
import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import { choicesOf, isAnswerable, type Question } from '@barnraise/kernel/form/question.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import { choiceText, shortLabel } from './condition-text.ts';

/** What can be tested of one earlier question, as a part of a list to choose from. */
export interface TestChoices {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A test as the value of a choice: `chosen|q3|o5`, `at-least|q4`. The number of the last stands in a field of its own. */
export function testValue(test: Test): string {
  return ['value' in test ? [test.is, test.question, test.value] : [test.is, test.question]].flat().join('|');
}

/** Everything that a question could wait for: the answers to those before it. */
export function testChoices(
  t: Words,
  form: FormDefinition,
  question: Question,
  language: string,
): readonly TestChoices[] {
  const index = form.questions.findIndex(({ id }) => id === question.id);
  return form.questions
    .slice(0, index)
    .filter(isAnswerable)
    .map((earlier) => ({
      label: shortLabel(earlier, form, language),
      options: testsOf(earlier).map((test) => ({
        value: testValue(test),
        label:
          'value' in test
            ? t(`forms.test-${test.is}`, { choice: choiceText(t, earlier, test.value, form, language) })
            : t(`forms.test-${test.is}`),
      })),
    }));
}

function testsOf(question: Question): readonly Test[] {
  const { id } = question;
  const choices = choicesOf(question).filter((value) => value !== 'no');
  const chosen = (question.sort === 'yes-no' ? ['yes', 'no'] : choices).map((value): Test => ({
    is: 'chosen',
    question: id,
    value,
  }));
  const notChosen = (question.sort === 'one-of' || question.sort === 'several-of' ? choices : []).map(
    (value): Test => ({ is: 'not-chosen', question: id, value }),
  );
  const numbers: readonly Test[] =
    question.sort === 'number'
      ? [
          { is: 'at-least', question: id, number: 0 },
          { is: 'at-most', question: id, number: 0 },
        ]
      : [];
  return [...chosen, ...notChosen, ...numbers, { is: 'answered', question: id }, { is: 'empty', question: id }];
}
