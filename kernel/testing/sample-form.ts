import * as fc from 'fast-check';

import type { Condition, Test } from '../src/form/condition.ts';
import { emptyForm, type FormDefinition } from '../src/form/definition.ts';
import { editForm } from '../src/form/edit-form.ts';
import type { FormEdit } from '../src/form/form-edit.ts';
import { answerAudiences, type OptionId, type QuestionId, questionSorts, questionUses } from '../src/form/question.ts';

/** A form made by these edits; a refusal is a mistake of the test. */
export function madeForm(...edits: readonly FormEdit[]): FormDefinition {
  const made = editForm(emptyForm(['en', 'es']), edits);
  if (!made.ok) throw new Error(`The edit was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

// Few numbers, so that random edits meet each other's questions and choices.
const questionId = fc.integer({ min: 1, max: 9 }).map((no) => `q${no}` as QuestionId);
const optionId = fc.integer({ min: 1, max: 9 }).map((no) => `o${no}` as OptionId);
const wording = fc.dictionary(fc.constantFrom('en', 'es'), fc.string({ maxLength: 8 }), { maxKeys: 2 });

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ is: fc.constantFrom('answered' as const, 'empty' as const), question: questionId }),
  fc.record({
    is: fc.constantFrom('chosen' as const, 'not-chosen' as const),
    question: questionId,
    value: fc.oneof(optionId, fc.constantFrom('yes', 'no')),
  }),
  fc.record({
    is: fc.constantFrom('at-least' as const, 'at-most' as const),
    question: questionId,
    number: fc.integer({ min: 0, max: 5 }),
  }),
);
const condition: fc.Arbitrary<Condition> = fc.record({
  join: fc.constantFrom('all' as const, 'any' as const),
  tests: fc.array(test, { maxLength: 3 }),
});

const change = fc.record(
  {
    label: wording,
    hint: wording,
    required: fc.boolean(),
    shownIf: fc.option(condition),
    audience: fc.constantFrom(...answerAudiences),
    keptDays: fc.option(fc.integer({ min: 1, max: 730 })),
    fills: fc.constantFrom(...questionUses),
  },
  { requiredKeys: [] },
);

const by = fc.integer({ min: -3, max: 3 });

/** Any edit that a page could send, most of them senseless. */
export const anyEdit: fc.Arbitrary<FormEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('add-question' as const),
      sort: fc.constantFrom(...questionSorts),
      label: wording,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add-option' as const), question: questionId, label: wording }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change-question' as const), question: questionId, change }) },
  fc.record({ do: fc.constant('move-question' as const), question: questionId, by }),
  fc.record({ do: fc.constant('remove-question' as const), question: questionId }),
  fc.record({ do: fc.constant('move-option' as const), question: questionId, option: optionId, by }),
  fc.record({ do: fc.constant('remove-option' as const), question: questionId, option: optionId }),
  fc.record({ do: fc.constant('word-form' as const), title: wording, intro: wording }),
  fc.record({
    do: fc.constant('translate' as const),
    language: fc.constantFrom('en', 'es', 'ht'),
    texts: fc.dictionary(fc.constantFrom('title', 'q1.label', 'q2.hint', 'q1.o2'), fc.string({ maxLength: 5 })),
  }),
);

/** A form that many random edits made, those that were refused left out. */
export const anyForm: fc.Arbitrary<FormDefinition> = fc.array(anyEdit, { maxLength: 40 }).map((edits) =>
  edits.reduce(
    (form, edit) => {
      const edited = editForm(form, [edit]);
      return edited.ok ? edited.value : form;
    },
    emptyForm(['en', 'es']),
  ),
);
