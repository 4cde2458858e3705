import { accept, type Outcome, refuse } from '../outcome.ts';
import { type FormDefinition, formLimits, questionOf } from './definition.ts';
import type { FormEdit, FormEditRefusal } from './form-edit.ts';
import { addTo, hasOptions, type OptionId, type Question, type QuestionOption } from './question.ts';

type OptionEdit = Extract<FormEdit, { do: 'add-option' | 'change-option' | 'move-option' | 'remove-option' }>;

/** The edits of one question's choices. Whether conditions still hold is looked at by whoever calls this. */
export function editOption(form: FormDefinition, edit: OptionEdit): Outcome<FormDefinition, FormEditRefusal> {
  const question = questionOf(form, edit.question);
  if (!question || !hasOptions(question)) return refuse({ code: 'question-not-there' });
  if (edit.do === 'add-option') {
    if (question.options.length >= formLimits.options) return refuse({ code: 'form-full' });
    const option = { id: `o${form.next}` as OptionId, label: edit.label, kind: edit.kind ?? null };
    return accept({ ...withOptions(form, question, [...question.options, option]), next: form.next + 1 });
  }
  const index = question.options.findIndex((one) => one.id === edit.option);
  const option = question.options[index];
  if (!option) return refuse({ code: 'option-not-there' });
  return accept(withOptions(form, question, edited(question.options, option, index, edit)));
}

function edited(
  options: readonly QuestionOption[],
  option: QuestionOption,
  index: number,
  edit: Exclude<OptionEdit, { do: 'add-option' }>,
): readonly QuestionOption[] {
  switch (edit.do) {
    case 'change-option': {
      const kind = edit.kind === undefined ? option.kind : edit.kind;
      return options.with(index, { ...option, label: addTo(option.label, edit.label), kind });
    }
    case 'move-option': {
      const place = Math.min(options.length - 1, Math.max(0, index + Math.trunc(edit.by || 0)));
      return options.toSpliced(index, 1).toSpliced(place, 0, option);
    }
    case 'remove-option':
      return options.toSpliced(index, 1);
  }
}

function withOptions(form: FormDefinition, question: Question, options: readonly QuestionOption[]): FormDefinition {
  return { ...form, questions: form.questions.map((one) => (one.id === question.id ? { ...question, options } : one)) };
}
