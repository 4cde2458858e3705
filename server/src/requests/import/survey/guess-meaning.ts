import type { ImportSubject } from '../mapping.ts';
import { type ColumnMeaning, columnMeanings, singleMeanings } from './column-meaning.ts';
import type { ColumnSurvey } from './column-tally.ts';
import { meaningsByName } from './column-words.ts';
import { kindCodes } from './kind-codes.ts';

/** What a column is taken for. */
export interface ColumnGuess {
  readonly column: string;
  readonly meaning: ColumnMeaning;
  /** From 0 to 1; below {@link surely} a person is asked to look. */
  readonly confidence: number;
}

export const surely = 0.6;

/** Guesses each column from its name and its values; where one column only can be something, the likeliest is. */
export function guessMeanings(columns: readonly ColumnSurvey[], subject: ImportSubject): readonly ColumnGuess[] {
  const scored = columns.map((column) => ({ column, scores: scoresOf(column, columns, subject) }));
  const taken = new Set<ColumnMeaning>();
  const guesses = new Map<string, ColumnGuess>();
  // The surest first, so that it is not another column that has taken what only one can have.
  const order = scored.toSorted((left, right) => best(right.scores).score - best(left.scores).score);
  for (const { column, scores } of order) {
    const open = scores.filter(({ meaning }) => !taken.has(meaning));
    const { meaning, score } = best(open);
    if (singleMeanings.has(meaning)) taken.add(meaning);
    guesses.set(column.name, { column: column.name, meaning, confidence: Math.min(1, score) });
  }
  return columns.map(({ name }) => guesses.get(name) ?? { column: name, meaning: 'none', confidence: 0 });
}

interface Score {
  readonly meaning: ColumnMeaning;
  readonly score: number;
}

/** A column that nothing speaks for is left out, and how surely depends on whether it says anything. */
function best(scores: readonly Score[]): Score {
  const [first] = scores.toSorted((left, right) => right.score - left.score);
  return first && first.score >= 0.35 ? first : { meaning: 'none', score: 0.5 };
}

function scoresOf(column: ColumnSurvey, all: readonly ColumnSurvey[], subject: ImportSubject): readonly Score[] {
  const named = new Map(meaningsByName(column.name).map(({ meaning, score }) => [meaning, score]));
  return columnMeanings.map((meaning) => {
    const byName = bySubject(named, meaning, subject, column, all);
    const byContent = column.filled === 0 ? (byName > 0 ? 0.5 : 0) : contentScore(column, meaning, subject);
    // What a name says is believed unless the values speak against it; values alone must speak clearly.
    const score =
      byName > 0 ? byName * 0.6 + byContent * 0.4 - (byContent < 0 ? 0.5 : 0) : byContent > 0.75 ? byContent * 0.6 : 0;
    return { meaning, score };
  });
}

/** Names that mean something else by what the rows are: a volunteer is a member, but no neighbor who asks. */
function bySubject(
  named: ReadonlyMap<ColumnMeaning, number>,
  meaning: ColumnMeaning,
  subject: ImportSubject,
  { name, shares }: ColumnSurvey,
  all: readonly ColumnSurvey[],
): number {
  const score = named.get(meaning) ?? 0;
  const alone = (wanted: RegExp): boolean => !all.some((other) => other.name !== name && wanted.test(other.name));
  if (subject === 'places') {
    // Beside the place's own name a person's is who to ask for there.
    const isPerson =
      /contact|contacto|persona|person/i.test(name) &&
      !alone(/^(?!.*(?:contact|person)).*(?:name|nombre|site|place|lugar|sitio)/i);
    if (isPerson && named.has('name')) return meaning === 'words' ? 0.9 : 0;
    const isPlace = /^(?:location|site|place|lugar|ubicaci[oó]n|sitio)$/i.test(name) && alone(/name|nombre/i);
    if (isPlace) return meaning === 'name' ? 0.95 : 0;
  }
  if (
    subject === 'requests' &&
    /volunteer|voluntari/i.test(name) &&
    named.has('name') &&
    !alone(/(?:^|[^r] )name|nombre|client|request|shelter/i)
  )
    return meaning === 'words' ? 0.8 : 0;
  const asks = Math.max(named.get('needs') ?? 0, named.get('kinds') ?? 0);
  // Of a place it is asked where it is, not what it needs.
  if (subject === 'places' && asks > 0) return meaning === 'words' && shares.number < 0.5 ? asks : 0;
  const isGroup = /business|organi[sz]a|company|agency|empresa|agrupaci/i.test(name) && named.has('name');
  if (subject !== 'places' && isGroup && !alone(/(?:contact|first|last|full|client|person|your).?name|^name$|nombre/i))
    return meaning === 'words' ? 0.8 : 0;
  if (subject === 'members' && /emergency|emergencia/i.test(name)) return meaning === 'words' ? 0.9 : 0;
  return score;
}

const share = (value: number): number => (value >= 0.5 ? value : value - 0.5);

/** How the values speak for a meaning: 1 clearly, 0 not at all, below it against. */
function contentScore(column: ColumnSurvey, meaning: ColumnMeaning, subject: ImportSubject): number {
  const { shares, range, dates, usualWords, longest } = column;
  const wordy = shares.text;
  const few = column.categories !== undefined;
  const whole = shares.number + shares['yes-no'] > 0.7 && range.areWhole && range.least >= 0 && range.most <= 60;
  switch (meaning) {
    case 'phone':
      return share(shares.phone + (shares.number > 0.8 && range.least > 1e6 ? 0.6 : 0));
    case 'mail':
      return share(shares.mail);
    case 'askedAt':
      return share(dates.share);
    case 'latitude':
      return isPoint(column, 90) ? 0.7 : -1;
    case 'longitude':
      return isPoint(column, 180) ? 0.7 : -1;
    case 'point':
      return shares.point > 0.8 ? 1 : -1;
    case 'size':
    case 'adults':
    case 'children':
      return whole ? 0.7 : -1;
    case 'name':
      return wordy > 0.7 && usualWords <= 8 && dates.share < 0.5 ? 0.6 : -0.3;
    case 'words':
      return wordy > 0.5 && usualWords >= 6 && longest > 60 ? 0.8 : wordy > 0.4 || shares.link > 0.4 ? 0.4 : 0;
    case 'needs':
      return wordy > 0.6 && dates.share < 0.5 ? 0.6 : -0.5;
    case 'kinds':
      return wordy > 0.8 && few && usualWords <= 20 && subject !== 'places'
        ? kindsShare(column)
        : wordy > 0.8 && usualWords <= 12
          ? 0.3
          : -0.5;
    case 'address':
      return wordy > 0.5 || shares.number > 0.8 ? 0.5 : 0;
    case 'key':
      return column.isUnique && dates.share < 0.5 ? 0.7 : -1;
    case 'answered':
      return column.categories?.values.some((value) => isNoAnswer(value)) ? 1 : -1;
    case 'language':
      return few && wordy > 0.6 && usualWords <= 3 ? 0.7 : -0.5;
    case 'directions':
      return wordy > 0.5 ? 0.5 : 0;
    case 'none':
      return 0.3;
  }
}

function isPoint({ shares, range }: ColumnSurvey, limit: number): boolean {
  return shares.number > 0.8 && Math.abs(range.least) <= limit && Math.abs(range.most) <= limit;
}

/** Values of a call list that say that nobody answered. */
export function isNoAnswer(value: string): boolean {
  return /^(?:dnr|n\/?r|did ?n.?t (?:respond|answer)|did not (?:respond|answer|pick up)|no answer|no response|no reply|unanswered|unreachable|not reached|could ?n.?t reach|left (?:a )?(?:message|voicemail|vm)|voicemail|vm|no contest[aóo]|no respond[eió]+|sin respuesta|buz[oó]n(?: de voz)?|no atiende)$/i.test(
    value.trim(),
  );
}

/** Categories are of kinds when many of them name one; a name that says so is enough when they are few. */
function kindsShare({ categories }: ColumnSurvey): number {
  if (!categories) return 0;
  return 0.5 + 0.5 * Math.min(1, (2 * Object.keys(kindCodes(categories)).length) / categories.values.length);
}
