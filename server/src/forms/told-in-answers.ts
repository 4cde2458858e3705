import type { Answers } from '@barnraise/kernel/form/answer.ts';
import { type FormDefinition, worded } from '@barnraise/kernel/form/definition.ts';
import type { Question, QuestionUse } from '@barnraise/kernel/form/question.ts';
import { toQuantity } from '@barnraise/kernel/quantity.ts';

import type { GroupKind } from '../requests/load-kinds.ts';
import { oneUsualUnit } from '../requests/needs-from-fields.ts';
import type { NewNeed } from '../requests/new-request.ts';

/** What answers say, apart from the questions they were given to. */
export interface ToldInAnswers {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly address: string;
  /** What was meant as their own words, and what was chosen that the group has no kind for. */
  readonly words: string;
  readonly needs: readonly NewNeed[];
  /** Undefined where the form does not ask. */
  readonly share: boolean | undefined;
  readonly listed: boolean;
  /** Everything else that was typed, to be looked through for danger. */
  readonly alsoSaid: readonly string[];
}

/** Reads out of the answers what a request or an offer is made of. */
export function toldInAnswers(
  form: FormDefinition,
  answers: Answers,
  language: string,
  kinds: readonly GroupKind[],
): ToldInAnswers {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const answered = form.questions.filter(({ id }) => answers.has(id));
  const textOf = ({ id }: Question): string => {
    const answer = answers.get(id);
    return answer?.is === 'text' ? answer.text : '';
  };
  const usedFor = (use: QuestionUse): readonly Question[] => answered.filter(({ fills }) => fills === use);
  const one = (use: QuestionUse): string => usedFor(use).map(textOf)[0] ?? '';
  const isYes = (use: QuestionUse): boolean => {
    const question = usedFor(use)[0];
    const answer = question && answers.get(question.id);
    return answer?.is === 'chosen' && answer.chosen.includes('yes');
  };
  const wanted = usedFor('needs').flatMap((question) => wantedIn(question, answers, byCode));
  const unknown = wanted.flatMap((want) => ('label' in want ? worded(want.label, language, form.languages) : []));
  return {
    name: one('name').slice(0, 120),
    phone: one('phone'),
    mail: one('mail'),
    address: one('address').slice(0, 200),
    words: [...unknown, ...usedFor('words').map(textOf)].filter((text) => text !== '').join('\n'),
    needs: oncePerKind(wanted.flatMap((want) => ('need' in want ? want.need : []))),
    share: form.questions.some(({ fills }) => fills === 'share') ? isYes('share') : undefined,
    listed: isYes('listed'),
    alsoSaid: usedFor('nothing')
      .map(textOf)
      .filter((text) => text !== ''),
  };
}

type Want = { readonly need: NewNeed } | { readonly label: Question['label'] };

function wantedIn(question: Question, answers: Answers, byCode: ReadonlyMap<string, GroupKind>): readonly Want[] {
  const answer = answers.get(question.id);
  if (answer?.is === 'amounts') {
    return answer.amounts.flatMap(({ kind: code, figure }): readonly Want[] => {
      const kind = byCode.get(code);
      const unit = kind?.entryUnits[0];
      const converted = unit && toQuantity(figure, unit);
      return kind && converted?.ok ? [{ need: { kind, ...converted.value, detail: '' } }] : [];
    });
  }
  if (answer?.is !== 'chosen') return [];
  return question.options
    .filter(({ id }) => answer.chosen.includes(id))
    .map(({ kind: code, label }): Want => {
      const kind = code === null ? undefined : byCode.get(code);
      return kind ? { need: oneUsualUnit(kind) } : { label };
    });
}

/** Asked for twice in one form is asked for once; the first says how much. */
function oncePerKind(needs: readonly NewNeed[]): readonly NewNeed[] {
  return [...new Map(needs.toReversed().map((need) => [need.kind.code, need])).values()].reverse();
}
