import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../../testing/property-runs.ts';
import { anyEdit, anyForm, madeForm } from '../../testing/sample-form.ts';
import { compareForms } from './compare-forms.ts';
import { conditionFault } from './condition.ts';
import { editForm } from './edit-form.ts';
import { formAdvice, formProblems, wordingsOf } from './form-problems.ts';
import type { FormEdit } from './form-edit.ts';
import type { OptionId, QuestionId } from './question.ts';

const q = (no: number) => `q${no}` as QuestionId;
const o = (no: number) => `o${no}` as OptionId;
const pets = madeForm(
  { do: 'word-form', title: { en: 'Pets' } },
  { do: 'add-question', sort: 'yes-no', label: { en: 'Have you got a pet?' } },
  { do: 'add-question', sort: 'one-of', label: { en: 'Which?' } },
  { do: 'add-option', question: q(2), label: { en: 'A dog' } },
  { do: 'add-option', question: q(2), label: { en: 'A cat' } },
  { do: 'add-question', sort: 'short-text', label: { en: 'What is it called?' } },
);
const ifPet = { join: 'all', tests: [{ is: 'chosen', question: q(1), value: 'yes' }] } as const;
const ifDog = { join: 'all', tests: [{ is: 'chosen', question: q(2), value: 'o3' }] } as const;
const chained: readonly FormEdit[] = [
  { do: 'change-question', question: q(2), change: { shownIf: ifPet } },
  { do: 'change-question', question: q(5), change: { shownIf: ifDog } },
];

function edited(edits: readonly FormEdit[], form = pets) {
  const outcome = editForm(form, edits);
  return outcome.ok ? outcome.value : outcome.refusal;
}

describe('editing a form', () => {
  it('keeps every condition looking back, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        for (const [index, question] of form.questions.entries()) {
          expect(conditionFault(question, form.questions.slice(0, index), form.questions.slice(index))).toBe(undefined);
        }
      }),
      propertyRuns(400),
    );
  });

  it('changes nothing that it was given, and nothing at all where one of the edits is refused', () => {
    fc.assert(
      fc.property(anyForm, fc.array(anyEdit, { maxLength: 6 }), (form, edits) => {
        const before = structuredClone(form);
        const outcome = editForm(form, edits);
        expect(form).toEqual(before);
        if (!outcome.ok) expect(Object.keys(outcome.refusal)).toContain('code');
      }),
      propertyRuns(200),
    );
  });

  it('never uses the name of a question or a choice twice', () => {
    fc.assert(
      fc.property(anyForm, anyEdit, (form, edit) => {
        const outcome = editForm(form, [edit]);
        const after = outcome.ok ? outcome.value : form;
        const names = after.questions.flatMap((one) => [one.id.slice(1), ...one.options.map((op) => op.id.slice(1))]);
        expect(new Set(names).size).toBe(names.length);
        expect(names.every((name) => Number(name) < after.next)).toBe(true);
      }),
      propertyRuns(300),
    );
  });

  it('moves a question, or says which condition stands in the way', () => {
    fc.assert(
      fc.property(anyForm, fc.nat(9), fc.integer({ min: -9, max: 9 }), (form, no, by) => {
        const outcome = editForm(form, [{ do: 'move-question', question: q(no), by }]);
        if (outcome.ok) {
          expect(outcome.value.questions.map(({ id }) => id).toSorted()).toEqual(
            form.questions.map(({ id }) => id).toSorted(),
          );
        } else expect(['question-not-there', 'condition-looks-ahead']).toContain(outcome.refusal.code);
      }),
      propertyRuns(300),
    );
    expect(edited([...chained, { do: 'move-question', question: q(2), by: -1 }])).toEqual({
      code: 'condition-looks-ahead',
      question: q(2),
    });
  });

  it('does not take away what another question waits for', () => {
    expect(edited([...chained, { do: 'remove-question', question: q(2) }])).toEqual({
      code: 'needed-by-condition',
      question: q(5),
    });
    expect(edited([...chained, { do: 'remove-option', question: q(2), option: o(3) }])).toEqual({
      code: 'needed-by-condition',
      question: q(5),
    });
    expect(edited([...chained, { do: 'remove-option', question: q(2), option: o(4) }])).not.toHaveProperty('code');
  });

  it('refuses a condition on itself, and one on nothing', () => {
    const onItself = { join: 'any', tests: [{ is: 'answered', question: q(2) }] } as const;
    const onNothing = { join: 'any', tests: [] } as const;
    for (const shownIf of [onItself, onNothing]) {
      expect(edited([{ do: 'change-question', question: q(2), change: { shownIf } }])).toEqual({
        code: 'condition-invalid',
        question: q(2),
      });
    }
  });

  it('puts translations where they belong, and refuses those of texts that are not there', () => {
    const texts = { title: 'Animales', 'q2.o4': 'Un gato', 'q5.hint': 'Si quiere' };
    const form = editForm(pets, [{ do: 'translate', language: 'es', texts }]);
    const spanish = form.ok ? wordingsOf(form.value).map(({ key, wording }) => [key, wording['es']]) : [];
    expect(Object.fromEntries(spanish.filter(([, text]) => text !== undefined))).toEqual(texts);
    expect(edited([{ do: 'translate', language: 'es', texts: { 'q9.label': 'nada' } }])).toEqual({
      code: 'text-not-there',
    });
    expect(edited([{ do: 'translate', language: 'ht', texts: {} }])).toEqual({ code: 'language-not-there' });
  });
});

describe('what is wrong with a form', () => {
  const kinds = new Set(['goods.food.box']);
  const codes = (edits: readonly FormEdit[]) => {
    const form = editForm(pets, edits);
    return form.ok ? formProblems(form.value, kinds).map(({ code }) => code) : [form.refusal.code];
  };

  it('is nothing, where nothing is', () => {
    expect(codes(chained)).toEqual([]);
  });

  it('is what a reader could not answer', () => {
    expect(formProblems(madeForm(), kinds).map(({ code }) => code)).toEqual(['no-title', 'no-questions']);
    expect(codes([{ do: 'add-question', sort: 'several-of', label: {} }])).toEqual(['no-label', 'no-options']);
    expect(codes([{ do: 'add-option', question: q(2), label: { en: 'A dog' } }])).toEqual(['option-twice']);
    const label = { en: 'What?' };
    expect(codes([{ do: 'add-question', sort: 'kinds', label, change: { kinds: ['own.rocket'] } }])).toEqual([
      'kind-unknown',
    ]);
  });

  it('is a promise that could not be held: what joins the request is kept and seen as the request is', () => {
    const change = { fills: 'name', keptDays: 30, audience: 'members' } as const;
    expect(codes([{ do: 'change-question', question: q(5), change }])).toEqual([
      'kept-with-the-person',
      'seen-as-the-request',
    ]);
    expect(codes([{ do: 'change-question', question: q(5), change: { keptDays: 9999 } }])).toEqual([
      'kept-days-out-of-bounds',
    ]);
  });

  it('is one thing asked twice', () => {
    const name = { do: 'add-question', sort: 'short-text', label: { en: 'Name' }, change: { fills: 'name' } } as const;
    expect(codes([name, name])).toEqual(['used-twice']);
  });

  it('advises what may have been forgotten', () => {
    expect(formAdvice(pets, 'ask')).toEqual([
      { code: 'nobody-to-call' },
      { code: 'nothing-needed' },
      { code: 'untranslated', language: 'es', count: 6 },
    ]);
  });
});

describe('what changed since it was published', () => {
  it('is nothing, when nothing did', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(compareForms(form, structuredClone(form))).toEqual([]);
      }),
      propertyRuns(100),
    );
  });

  it('names what did', () => {
    const after = editForm(pets, [
      { do: 'word-form', intro: { en: 'Hello' } },
      { do: 'remove-question', question: q(5) },
      { do: 'move-question', question: q(2), by: -1 },
      { do: 'change-question', question: q(1), change: { required: true, label: { es: '¿Tiene animales?' } } },
      { do: 'add-question', sort: 'photo', label: { en: 'A photo' } },
    ]);
    expect(
      after.ok && compareForms(pets, after.value).map(({ code, ...rest }) => [code, 'parts' in rest && rest.parts]),
    ).toEqual([
      ['intro', false],
      ['changed', ['label', 'required']],
      ['added', false],
      ['removed', false],
      ['order', false],
    ]);
  });
});
