import { createHash } from 'node:crypto';

import type { Answers } from '@barnraise/kernel/form/answer.ts';
import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import type { PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canOffer } from '@barnraise/kernel/policy.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { keepPerson } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { askForHelp, type AskRefusal } from '../requests/ask-for-help.ts';
import { offerHelp } from '../requests/offer-help.ts';
import type { IntakeRules } from '../requests/request-from-fields.ts';
import { type AnswersToKeep, keepAnswers, type KeepRefusal } from './keep-answers.ts';
import { offersFrom } from './offers-from-answers.ts';
import type { PublicForm } from './public-form.ts';
import { requestFrom } from './request-from-answers.ts';
import { type ToldInAnswers, toldInAnswers } from './told-in-answers.ts';

export interface FormToSend {
  readonly form: PublicForm;
  readonly answers: Answers;
  readonly language: string;
  readonly rules: IntakeRules;
  /** The key the form came with: sent twice over a bad line is sent once. */
  readonly formKey: string;
  /** What photos and voice notes are known by, whichever time they are sent. */
  readonly fileMarks: ReadonlyMap<QuestionId, string>;
  readonly heldForALook: boolean;
}

/** What a sent form became. The tokens lead to what its sender may see and change. */
export type SentForm =
  | { readonly kind: 'request'; readonly token: string }
  | { readonly kind: 'offers'; readonly tokens: readonly string[] }
  | { readonly kind: 'list' };

export type SendRefusal = AskRefusal | KeepRefusal;

/**
 * Takes in a form of the group's own, by the same commands as the ordinary pages: an ask becomes a request, with its
 * urgency, alarm and private link; an offer becomes offers; everything else a line in the form's list. The answers are
 * kept in the same transaction.
 */
export async function sendForm(
  context: Context,
  caller: Caller,
  sending: FormToSend,
): Promise<Outcome<SentForm, SendRefusal>> {
  if (sending.form.isClosed) return refuse({ code: 'form-closed' });
  const { form, answers, language } = sending;
  const told = toldInAnswers(form.definition, answers, language, form.kinds);
  // The answers are a part of the key, so that one page sent for two families over the back button is two.
  const marked = { ...sending, formKey: `${sending.formKey}|${markOf(sending)}` };
  switch (form.purpose) {
    case 'ask':
      return sendAsk(context, caller, marked, told);
    case 'offer':
      return sendOffer(context, caller, marked, told);
    case 'other':
      return sendToList(context, caller, marked, told);
  }
}

async function sendAsk(
  context: Context,
  caller: Caller,
  sending: FormToSend,
  told: ToldInAnswers,
): Promise<Outcome<SentForm, SendRefusal>> {
  const { formKey, heldForALook, language, rules } = sending;
  const asked = await askForHelp<KeepRefusal>(context, caller, {
    request: requestFrom(told, language, rules, sharingUntilAsked),
    formKey,
    heldForALook,
    alongside: async (tx, { requestId, personId }) => {
      if (personId === null) throw new Error('A request has nobody behind it.');
      return nothingOf(
        await keepAnswers(context, tx, toKeep(sending), { personId, requestId, purpose: 'deliver-help' }),
      );
    },
  });
  return asked.ok ? accept({ kind: 'request', token: asked.value.token }) : asked;
}

async function sendOffer(
  context: Context,
  caller: Caller,
  sending: FormToSend,
  told: ToldInAnswers,
): Promise<Outcome<SentForm, SendRefusal>> {
  const [offer, ...more] = offersFrom(told, sending.language);
  if (!offer) return sendToList(context, caller, sending, told);
  const offered = await offerHelp<KeepRefusal>(context, caller, {
    offer,
    more,
    formKey: sending.formKey,
    alongside: async (tx, { offerIds, personId }) => {
      const owner = personId ?? (await ownPerson(context, tx, caller, sending, told));
      return nothingOf(
        await keepAnswers(context, tx, toKeep(sending), { personId: owner, offerIds, purpose: 'offer-help' }),
      );
    },
  });
  if (!offered.ok) return offered;
  return accept({ kind: 'offers', tokens: [offered.value.token, ...offered.value.more.map(({ token }) => token)] });
}

async function sendToList(
  context: Context,
  caller: Caller,
  sending: FormToSend,
  told: ToldInAnswers,
): Promise<Outcome<SentForm, SendRefusal>> {
  const { actor } = caller;
  if (!canOffer(actor)) return refuse({ code: 'not-allowed' });
  const key = createHash('sha256').update(sending.formKey).digest('hex');
  const kept = await context.database.decide<null, SendRefusal>(caller.groupId, (tx) =>
    once<null, SendRefusal>(tx, key, 'send-form', async () => {
      const personId = await ownPerson(context, tx, caller, sending, told);
      const purpose = sending.form.purpose === 'offer' ? 'offer-help' : 'keep-in-touch';
      const answered = await keepAnswers(context, tx, toKeep(sending), { personId, purpose });
      if (!answered.ok) return answered;
      await writeAudit(tx, { actor, verb: 'send-form', subjectTable: 'form_answers', subjectId: answered.value });
      return accept(null);
    }),
  );
  return kept.ok ? accept({ kind: 'list' }) : kept;
}

/** Whose answers these are: the member's own, or somebody new. */
async function ownPerson(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  { form, language }: FormToSend,
  { name, phone, mail }: ToldInAnswers,
): Promise<PersonId> {
  if (actor.kind === 'member' && actor.personId) return actor.personId;
  const purpose = form.purpose === 'offer' ? 'offer-help' : 'keep-in-touch';
  const details = [
    { field: 'name', value: name, purpose },
    { field: 'phone', value: phone, purpose },
    { field: 'mail', value: mail, purpose },
  ] as const;
  return keepPerson(context, tx, {
    sort: form.purpose === 'offer' ? 'helper' : 'neighbor',
    language,
    details: details.filter(({ value }) => value !== ''),
  });
}

function toKeep({ form, language, answers, heldForALook }: FormToSend): AnswersToKeep {
  return { formId: form.id, no: form.no, definition: form.definition, language, answers, heldForALook };
}

/** What tells one sending from another: the answers, and of files what is in them. */
function markOf({ form, answers, fileMarks }: FormToSend): string {
  const said = [...answers].map(([id, answer]) => [id, answer.is === 'file' ? (fileMarks.get(id) ?? '') : answer]);
  return createHash('sha256')
    .update(JSON.stringify([form.id, form.no, said]))
    .digest('hex');
}

function nothingOf<T>(outcome: Outcome<T, KeepRefusal>): Outcome<null, KeepRefusal> {
  return outcome.ok ? accept(null) : outcome;
}
