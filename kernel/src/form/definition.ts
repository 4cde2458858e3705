import { type Question, type QuestionId, type Wording } from './question.ts';

/** What a form is for: its answers become a request, an offer, or only a list. */
export const formPurposes = ['ask', 'offer', 'other'] as const;
export type FormPurpose = (typeof formPurposes)[number];

/** A form as a group made it. A published one never changes: what is edited is the next version. */
export type FormDefinition = {
  readonly title: Wording;
  /** Above the questions. */
  readonly intro: Wording;
  /** The languages it is written in; the first is the one everything is written in. At least one. */
  readonly languages: readonly string[];
  readonly questions: readonly Question[];
  /** The number of the next question or choice; none is ever used twice, so that old answers stay what they were. */
  readonly next: number;
};

/** Limits: more is no form that anybody fills in on a phone. */
export const formLimits = {
  questions: 60,
  options: 40,
  kinds: 20,
  languages: 8,
  files: 3,
  titleLetters: 120,
  /** Of a label, a hint, an explanation or the words above the questions. */
  textLetters: 2500,
  keptDaysMin: 1,
  keptDaysMax: 730,
} as const;

const languageShape = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/** True for the tag of a language that a form can be written in. */
export function isLanguage(text: string): boolean {
  return languageShape.test(text);
}

/** A form with nothing in it yet. */
export function emptyForm(languages: readonly string[]): FormDefinition {
  return { title: {}, intro: {}, languages: languages.slice(0, formLimits.languages), questions: [], next: 1 };
}

export function mainLanguageOf({ languages }: Pick<FormDefinition, 'languages'>): string {
  return languages[0] ?? 'en';
}

/** A text in a language; where that is missing, in the first language of the form that has it. */
export function worded(wording: Wording, language: string, languages: readonly string[]): string {
  for (const one of [language, ...languages]) {
    const text = wording[one];
    if (text !== undefined && text !== '') return text;
  }
  return '';
}

/** The language in which somebody sees a form: the first of their wishes that it is written in, else its own. */
export function formLanguage(form: Pick<FormDefinition, 'languages'>, wishes: readonly (string | null)[]): string {
  return wishes.find((wish): wish is string => wish !== null && form.languages.includes(wish)) ?? mainLanguageOf(form);
}

export function questionOf(form: Pick<FormDefinition, 'questions'>, id: QuestionId): Question | undefined {
  return form.questions.find((question) => question.id === id);
}
