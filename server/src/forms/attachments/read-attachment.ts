import { actorParty } from '@barnraise/kernel/actor.ts';
import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import type { FormAnswerId, RequestId } from '@barnraise/kernel/ids.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import type { Tie } from '@barnraise/kernel/vault-policy.ts';

import type { Context } from '../../context.ts';
import type { GroupReader, GroupTransaction } from '../../database/database.ts';
import { readDetails, type WantedPerson } from '../../people/read-details.ts';
import type { Caller } from '../../record/caller.ts';
import { sharingFromRow } from '../../requests/request-row.ts';
import { parseAnswer } from '../../people/shown-answer.ts';
import { type CleanFile, openAttachment } from './attachment-table.ts';

/**
 * A photo or a voice note, for those who may see the answer it is. Opening it is written down like any other reading of
 * private details. What the reader may not see and what is not there look the same.
 */
export async function readAttachment(
  context: Context,
  caller: Caller,
  { answerId, question }: { readonly answerId: FormAnswerId; readonly question: QuestionId },
): Promise<CleanFile | undefined> {
  return context.database.forGroup(caller.groupId, async (tx) => {
    const wanted = await whose(tx, caller, answerId);
    if (!wanted) return undefined;
    const details = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: isCoordinator(caller.actor) ? 'intake' : 'deliver-help',
      fields: [`answer:${question}`, `helper-answer:${question}`],
      wanted: [wanted],
    });
    const answer = details.all(wanted.personId).map(({ value }) => parseAnswer(value))[0];
    return answer?.is === 'file' ? openAttachment(tx, answer.file) : undefined;
  });
}

async function whose(tx: GroupTransaction, caller: Caller, answerId: FormAnswerId): Promise<WantedPerson | undefined> {
  const row = await tx.db
    .selectFrom('form_answers as a')
    .leftJoin('requests as r', (join) => join.onRef('r.group_id', '=', 'a.group_id').onRef('r.id', '=', 'a.request_id'))
    .select(['a.person_id', 'a.request_id', 'r.sharing'])
    .where('a.group_id', '=', tx.groupId)
    .where('a.id', '=', answerId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    personId: row.person_id,
    requestId: row.request_id,
    sharing: sharingFromRow({ sharing: row.sharing ?? {} }),
    ties: row.request_id === null ? [] : await tiesTo(tx, caller, row.request_id),
    subjectIds: [answerId],
  };
}

/** What the reader promised in this request. */
async function tiesTo(tx: GroupReader, { actor }: Caller, requestId: RequestId): Promise<readonly Tie[]> {
  const party = actorParty(actor);
  if (party?.kind !== 'member' && party?.kind !== 'neighbor') return [];
  const rows = await tx.db
    .selectFrom('commitments as c')
    .innerJoin('needs as n', (join) => join.onRef('n.group_id', '=', 'c.group_id').onRef('n.id', '=', 'c.need_id'))
    .select(['c.state', 'c.lease_until', 'c.ended_at'])
    .where('c.group_id', '=', tx.groupId)
    .where('n.request_id', '=', requestId)
    .$if(party.kind === 'member', (query) =>
      query.where('c.member_id', '=', party.kind === 'member' ? party.memberId : null),
    )
    .$if(party.kind === 'neighbor', (query) =>
      query.where('c.person_id', '=', party.kind === 'neighbor' ? party.personId : null),
    )
    .execute();
  return rows.map((row) => ({ state: row.state, leaseUntil: row.lease_until, endedAt: row.ended_at }));
}
