import type { RequestId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import { isAnswerField } from '../people/vault-fields.ts';
import type { Caller } from '../record/caller.ts';
import { formsAnsweredFor, type ShownAnswers, shownAnswers } from '../people/shown-answer.ts';

/** What was answered to forms about a request and is for every member to see, before anybody has promised anything. */
export async function toldToMembers(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  requestId: RequestId,
): Promise<readonly ShownAnswers[]> {
  if (actor.kind !== 'member') return [];
  const forms = await formsAnsweredFor(tx, [requestId]);
  if (forms.length === 0) return [];
  const request = await tx.db
    .selectFrom('requests')
    .select('person_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', requestId)
    .executeTakeFirst();
  const personId = request?.person_id;
  if (!personId) return [];
  const subjectIds = forms.map(({ id }) => id);
  const details = await readDetails(context, tx, {
    actor,
    purpose: 'members-list',
    wanted: [{ personId, requestId, subjectIds }],
  });
  const answers = details.all(personId).filter(({ field }) => isAnswerField(field));
  return forms.map((form) => shownAnswers(form, answers)).filter((shown) => shown.answers.length > 0);
}
