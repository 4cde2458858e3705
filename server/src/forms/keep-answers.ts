import type { Answer, Answers } from '@barnraise/kernel/form/answer.ts';
import { type FormDefinition, questionOf } from '@barnraise/kernel/form/definition.ts';
import type { Question, QuestionId } from '@barnraise/kernel/form/question.ts';
import type { FormAnswerId, FormId, OfferId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { RetentionPurpose } from '@barnraise/kernel/retention.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { AnswerField, Detail } from '../people/vault-fields.ts';
import { claimAttachment } from './attachments/attachment-table.ts';

/** The form was closed meanwhile, or a file that came with it is gone. */
export type KeepRefusal = { readonly code: 'form-closed' } | { readonly code: 'attachment-gone' };

/** Answers on their way in. */
export interface AnswersToKeep {
  readonly formId: FormId;
  readonly no: number;
  readonly definition: FormDefinition;
  readonly language: string;
  readonly answers: Answers;
  readonly heldForALook: boolean;
}

/** What the answers became. */
export interface AnswersMade {
  readonly personId: PersonId;
  readonly requestId?: RequestId;
  readonly offerIds?: readonly OfferId[];
  readonly purpose: RetentionPurpose;
}

/**
 * Keeps what was answered: in clear only that there is an answer, to which version of which form, and what became of it;
 * every value under the person's own key, for those its question names and as long as its question says.
 */
export async function keepAnswers(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  sent: AnswersToKeep,
  made: AnswersMade,
): Promise<Outcome<FormAnswerId, KeepRefusal>> {
  if (!(await isOpen(tx, sent.formId))) return refuse({ code: 'form-closed' });
  const id = freshId<FormAnswerId>(tx);
  await tx.db
    .insertInto('form_answers')
    .values({
      group_id: tx.groupId,
      id,
      form_id: sent.formId,
      version_no: sent.no,
      language: sent.language,
      person_id: made.personId,
      request_id: made.requestId ?? null,
      held_at: sent.heldForALook ? at(tx.now) : null,
      sent_at: at(tx.now),
    })
    .execute();
  for (const offerId of made.offerIds ?? []) {
    await tx.db
      .insertInto('form_answer_offers')
      .values({ group_id: tx.groupId, answer_id: id, offer_id: offerId })
      .execute();
  }
  const answered = [...sent.answers].map(([question, answer]) => ({ question, answer }));
  for (const { question, answer } of answered) {
    if (answer.is !== 'file') continue;
    if (!(await claimAttachment(tx, answer.file, { answerId: id, question })))
      return refuse({ code: 'attachment-gone' });
  }
  const details = answered.flatMap(({ question, answer }) => detailOf(tx, sent, id, question, answer, made.purpose));
  await keepDetails(context, tx, made.personId, details);
  tx.changed('form_answers', id);
  return accept(id);
}

/** Who answers while the form is being closed either comes before or is told. */
async function isOpen(tx: GroupTransaction, formId: FormId): Promise<boolean> {
  const form = await tx.db
    .selectFrom('forms')
    .select('state')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', formId)
    .forShare()
    .executeTakeFirst();
  return form?.state === 'published';
}

function detailOf(
  tx: GroupTransaction,
  { definition }: AnswersToKeep,
  answerId: FormAnswerId,
  id: QuestionId,
  answer: Answer,
  purpose: RetentionPurpose,
): readonly Detail[] {
  const question = questionOf(definition, id);
  if (!question) return [];
  return [
    {
      field: answerFieldOf(question),
      value: JSON.stringify(answer),
      subjectId: answerId,
      audience: question.audience === 'members' ? 'members' : 'coordinators',
      purpose,
      expiresAt: question.keptDays === null ? null : tx.now + question.keptDays * dayMs,
    },
  ];
}

/** The vault's name for the answer to a question: it says who may open it beside coordinators. */
function answerFieldOf({ id, audience }: Pick<Question, 'id' | 'audience'>): AnswerField {
  return audience === 'helpers' ? `helper-answer:${id}` : `answer:${id}`;
}
