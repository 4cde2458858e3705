import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../../testing/property-runs.ts';
import { anyForm, madeForm } from '../../testing/sample-form.ts';
import { catalogKind } from '../catalog/catalog.ts';
import { isAnswerable, type QuestionId } from './question.ts';
import { amountField, answerField, type AnswerFacts, readAnswers } from './read-answers.ts';
import { visibleQuestions } from './visible-questions.ts';

const q = (no: number) => `q${no}` as QuestionId;
const boxes = catalogKind('goods.food.box');
const facts: AnswerFacts = {
  country: 'US',
  kinds: new Map(boxes ? [[boxes.code, boxes]] : []),
  files: new Map(),
};

const rubbish = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom(
    'yes',
    'no',
    'o2',
    'o3',
    'o4',
    '3',
    '2026-02-30',
    '304 555 0144',
    'a@b.example',
    '\u202Eabc',
    '\uFFFD',
  ),
  fc.array(fc.constantFrom('o2', 'o3', 'yes', '__proto__'), { maxLength: 4 }),
);
const posted = fc.dictionary(
  fc.oneof(
    fc.integer({ min: 1, max: 20 }).map((no) => `a-q${no}`),
    fc.constantFrom('__proto__', 'constructor', 'a-q1.goods.food.box'),
  ),
  rubbish,
);

describe('reading answers', () => {
  it('never throws, and either answers or says what is wrong, whatever is posted to whatever form', () => {
    fc.assert(
      fc.property(anyForm, posted, (form, fields) => {
        const read = readAnswers(form, fields, facts);
        if (!read.ok) expect(read.problems.every(({ field }) => field.startsWith('a-q'))).toBe(true);
      }),
      propertyRuns(500),
    );
  });

  it('counts no answer to a question that is hidden', () => {
    fc.assert(
      fc.property(anyForm, posted, (form, fields) => {
        const read = readAnswers(
          { questions: form.questions.map((one) => ({ ...one, required: false })) },
          fields,
          facts,
        );
        if (!read.ok) return;
        const visible = new Set(visibleQuestions(form, read.answers).map(({ id }) => id));
        expect([...read.answers.keys()].filter((id) => !visible.has(id))).toEqual([]);
      }),
      propertyRuns(500),
    );
  });

  it('asks for what is required, where it is shown', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const read = readAnswers(form, {}, facts);
        const shown = visibleQuestions(form, new Map()).filter((one) => one.required && isAnswerable(one));
        expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(shown.map(({ id }) => answerField(id)));
      }),
      propertyRuns(300),
    );
  });

  it('hides what hangs on an answer that is hidden itself', () => {
    const yes = (no: number) => ({ join: 'all', tests: [{ is: 'chosen', question: q(no), value: 'yes' }] }) as const;
    const form = madeForm(
      { do: 'add-question', sort: 'yes-no', label: { en: 'One' } },
      { do: 'add-question', sort: 'yes-no', label: { en: 'Two' }, change: { shownIf: yes(1) } },
      { do: 'add-question', sort: 'short-text', label: { en: 'Three' }, change: { shownIf: yes(2), required: true } },
    );
    const all = { 'a-q1': 'yes', 'a-q2': 'yes', 'a-q3': 'here' };
    const answers = (fields: object) => {
      const read = readAnswers(form, { ...fields }, facts);
      return read.ok ? [...read.answers.keys()] : read.problems;
    };
    expect(answers(all)).toEqual(['q1', 'q2', 'q3']);
    expect(answers({ ...all, 'a-q1': 'no' })).toEqual(['q1']);
    expect(answers({ ...all, 'a-q3': '' })).toEqual([{ field: 'a-q3', code: 'required' }]);
  });

  it.each([
    ['phone', 'call me', 'not-a-phone'],
    ['mail', 'a@b', 'not-a-mail'],
    ['date', '2026-02-30', 'not-a-date'],
    ['date-time', '2026-02-03', 'not-a-date'],
    ['date-time', '2026-02-03T25:00', 'not-a-date'],
    ['number', '-3', 'not-a-number'],
    ['number', '9999999999', 'too-large'],
    ['short-text', 'x'.repeat(301), 'too-long'],
    ['short-text', 'caf\uFFFD', 'broken-text'],
    ['yes-no', 'maybe', 'choose-one'],
    ['yes-no', ['yes', 'no'], 'choose-one'],
    ['consent', '', 'tick-needed'],
  ] as const)('says what is wrong with %s: %s', (sort, value, code) => {
    const form = madeForm({ do: 'add-question', sort, label: { en: 'Q' }, change: { required: true } });
    const read = readAnswers(form, { 'a-q1': value }, facts);
    expect(read.ok ? [] : read.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('reads amounts in the usual unit, one each unless told', () => {
    const label = { en: 'What?' };
    const form = madeForm({ do: 'add-question', sort: 'kinds', label, change: { kinds: ['goods.food.box'] } });
    const read = (fields: object) => {
      const outcome = readAnswers(form, { ...fields }, facts);
      return outcome.ok ? outcome.answers.get(q(1)) : outcome.problems;
    };
    const amount = amountField(q(1), 'goods.food.box');
    expect(read({})).toBe(undefined);
    expect(read({ [amount]: '3' })).toBe(undefined);
    expect(read({ 'a-q1': 'goods.food.box' })).toEqual({
      is: 'amounts',
      amounts: [{ kind: 'goods.food.box', figure: '1' }],
    });
    expect(read({ 'a-q1': 'goods.food.box', [amount]: 'lots' })).toEqual([{ field: amount, code: 'not-a-number' }]);
    expect(read({ 'a-q1': 'goods.food.box', [amount]: '20000' })).toMatchObject([{ code: 'too-large' }]);
    expect(read({ 'a-q1': 'service.rocket' })).toEqual([{ field: 'a-q1', code: 'choose-one' }]);
  });
});
