import type { Condition, Test } from '@barnraise/kernel/form/condition.ts';
import { type FormDefinition, formLimits, mainLanguageOf } from '@barnraise/kernel/form/definition.ts';
import type { FormEdit, QuestionChange } from '@barnraise/kernel/form/form-edit.ts';
import {
  answerAudiences,
  hasOptions,
  isAnswerable,
  type OptionId,
  type Question,
  type QuestionId,
  questionUses,
} from '@barnraise/kernel/form/question.ts';

import type { FormInput } from './form-input.ts';

/** Everything that one question's page says, as edits; the pressed button may be one of a choice. */
export function questionEdits(form: FormDefinition, question: Question, input: FormInput): readonly FormEdit[] {
  const main = mainLanguageOf(form);
  const id = question.id;
  return [
    { do: 'change-question', question: id, change: questionChange(question, main, input) },
    ...(hasOptions(question) ? optionEdits(question, main, input) : []),
  ];
}

function questionChange(question: Question, main: string, input: FormInput): QuestionChange {
  const label = { [main]: input.lines('label', formLimits.textLetters) };
  const shownIf = conditionFrom(input);
  if (!isAnswerable(question)) return { label, shownIf };
  const fills = questionUses.find((use) => use === input.text('fills')) ?? 'nothing';
  // What joins the request is kept and seen as the request is; what was chosen before for the answer alone is let go.
  const isOwn = fills === 'nothing';
  const days = input.text('keptDays', 6);
  return {
    label,
    hint: { [main]: input.lines('hint', formLimits.textLetters) },
    required: input.text('required') === 'yes',
    fills,
    audience: (isOwn && answerAudiences.find((one) => one === input.text('audience'))) || 'coordinators',
    keptDays: !isOwn || days === '' ? null : Math.trunc(Number(days)) || 0,
    shownIf,
    ...(question.sort === 'kinds' && { kinds: input.several('kinds').slice(0, formLimits.kinds) }),
  };
}

function optionEdits({ id: question, options }: Question, main: string, input: FormInput): readonly FormEdit[] {
  const changed = options.map(({ id: option }): FormEdit => {
    const kind = input.text(`kind-${option}`, 80);
    const label = { [main]: input.text(`option-${option}`, formLimits.textLetters) };
    return { do: 'change-option', question, option, label, kind: kind === '' ? null : kind };
  });
  const added = input
    .lines('newOptions')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): FormEdit => ({ do: 'add-option', question, label: { [main]: line } }));
  return [...changed, ...added, ...pressed(question, input)];
}

/** `up o3`, `down o3` or `remove o3`: the button that was pressed instead of "save". */
function pressed(question: QuestionId, input: FormInput): readonly FormEdit[] {
  const [what, option] = input.text('do').split(' ') as [string, OptionId | undefined];
  if (option === undefined) return [];
  if (what === 'remove') return [{ do: 'remove-option', question, option }];
  if (what === 'up') return [{ do: 'move-option', question, option, by: -1 }];
  return what === 'down' ? [{ do: 'move-option', question, option, by: 1 }] : [];
}

/** The rows of conditions on the page; more than any form needs. */
export const testRows = 3;

function conditionFrom(input: FormInput): Condition | null {
  const join = input.text('join');
  if (join !== 'all' && join !== 'any') return null;
  const tests = Array.from({ length: testRows + 2 }, (_, row) => testFrom(input, row)).filter((test) => test !== null);
  return { join, tests };
}

function testFrom(input: FormInput, row: number): Test | null {
  const [is = '', id = '', value = ''] = input.text(`test-${row}`).split('|');
  const question = id as QuestionId;
  switch (is) {
    case 'answered':
    case 'empty':
      return { is, question };
    case 'chosen':
    case 'not-chosen':
      return { is, question, value };
    case 'at-least':
    case 'at-most':
      return { is, question, number: Math.trunc(Number(input.text(`number-${row}`, 12))) || 0 };
    default:
      return null;
  }
}
