import type { Condition, Test } from '@barnraise/kernel/form/condition.ts';
import type { Question, QuestionId } from '@barnraise/kernel/form/question.ts';
import { expect, test } from 'vitest';

import { conditionStyles } from './condition-styles.ts';

const q = (no: number) => `q${no}` as QuestionId;
const yesNo = (no: number, shownIf: Condition | null = null, sort: Question['sort'] = 'yes-no') =>
  ({ id: q(no), sort, options: [], kinds: [], shownIf }) as unknown as Question;
const all = (...tests: readonly Test[]): Condition => ({ join: 'all', tests });
const any = (...tests: readonly Test[]): Condition => ({ join: 'any', tests });
const yes = (no: number): Test => ({ is: 'chosen', question: q(no), value: 'yes' });
const stylesOf = (...questions: readonly Question[]) => conditionStyles({ questions });
const lacks = (no: number) => `:not(:has([name="a-q${no}"][value="yes"]:checked))`;

test('hides a question while one of its conditions fails', () => {
  expect(stylesOf(yesNo(1), yesNo(2))).toBe('');
  expect(stylesOf(yesNo(1), yesNo(2), yesNo(3, all(yes(1), yes(2))))).toBe(
    `@supports selector(:has(*)){.questions${lacks(1)} #box-q3,\n.questions${lacks(2)} #box-q3{display:none}}\n`,
  );
});

test('hides a question while all of its ways to be shown fail', () => {
  expect(stylesOf(yesNo(1), yesNo(2), yesNo(3, any(yes(1), yes(2))))).toContain(
    `.questions${lacks(1)}${lacks(2)} #box-q3{`,
  );
});

test('hides what waits for a question that is hidden itself', () => {
  expect(stylesOf(yesNo(1), yesNo(2, all(yes(1))), yesNo(3, all(yes(2))))).toContain(`.questions${lacks(1)} #box-q3`);
});

test('shows what styles cannot tell: the server reads it only where it counts', () => {
  const typed = yesNo(1, null, 'short-text');
  const answered: Test = { is: 'answered', question: q(1) };
  const many: Test = { is: 'at-least', question: q(1), number: 3 };
  expect(stylesOf(typed, yesNo(2, all(answered)), yesNo(3, all(many)))).toBe('');
  expect(stylesOf(typed, yesNo(2), yesNo(3, any(answered, yes(2))))).toBe('');
  expect(stylesOf(typed, yesNo(2), yesNo(3, all(answered, yes(2))))).toContain(`.questions${lacks(2)} #box-q3`);
});

test('lets no value out of its quotes', () => {
  const spiteful: Test = { is: 'chosen', question: q(1), value: '"]){}*{background:url(//x)}' };
  expect(stylesOf(yesNo(1), yesNo(2, all(spiteful)))).toBe('');
});
