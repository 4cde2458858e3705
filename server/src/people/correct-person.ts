import { parseMail } from '@barnraise/kernel/contact.ts';
import type { PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { changeConsent, type ConsentPurpose } from './change-consent.ts';
import { changePerson, groupCountry, type SafeAnswer } from './keep-person.ts';
import { isPhone } from './posted-fields.ts';

export interface Correction {
  readonly personId: PersonId;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly language: string;
  readonly safeToText: SafeAnswer;
  readonly safeToLeaveMessage: SafeAnswer;
  /** What they agree to; what is left out was withdrawn. */
  readonly consents: readonly ConsentPurpose[];
}

export type CorrectionRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'not-a-phone' }
  | { readonly code: 'not-a-mail' };

/** Answers by voice that are the person's; what helpers and the public may see is each request's own. */
export const voiceConsents = ['share-with-partner', 'ask-again'] as const;

/** Corrects a person's details and answers as they said by voice. Who wrote it down stands in the record. */
export async function correctPerson(
  context: Context,
  caller: Caller,
  correction: Correction,
): Promise<Outcome<null, CorrectionRefusal>> {
  return context.database.decide<null, CorrectionRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    const { personId, phone, mail } = correction;
    if (actor.kind !== 'member' || !isCoordinator(actor)) return refuse({ code: 'not-allowed' });
    const person = await tx.db
      .selectFrom('persons')
      .select('sort')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    // Members correct their own details on their own page.
    if (!person || person.sort === 'member') return refuse({ code: 'not-found' });
    if (phone !== '' && !isPhone(phone, await groupCountry(tx))) return refuse({ code: 'not-a-phone' });
    if (mail !== '' && !parseMail(mail)) return refuse({ code: 'not-a-mail' });
    await changePerson(context, tx, personId, {
      language: correction.language,
      safeToText: correction.safeToText,
      safeToLeaveMessage: correction.safeToLeaveMessage,
      details: [
        { field: 'name', value: correction.name },
        { field: 'phone', value: phone },
        { field: 'mail', value: mail },
      ],
    });
    for (const purpose of voiceConsents) {
      const given = correction.consents.includes(purpose);
      await changeConsent(tx, actor, { personId, purpose, given, by: 'voice', recordedById: actor.memberId });
    }
    await writeAudit(tx, { actor, verb: 'correct-person', subjectTable: 'persons', subjectId: personId });
    return accept(null);
  });
}
