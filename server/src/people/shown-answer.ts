import type { Answer } from '@barnraise/kernel/form/answer.ts';
import { type FormDefinition, worded } from '@barnraise/kernel/form/definition.ts';
import { isAnswerable, type QuestionId } from '@barnraise/kernel/form/question.ts';
import { type ShownValue, shownValue } from '@barnraise/kernel/form/shown-value.ts';
import type { FormAnswerId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { GroupReader } from '../database/database.ts';
import type { ReadDetail } from './read-details.ts';
import { isAnswerField } from './vault-fields.ts';

/** One question as it was worded for whoever answered it, with what they said. */
export interface ShownAnswer {
  readonly question: QuestionId;
  readonly label: string;
  readonly value: ShownValue;
}

/** What somebody answered to one form, as far as the reader may see it. */
export interface ShownAnswers {
  readonly id: FormAnswerId;
  readonly title: string;
  readonly no: number;
  /** In which the questions were read. */
  readonly language: string;
  readonly sentAt: Instant;
  readonly answers: readonly ShownAnswer[];
}

/** A kept answer, with the version of the form that it was given to. */
export interface AnsweredForm {
  readonly id: FormAnswerId;
  readonly version_no: number;
  readonly language: string;
  readonly sent_at: Instant;
  readonly request_id: RequestId | null;
  readonly definition: unknown;
}

/** The forms behind requests: one statement however many. */
export async function formsAnsweredFor(
  tx: GroupReader,
  requestIds: readonly RequestId[],
): Promise<readonly AnsweredForm[]> {
  if (requestIds.length === 0) return [];
  return selectAnswered(tx).where('a.request_id', 'in', requestIds).execute();
}

/** Every form that these people answered, whatever came of it. */
export async function formsAnsweredBy(
  tx: GroupReader,
  personIds: readonly PersonId[],
): Promise<readonly AnsweredForm[]> {
  if (personIds.length === 0) return [];
  return selectAnswered(tx).where('a.person_id', 'in', personIds).execute();
}

function selectAnswered(tx: GroupReader) {
  return tx.db
    .selectFrom('form_answers as a')
    .innerJoin('form_versions as v', (join) =>
      join
        .onRef('v.group_id', '=', 'a.group_id')
        .onRef('v.form_id', '=', 'a.form_id')
        .onRef('v.no', '=', 'a.version_no'),
    )
    .select(['a.id', 'a.version_no', 'a.language', 'a.sent_at', 'a.request_id', 'v.definition'])
    .where('a.group_id', '=', tx.groupId)
    .orderBy('a.sent_at');
}

/** The answers among opened details, each under its question as it was worded then. What is not opened is not there. */
export function shownAnswers(form: AnsweredForm, details: readonly ReadDetail[]): ShownAnswers {
  const definition = form.definition as FormDefinition;
  const kept = new Map(
    details
      .filter((detail) => detail.subjectId === form.id && isAnswerField(detail.field))
      .map(({ field, value }) => [field.slice(field.indexOf(':') + 1), value]),
  );
  return {
    id: form.id,
    title: worded(definition.title, form.language, definition.languages),
    no: form.version_no,
    language: form.language,
    sentAt: form.sent_at,
    answers: definition.questions.filter(isAnswerable).flatMap((question) => {
      const value = kept.get(question.id);
      if (value === undefined) return [];
      const label = worded(question.label, form.language, definition.languages);
      return [
        { question: question.id, label, value: shownValue(definition, question, parseAnswer(value), form.language) },
      ];
    }),
  };
}

/** An answer as the vault keeps it. */
export function parseAnswer(value: string): Answer {
  return JSON.parse(value) as Answer;
}
