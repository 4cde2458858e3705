import type { ContactOutcome, ContactWay } from '@barnraise/kernel/contact-attempt.ts';
import type { CommitmentId, ContactAttemptId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canStep } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import { at } from '../database/column-types.ts';
import type { GroupReader } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { commitmentFromRow } from './commitment-row.ts';
import { memberIdOf } from './finish-commitment.ts';

export type OwnContactRefusal = { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/**
 * A provider's own call or text about what they promised. `opened` is written when the phone's app is opened with the
 * text; what came of it is what they answer afterwards.
 */
export async function logOwnContact(
  context: Context,
  caller: Caller,
  input: { readonly commitmentId: CommitmentId; readonly way: ContactWay; readonly outcome: ContactOutcome },
): Promise<Outcome<null, OwnContactRefusal>> {
  return context.database.decide<null, OwnContactRefusal>(caller.groupId, async (tx) => {
    const found = await withRequest(tx, input.commitmentId);
    if (!found?.request_id) return refuse({ code: 'not-found' });
    if (!canStep(caller.actor, commitmentFromRow(found))) return refuse({ code: 'not-allowed' });
    const id = freshId<ContactAttemptId>(tx);
    await tx.db
      .insertInto('contact_attempts')
      .values({
        group_id: tx.groupId,
        id,
        request_id: found.request_id,
        person_id: found.neighbor_id,
        commitment_id: input.commitmentId,
        member_id: memberIdOf(caller),
        way: input.way,
        outcome: input.outcome,
        tried_at: at(tx.now),
      })
      .execute();
    await writeAudit(tx, {
      actor: caller.actor,
      verb: 'log-contact',
      subjectTable: 'contact_attempts',
      subjectId: id,
      data: { outcome: input.outcome, way: input.way },
    });
    return accept(null);
  });
}

function withRequest(tx: GroupReader, id: CommitmentId) {
  return tx.db
    .selectFrom('commitments')
    .innerJoin('needs', (join) =>
      join.onRef('needs.group_id', '=', 'commitments.group_id').onRef('needs.id', '=', 'commitments.need_id'),
    )
    .innerJoin('requests', (join) =>
      join.onRef('requests.group_id', '=', 'needs.group_id').onRef('requests.id', '=', 'needs.request_id'),
    )
    .selectAll('commitments')
    .select(['needs.request_id', 'requests.person_id as neighbor_id'])
    .where('commitments.group_id', '=', tx.groupId)
    .where('commitments.id', '=', id)
    .executeTakeFirst();
}
