import { accept, type Outcome, refuse } from '../outcome.ts';
import { conditionFault } from './condition.ts';
import { type FormDefinition, formLimits, isLanguage, questionOf } from './definition.ts';
import { editOption } from './edit-option.ts';
import type { FormEdit, FormEditRefusal, QuestionChange } from './form-edit.ts';
import { wordingsOf } from './form-problems.ts';
import { addTo, hasOptions, isAnswerable, type Question, type QuestionId, usesOf, type Wording } from './question.ts';

type Edited = Outcome<FormDefinition, FormEditRefusal>;
type Edit<Do extends FormEdit['do']> = Extract<FormEdit, { do: Do }>;

/** Applies edits in order: all of them, or none and why. What was given is never changed. */
export function editForm(form: FormDefinition, edits: readonly FormEdit[]): Edited {
  let edited = form;
  for (const edit of edits) {
    const next = applyEdit(edited, edit);
    if (!next.ok) return next;
    const sound = checkConditions(next.value);
    if (!sound.ok) return sound;
    edited = next.value;
  }
  return accept(edited);
}

function applyEdit(form: FormDefinition, edit: FormEdit): Edited {
  switch (edit.do) {
    case 'word-form':
      return accept({ ...form, title: addTo(form.title, edit.title), intro: addTo(form.intro, edit.intro) });
    case 'set-languages':
      return setLanguages(form, edit);
    case 'add-question':
      return addQuestion(form, edit);
    case 'change-question':
      return changeQuestion(form, edit.question, edit.change);
    case 'move-question':
      return moveQuestion(form, edit);
    case 'remove-question':
      return removeQuestion(form, edit);
    case 'translate':
      return translate(form, edit);
    default:
      return editOption(form, edit);
  }
}

/**
 * Every condition still looks back at something that is there. It is asked after each edit, so no order of edits can
 * make a form whose questions wait for one another.
 */
function checkConditions(form: FormDefinition): Edited {
  for (const [index, question] of form.questions.entries()) {
    const fault = conditionFault(question, form.questions.slice(0, index), form.questions.slice(index + 1));
    if (fault === 'condition-looks-ahead') return refuse({ code: fault, question: question.id });
    if (fault === 'condition-on-nothing') return refuse({ code: 'needed-by-condition', question: question.id });
    if (fault === 'condition-value-unknown') return refuse({ code: 'needed-by-condition', question: question.id });
    if (fault !== undefined) return refuse({ code: 'condition-invalid', question: question.id });
  }
  return accept(form);
}

/** Texts in a language that is taken away stay where they are: whoever takes it back finds them again. */
function setLanguages(form: FormDefinition, { languages }: Edit<'set-languages'>): Edited {
  const wanted = [...new Set(languages)];
  const isSound = wanted.length > 0 && wanted.length <= formLimits.languages && wanted.every(isLanguage);
  return isSound ? accept({ ...form, languages: wanted }) : refuse({ code: 'languages-invalid' });
}

function addQuestion(form: FormDefinition, { sort, label, after, change = {} }: Edit<'add-question'>): Edited {
  if (form.questions.length >= formLimits.questions) return refuse({ code: 'form-full' });
  const place = after === undefined ? form.questions.length : indexOf(form, after) + 1;
  if (place === 0 && after !== undefined) return refuse({ code: 'question-not-there' });
  const question: Question = {
    id: `q${form.next}` as QuestionId,
    sort,
    label,
    hint: {},
    required: false,
    options: [],
    kinds: [],
    shownIf: null,
    audience: 'coordinators',
    keptDays: null,
    fills: 'nothing',
  };
  const added = { ...form, questions: form.questions.toSpliced(place, 0, question), next: form.next + 1 };
  return changeQuestion(added, question.id, change);
}

function changeQuestion(form: FormDefinition, id: QuestionId, change: QuestionChange): Edited {
  const question = questionOf(form, id);
  if (!question) return refuse({ code: 'question-not-there' });
  const { label, hint, ...rest } = change;
  const changed: Question = {
    ...question,
    ...definedIn(rest),
    label: addTo(question.label, label),
    hint: addTo(question.hint, hint),
  };
  return isSound(changed) ? accept(replace(form, changed)) : refuse({ code: 'question-change-invalid', question: id });
}

/** What can be said of a question of this sort at all; whether it is wise is `formProblems`' part. */
function isSound(question: Question): boolean {
  if (!usesOf(question.sort).includes(question.fills)) return false;
  if (question.required && !isAnswerable(question)) return false;
  if (question.kinds.length > 0 && question.sort !== 'kinds') return false;
  if (question.options.length > 0 && !hasOptions(question)) return false;
  return question.kinds.length <= formLimits.kinds && new Set(question.kinds).size === question.kinds.length;
}

function moveQuestion(form: FormDefinition, { question: id, by }: Edit<'move-question'>): Edited {
  const question = questionOf(form, id);
  if (!question || !Number.isSafeInteger(by)) return refuse({ code: 'question-not-there' });
  const others = form.questions.filter((one) => one.id !== id);
  const place = Math.min(others.length, Math.max(0, indexOf(form, id) + by));
  return accept({ ...form, questions: others.toSpliced(place, 0, question) });
}

function removeQuestion(form: FormDefinition, { question: id }: Edit<'remove-question'>): Edited {
  if (!questionOf(form, id)) return refuse({ code: 'question-not-there' });
  return accept({ ...form, questions: form.questions.filter((one) => one.id !== id) });
}

function translate(form: FormDefinition, { language, texts }: Edit<'translate'>): Edited {
  if (!form.languages.includes(language)) return refuse({ code: 'language-not-there' });
  const known = new Set(wordingsOf(form).map(({ key }) => key));
  if (!Object.keys(texts).every((key) => known.has(key))) return refuse({ code: 'text-not-there' });
  const put = (key: string, wording: Wording): Wording =>
    Object.hasOwn(texts, key) ? addTo(wording, { [language]: texts[key] ?? '' }) : wording;
  return accept({
    ...form,
    title: put('title', form.title),
    intro: put('intro', form.intro),
    questions: form.questions.map((question) => ({
      ...question,
      label: put(`${question.id}.label`, question.label),
      hint: put(`${question.id}.hint`, question.hint),
      options: question.options.map((option) => ({
        ...option,
        label: put(`${question.id}.${option.id}`, option.label),
      })),
    })),
  });
}

function replace(form: FormDefinition, question: Question): FormDefinition {
  return { ...form, questions: form.questions.map((one) => (one.id === question.id ? question : one)) };
}

function indexOf(form: FormDefinition, id: QuestionId): number {
  return form.questions.findIndex((question) => question.id === id);
}

function definedIn<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}
