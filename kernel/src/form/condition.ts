import { type Answers, chosenIn } from './answer.ts';
import { choicesOf, isAnswerable, type Question, type QuestionId } from './question.ts';

/** One simple test of an earlier answer. */
export type Test =
  | { readonly is: 'answered' | 'empty'; readonly question: QuestionId }
  | { readonly is: 'chosen' | 'not-chosen'; readonly question: QuestionId; readonly value: string }
  | { readonly is: 'at-least' | 'at-most'; readonly question: QuestionId; readonly number: number };

/** When a question is shown: all of these hold, or any of them. */
export type Condition = { readonly join: 'all' | 'any'; readonly tests: readonly Test[] };

export const testsMax = 5;

/** What is wrong with a condition where it stands. */
export type ConditionFault =
  | 'condition-empty'
  | 'condition-too-long'
  | 'condition-on-itself'
  | 'condition-looks-ahead'
  | 'condition-on-nothing'
  | 'condition-value-unknown';

/** True when the condition holds for the answers that count. What was not answered, or was hidden, is empty. */
export function conditionHolds(condition: Condition | null, answers: Answers): boolean {
  if (condition === null) return true;
  const holds = (test: Test): boolean => testHolds(test, answers);
  return condition.join === 'all' ? condition.tests.every(holds) : condition.tests.some(holds);
}

function testHolds(test: Test, answers: Answers): boolean {
  const answer = answers.get(test.question);
  switch (test.is) {
    case 'answered':
      return answer !== undefined;
    case 'empty':
      return answer === undefined;
    case 'chosen':
      return chosenIn(answer).includes(test.value);
    case 'not-chosen':
      return !chosenIn(answer).includes(test.value);
    case 'at-least':
      return answer?.is === 'number' && answer.number >= test.number;
    case 'at-most':
      return answer?.is === 'number' && answer.number <= test.number;
  }
}

/**
 * What is wrong with the condition of `question`, given the questions before it and those behind it. A condition that
 * only looks back cannot go round in a circle, whatever the conditions of the questions it looks at.
 */
export function conditionFault(
  question: Pick<Question, 'id' | 'shownIf'>,
  before: readonly Question[],
  behind: readonly Question[],
): ConditionFault | undefined {
  const condition = question.shownIf;
  if (condition === null) return undefined;
  if (condition.tests.length === 0) return 'condition-empty';
  if (condition.tests.length > testsMax) return 'condition-too-long';
  for (const test of condition.tests) {
    if (test.question === question.id) return 'condition-on-itself';
    const tested = before.find((one) => one.id === test.question);
    if (!tested) {
      return behind.some((one) => one.id === test.question) ? 'condition-looks-ahead' : 'condition-on-nothing';
    }
    if (!fits(test, tested)) return 'condition-value-unknown';
  }
  return undefined;
}

/** Can this be asked of a question of that sort? */
function fits(test: Test, tested: Question): boolean {
  switch (test.is) {
    case 'answered':
    case 'empty':
      return isAnswerable(tested);
    case 'chosen':
    case 'not-chosen':
      return choicesOf(tested).includes(test.value);
    case 'at-least':
    case 'at-most':
      return tested.sort === 'number' && Number.isSafeInteger(test.number);
  }
}
