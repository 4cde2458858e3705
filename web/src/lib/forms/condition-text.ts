import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import type { Condition, Test } from '@barnraise/kernel/form/condition.ts';
import { type FormDefinition, questionOf, worded } from '@barnraise/kernel/form/definition.ts';
import type { Question } from '@barnraise/kernel/form/question.ts';
import { kindText } from '@barnraise/server/words/amount-text.ts';
import type { Words } from '@barnraise/server/words/words.ts';

/** When a question is shown, as a sentence. */
export function conditionText(t: Words, form: FormDefinition, condition: Condition, language: string): string {
  const tests = condition.tests.map((test) => testText(t, form, test, language));
  const isAny = condition.join === 'any' && tests.length > 1;
  return isAny ? t('forms.onlyIfAny', { tests: tests.join(' · ') }) : t('forms.onlyIf', { tests: t.list(tests) });
}

function testText(t: Words, form: FormDefinition, test: Test, language: string): string {
  const tested = questionOf(form, test.question);
  const question = tested ? shortLabel(tested, form, language) : '';
  switch (test.is) {
    case 'answered':
    case 'empty':
      return t(`forms.said-${test.is}`, { question });
    case 'chosen':
    case 'not-chosen':
      return t(`forms.said-${test.is}`, {
        question,
        choice: tested ? choiceText(t, tested, test.value, form, language) : '',
      });
    case 'at-least':
    case 'at-most':
      return t(`forms.said-${test.is}`, { question, number: test.number });
  }
}

/** One choice of a question in words: an option, yes or no, a kind. */
export function choiceText(
  t: Words,
  question: Question,
  value: string,
  form: Pick<FormDefinition, 'languages'>,
  language: string,
): string {
  if (value === 'yes' || value === 'no') return t(`forms.say-${value}`);
  const option = question.options.find(({ id }) => id === value);
  if (option) return worded(option.label, language, form.languages);
  const kind = catalogKind(value);
  return kind ? kindText(t, kind) : value;
}

const lettersMax = 60;

/** The words of a question as one short line, for lists and for naming it elsewhere. */
export function shortLabel(
  question: Pick<Question, 'label'>,
  form: Pick<FormDefinition, 'languages'>,
  language: string,
): string {
  const line = worded(question.label, language, form.languages).replaceAll(/\s+/g, ' ').trim();
  return line.length <= lettersMax
    ? line
    : `${line
        .slice(0, lettersMax - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
