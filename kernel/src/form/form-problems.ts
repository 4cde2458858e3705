import { type ConditionFault, conditionFault } from './condition.ts';
import { type FormDefinition, formLimits, type FormPurpose, mainLanguageOf } from './definition.ts';
import {
  answerAudiences,
  hasOptions,
  isAnswerable,
  isFile,
  type OptionId,
  type Question,
  type QuestionId,
  type QuestionUse,
  usesOf,
  type Wording,
} from './question.ts';

export type FormProblemCode =
  | ConditionFault
  | 'no-title'
  | 'no-questions'
  | 'too-many-questions'
  | 'too-many-files'
  | 'no-label'
  | 'no-options'
  | 'option-without-label'
  | 'option-twice'
  | 'option-kind-unknown'
  | 'no-kinds'
  | 'kind-unknown'
  | 'text-too-long'
  | 'use-does-not-fit'
  | 'used-twice'
  | 'kept-with-the-person'
  | 'kept-days-out-of-bounds'
  | 'seen-as-the-request'
  | 'audience-unknown';

/** What has to be put right before a form can be published. */
export type FormProblem = {
  readonly code: FormProblemCode;
  readonly question?: QuestionId;
  readonly option?: OptionId;
};

/** What a form could do better; it can be published all the same. */
export type FormAdvice =
  | { readonly code: 'untranslated'; readonly language: string; readonly count: number }
  | { readonly code: 'nobody-to-call' }
  | { readonly code: 'nothing-needed' };

/** Everything that is wrong with a form as it stands; empty when it can be published. */
export function formProblems(form: FormDefinition, kinds: ReadonlySet<string>): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  const main = mainLanguageOf(form);
  if (isBlank(form.title, main)) problems.push({ code: 'no-title' });
  if (!form.questions.some(isAnswerable)) problems.push({ code: 'no-questions' });
  if (form.questions.length > formLimits.questions) problems.push({ code: 'too-many-questions' });
  if (form.questions.filter(isFile).length > formLimits.files) problems.push({ code: 'too-many-files' });
  if (tooLong(form.title, formLimits.titleLetters) || tooLong(form.intro)) problems.push({ code: 'text-too-long' });
  for (const [index, question] of form.questions.entries()) {
    const codes = [
      ...wordFaults(question, main),
      ...useFaults(question),
      conditionFault(question, form.questions.slice(0, index), form.questions.slice(index + 1)),
    ];
    for (const code of codes) if (code !== undefined) problems.push({ code, question: question.id });
    problems.push(...choiceProblems(question, main, kinds));
  }
  return [...problems, ...usedTwice(form)];
}

/** What one might have forgotten. */
export function formAdvice(form: FormDefinition, purpose: FormPurpose): readonly FormAdvice[] {
  const advice: FormAdvice[] = [];
  const isUsed = (use: QuestionUse): boolean => form.questions.some((question) => question.fills === use);
  if (purpose !== 'other') {
    if (!isUsed('phone') && !isUsed('mail')) advice.push({ code: 'nobody-to-call' });
    if (!isUsed('needs') && !isUsed('words')) advice.push({ code: 'nothing-needed' });
  }
  for (const language of form.languages.slice(1)) {
    const count = wordingsOf(form).filter(
      ({ wording }) => !isBlank(wording, mainLanguageOf(form)) && isBlank(wording, language),
    ).length;
    if (count > 0) advice.push({ code: 'untranslated', language, count });
  }
  return advice;
}

/** A text of a form and the name it goes by when it is translated: `title`, `intro`, `q3.label`, `q3.hint`, `q3.o5`. */
export type NamedWording = { readonly key: string; readonly wording: Wording };

/** Every text of a form, from top to bottom. */
export function wordingsOf(form: FormDefinition): readonly NamedWording[] {
  return [
    { key: 'title', wording: form.title },
    { key: 'intro', wording: form.intro },
    ...form.questions.flatMap((question) => [
      { key: `${question.id}.label`, wording: question.label },
      { key: `${question.id}.hint`, wording: question.hint },
      ...question.options.map((option) => ({ key: `${question.id}.${option.id}`, wording: option.label })),
    ]),
  ];
}

function wordFaults(question: Question, main: string): readonly FormProblemCode[] {
  return [
    ...(isBlank(question.label, main) ? (['no-label'] as const) : []),
    ...(tooLong(question.label) || tooLong(question.hint) ? (['text-too-long'] as const) : []),
  ];
}

function useFaults({ sort, fills, keptDays, audience }: Question): readonly FormProblemCode[] {
  const isKeptOddly =
    keptDays !== null &&
    !(Number.isSafeInteger(keptDays) && keptDays >= formLimits.keptDaysMin && keptDays <= formLimits.keptDaysMax);
  return [
    ...(usesOf(sort).includes(fills) ? [] : (['use-does-not-fit'] as const)),
    // What becomes a part of the request is kept and shown as the request is: another promise could not be held.
    ...(fills !== 'nothing' && keptDays !== null ? (['kept-with-the-person'] as const) : []),
    ...(fills !== 'nothing' && audience !== 'coordinators' ? (['seen-as-the-request'] as const) : []),
    ...(isKeptOddly ? (['kept-days-out-of-bounds'] as const) : []),
    ...(answerAudiences.includes(audience) ? [] : (['audience-unknown'] as const)),
  ];
}

function choiceProblems(question: Question, main: string, kinds: ReadonlySet<string>): readonly FormProblem[] {
  const { id, options } = question;
  const problems: FormProblem[] = [];
  if (question.sort === 'kinds') {
    if (question.kinds.length === 0) problems.push({ code: 'no-kinds', question: id });
    if (!question.kinds.every((code) => kinds.has(code))) problems.push({ code: 'kind-unknown', question: id });
  }
  if (!hasOptions(question)) return problems;
  if (options.length === 0) problems.push({ code: 'no-options', question: id });
  const labels = new Set<string>();
  for (const option of options) {
    const label = (option.label[main] ?? '').trim();
    if (label === '') problems.push({ code: 'option-without-label', question: id, option: option.id });
    else if (labels.has(label)) problems.push({ code: 'option-twice', question: id, option: option.id });
    labels.add(label);
    if (option.kind !== null && !kinds.has(option.kind)) {
      problems.push({ code: 'option-kind-unknown', question: id, option: option.id });
    }
  }
  return problems;
}

/** A name, a phone, a consent: asked once. Words and what is needed may come from several questions. */
function usedTwice({ questions }: FormDefinition): readonly FormProblem[] {
  const once: readonly QuestionUse[] = ['name', 'phone', 'mail', 'address', 'share', 'listed'];
  return questions.flatMap((question, index): readonly FormProblem[] =>
    once.includes(question.fills) && questions.slice(0, index).some((other) => other.fills === question.fills)
      ? [{ code: 'used-twice', question: question.id }]
      : [],
  );
}

function isBlank(wording: Wording, language: string): boolean {
  return (wording[language] ?? '').trim() === '';
}

function tooLong(wording: Wording, lettersMax: number = formLimits.textLetters): boolean {
  return Object.values(wording).some((text) => text.length > lettersMax);
}
