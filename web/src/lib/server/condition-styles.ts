import type { Condition, Test } from '@barnraise/kernel/form/condition.ts';
import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import { choicesOf, type Question } from '@barnraise/kernel/form/question.ts';
import { answerField } from '@barnraise/kernel/form/read-answers.ts';

/**
 * A sheet of styles that hides the questions whose condition does not hold, as the form is being filled in and without a
 * script. Conditions that styles cannot tell (a number, a typed text) are left out: the question is shown, and the server
 * reads it only where it counts. A browser that does not know `:has` ignores the sheet and shows all.
 */
export function conditionStyles(form: Pick<FormDefinition, 'questions'>): string {
  const byId = new Map<string, Question>(form.questions.map((question) => [question.id, question]));
  const hiddenBy = new Map<string, readonly string[]>();
  const rules = form.questions.flatMap((question) => {
    if (question.shownIf === null) return [];
    const when = hidingSelectors(question.shownIf, byId, hiddenBy);
    hiddenBy.set(question.id, when);
    return when.map((selector) => `${selector} #box-${question.id}`);
  });
  return rules.length === 0 ? '' : `@supports selector(:has(*)){${rules.join(',\n')}{display:none}}\n`;
}

const root = '.questions';

/** Each of these stands for a form in which the question does not apply. */
function hidingSelectors(
  { join, tests }: Condition,
  byId: ReadonlyMap<string, Question>,
  hiddenBy: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const failing = tests.map((test) => failingSelector(test, byId.get(test.question)));
  if (join === 'all' || tests.length === 1) {
    // Where an earlier question is hidden itself, so is what waits for a choice in it.
    const inherited = tests.flatMap((test) => (test.is === 'chosen' ? (hiddenBy.get(test.question) ?? []) : []));
    return [...failing.filter((one) => one !== undefined).map((one) => root + one), ...inherited];
  }
  // Of several ways to be shown, all must fail; one that cannot be told may hold.
  return failing.includes(undefined) ? [] : [root + failing.join('')];
}

/** The end of a selector for a form in which this test does not hold; undefined where styles cannot tell. */
function failingSelector(test: Test, tested: Question | undefined): string | undefined {
  if (!tested) return undefined;
  const ticked = (value?: string): string =>
    `:has([name="${answerField(tested.id)}"]${value === undefined ? '' : `[value="${value}"]`}:checked)`;
  switch (test.is) {
    case 'chosen':
      return isPlain(test.value) ? `:not(${ticked(test.value)})` : undefined;
    case 'not-chosen':
      return isPlain(test.value) ? ticked(test.value) : undefined;
    case 'answered':
      return choicesOf(tested).length > 0 ? `:not(${ticked()})` : undefined;
    case 'empty':
      return choicesOf(tested).length > 0 ? ticked() : undefined;
    default:
      return undefined;
  }
}

/** Values are ids and codes; anything else has no place between the quotes of a selector. */
function isPlain(value: string): boolean {
  return /^[\w.-]+$/.test(value);
}
