import { parseMail, parsePhone } from '../contact.ts';
import type { KindDefinition } from '../kind.ts';
import { toQuantity } from '../quantity.ts';
import { parseLocalDate, parseWallTime } from '../time.ts';
import type { Answer, Answers } from './answer.ts';
import { cleanText } from './clean-text.ts';
import { conditionHolds } from './condition.ts';
import type { FormDefinition } from './definition.ts';
import { choicesOf, isAnswerable, lettersMaxOf, type Question, type QuestionId } from './question.ts';

/** What was posted, by field; anybody can post anything. */
export type Posted = Readonly<Record<string, unknown>>;

/** What answers are read against. */
export type AnswerFacts = {
  /** Whose phone numbers are written without a code. */
  readonly country: string;
  /** The kinds that the group has in use. */
  readonly kinds: ReadonlyMap<string, Pick<KindDefinition, 'entryUnits'>>;
  /** Photos and voice notes that came along and were found to be what they should be. */
  readonly files: ReadonlyMap<QuestionId, string>;
};

export type AnswerProblemCode =
  | 'required'
  | 'tick-needed'
  | 'choose-one'
  | 'too-long'
  | 'broken-text'
  | 'not-a-phone'
  | 'not-a-mail'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-positive'
  | 'too-large'
  | 'not-whole';

/** One answer that needs another look; `field` is the name of the posted field beside which to say it. */
export type AnswerProblem = { readonly field: string; readonly code: AnswerProblemCode; readonly count?: number };

export type AnswersReading =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

/** The name under which a question is posted. */
export function answerField(id: QuestionId): string {
  return `a-${id}`;
}

/** The name under which the amount of one kind is posted. */
export function amountField(id: QuestionId, kind: string): string {
  return `a-${id}.${kind}`;
}

/** As many of one kind at once are a slip of the finger. */
const amountMax = 10_000;
const numberMax = 999_999_999;

/**
 * The answers in a posted form, or everything that needs another look. Questions that are hidden are not read at all:
 * what was posted to them neither counts nor is complained about. Never throws, whatever was posted.
 */
export function readAnswers(
  form: Pick<FormDefinition, 'questions'>,
  posted: Posted,
  facts: AnswerFacts,
): AnswersReading {
  const answers = new Map<QuestionId, Answer>();
  const problems: AnswerProblem[] = [];
  for (const question of form.questions) {
    if (!isAnswerable(question) || !conditionHolds(question.shownIf, answers)) continue;
    const read = readOne(question, posted, facts);
    if ('code' in read) problems.push(read);
    else if (read.answer !== undefined) answers.set(question.id, read.answer);
    else if (question.required) problems.push(missing(question));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers };
}

type Read = { readonly answer: Answer | undefined } | AnswerProblem;

function missing({ id, sort }: Question): AnswerProblem {
  return { field: answerField(id), code: sort === 'consent' ? 'tick-needed' : 'required' };
}

function readOne(question: Question, posted: Posted, facts: AnswerFacts): Read {
  const field = answerField(question.id);
  const value = Object.hasOwn(posted, field) ? posted[field] : undefined;
  switch (question.sort) {
    case 'one-of':
    case 'several-of':
    case 'yes-no':
    case 'consent':
      return readChosen(question, field, value);
    case 'kinds':
      return readAmounts(question, posted, facts);
    case 'photo':
    case 'voice': {
      const file = facts.files.get(question.id);
      return { answer: file === undefined ? undefined : { is: 'file', file } };
    }
    default:
      return readTyped(question, field, value, facts);
  }
}

function readTyped(question: Question, field: string, value: unknown, { country }: AnswerFacts): Read {
  const { sort } = question;
  const typed = cleanText(first(value), sort === 'long-text');
  // Some browsers add the seconds.
  const text = sort === 'date-time' ? typed.slice(0, 16) : typed;
  if (text === '') return { answer: undefined };
  if (text.includes('\uFFFD')) return { field, code: 'broken-text' };
  const count = lettersMaxOf(sort);
  if (text.length > count) return { field, code: 'too-long', count };
  if (sort === 'phone' && parsePhone(text, country) === undefined) return { field, code: 'not-a-phone' };
  if (sort === 'mail' && parseMail(text) === undefined) return { field, code: 'not-a-mail' };
  if (sort === 'date' && parseLocalDate(text) === undefined) return { field, code: 'not-a-date' };
  if (sort === 'date-time' && !isLocalTime(text)) return { field, code: 'not-a-date' };
  return sort === 'number' ? readNumber(field, text) : { answer: { is: 'text', text } };
}

/** A day and a time as a browser posts them: `2026-11-23T16:30`. */
function isLocalTime(text: string): boolean {
  const [date, time, ...rest] = text.split('T');
  return rest.length === 0 && parseLocalDate(date) !== undefined && parseWallTime(time) !== undefined;
}

function readNumber(field: string, text: string): Read {
  if (!/^\d+$/.test(text)) return { field, code: 'not-a-number' };
  const number = Number(text);
  if (number > numberMax) return { field, code: 'too-large', count: numberMax };
  return { answer: { is: 'number', number } };
}

function readChosen(question: Question, field: string, value: unknown): Read {
  const possible = choicesOf(question);
  const chosen = [...new Set(texts(value))].filter((one) => one !== '');
  if (!chosen.every((one) => possible.includes(one))) return { field, code: 'choose-one' };
  if (question.sort !== 'several-of' && chosen.length > 1) return { field, code: 'choose-one' };
  // In the form's own order: the same answer is then always written the same.
  const ordered = possible.filter((one) => chosen.includes(one));
  return { answer: ordered.length > 0 ? { is: 'chosen', chosen: ordered } : undefined };
}

function readAmounts(question: Question, posted: Posted, { kinds }: AnswerFacts): Read {
  const field = answerField(question.id);
  const ticked = texts(Object.hasOwn(posted, field) ? posted[field] : undefined);
  if (ticked.some((code) => code !== '' && !question.kinds.includes(code))) return { field, code: 'choose-one' };
  const amounts: { kind: string; figure: string }[] = [];
  for (const kind of question.kinds) {
    const unit = ticked.includes(kind) ? kinds.get(kind)?.entryUnits[0] : undefined;
    // A kind that the group put out of use since the form was opened cannot be asked for; what else was ticked can.
    if (!unit) continue;
    const name = amountField(question.id, kind);
    const figure = cleanText(first(Object.hasOwn(posted, name) ? posted[name] : undefined), false) || '1';
    const read = toQuantity(figure.slice(0, 41), unit);
    if (!read.ok) return { field: name, code: problemOf[read.refusal.code] };
    if (read.value.quantity * unit.denominator > amountMax * unit.numerator) {
      return { field: name, code: 'too-large', count: amountMax };
    }
    amounts.push({ kind, figure });
  }
  return { answer: amounts.length > 0 ? { is: 'amounts', amounts } : undefined };
}

const problemOf = {
  'amount-not-a-number': 'not-a-number',
  'amount-not-positive': 'not-positive',
  'amount-too-large': 'too-large',
  'amount-not-whole': 'not-whole',
} as const;

function first(value: unknown): string {
  return texts(value)[0] ?? '';
}

function texts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}
