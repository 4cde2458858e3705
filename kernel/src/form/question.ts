import type { Condition } from './condition.ts';

/** What a question is called inside its form: `q7`. It stays when the question is moved or worded anew, and is never used again. */
export type QuestionId = string & { readonly __question: true };
/** What a choice of a question is called inside its form: `o12`. */
export type OptionId = string & { readonly __option: true };

/** A text by its language, as the group wrote it. What is missing was not translated yet. */
export type Wording = { readonly [language: string]: string };

export const questionSorts = [
  'short-text',
  'long-text',
  'one-of',
  'several-of',
  'yes-no',
  'number',
  'date',
  'date-time',
  'phone',
  'mail',
  'place',
  'kinds',
  'photo',
  'voice',
  'consent',
  'explanation',
] as const;
export type QuestionSort = (typeof questionSorts)[number];

/**
 * Who sees what is answered. `helpers` are those who promised to come, for as long as they may see the rest of the
 * request; coordinators see everything.
 */
export const answerAudiences = ['coordinators', 'helpers', 'members'] as const;
export type AnswerAudience = (typeof answerAudiences)[number];

/** What an answer becomes in the request or the offer that the form is for. */
export const questionUses = [
  'nothing',
  'name',
  'phone',
  'mail',
  'address',
  'words',
  'needs',
  /** Those who come may see name, phone and address. */
  'share',
  /** The need may stand on the public page. */
  'listed',
] as const;
export type QuestionUse = (typeof questionUses)[number];

/** One of several answers. `kind` is what it asks for or offers, where the question fills what is needed. */
export type QuestionOption = { readonly id: OptionId; readonly label: Wording; readonly kind: string | null };

export type Question = {
  readonly id: QuestionId;
  readonly sort: QuestionSort;
  readonly label: Wording;
  readonly hint: Wording;
  readonly required: boolean;
  /** Of `one-of` and `several-of`; else empty. */
  readonly options: readonly QuestionOption[];
  /** Of `kinds`: the codes that can be ticked, each with an amount. */
  readonly kinds: readonly string[];
  /** Null is always. */
  readonly shownIf: Condition | null;
  readonly audience: AnswerAudience;
  /** Days after which the answer is erased; null is with the person. */
  readonly keptDays: number | null;
  readonly fills: QuestionUse;
};

type Traits = {
  /** What such an answer can become; `nothing` is always possible. */
  readonly uses: readonly QuestionUse[];
  /** Letters of an answer that is typed. */
  readonly lettersMax: number;
};

const traits: { readonly [Sort in QuestionSort]: Traits } = {
  'short-text': { uses: ['name', 'address', 'words'], lettersMax: 300 },
  'long-text': { uses: ['words'], lettersMax: 3000 },
  'one-of': { uses: ['needs'], lettersMax: 0 },
  'several-of': { uses: ['needs'], lettersMax: 0 },
  'yes-no': { uses: ['share', 'listed'], lettersMax: 0 },
  number: { uses: [], lettersMax: 12 },
  date: { uses: [], lettersMax: 10 },
  'date-time': { uses: [], lettersMax: 16 },
  phone: { uses: ['phone'], lettersMax: 40 },
  mail: { uses: ['mail'], lettersMax: 254 },
  place: { uses: ['address'], lettersMax: 200 },
  kinds: { uses: ['needs'], lettersMax: 20 },
  photo: { uses: [], lettersMax: 0 },
  voice: { uses: [], lettersMax: 0 },
  consent: { uses: ['share', 'listed'], lettersMax: 0 },
  explanation: { uses: [], lettersMax: 0 },
};

/** Words in further languages beside those that are there. An empty text takes its language away. */
export function addTo(wording: Wording, more: Wording | undefined): Wording {
  if (more === undefined) return wording;
  return Object.fromEntries(Object.entries({ ...wording, ...more }).filter(([, text]) => text !== ''));
}

/** What an answer of this sort can become. */
export function usesOf(sort: QuestionSort): readonly QuestionUse[] {
  return ['nothing', ...traits[sort].uses];
}

export function lettersMaxOf(sort: QuestionSort): number {
  return traits[sort].lettersMax;
}

/** True for what can be answered; a paragraph of explanation cannot. */
export function isAnswerable({ sort }: Pick<Question, 'sort'>): boolean {
  return sort !== 'explanation';
}

export function hasOptions({ sort }: Pick<Question, 'sort'>): boolean {
  return sort === 'one-of' || sort === 'several-of';
}

export function isFile({ sort }: Pick<Question, 'sort'>): boolean {
  return sort === 'photo' || sort === 'voice';
}

/** The values by which one can choose in a question, for conditions: its options, yes and no, the kinds. */
export function choicesOf(question: Pick<Question, 'sort' | 'options' | 'kinds'>): readonly string[] {
  switch (question.sort) {
    case 'one-of':
    case 'several-of':
      return question.options.map((option) => option.id);
    case 'kinds':
      return question.kinds;
    case 'yes-no':
      return ['yes', 'no'];
    case 'consent':
      return ['yes'];
    default:
      return [];
  }
}
