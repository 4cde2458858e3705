import type { ActId, Id, RequestId } from '@barnraise/kernel/ids.ts';
import { decideMerge, type Difference, type MergeRefusal, type Redirect } from '@barnraise/kernel/merge.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canMergeRequests } from '@barnraise/kernel/policy.ts';
import { narrowerSharing } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { NotThereRefusal } from './act-on-request.ts';
import { correctNeed, needsOfRequest } from './need-table.ts';
import { sharingFromRow } from './request-row.ts';
import { changeRequest, lockRequest, readRequest } from './request-table.ts';
import { settleRequest } from './settle-request.ts';

export type MergeRequestsRefusal = NotThereRefusal | MergeRefusal<RequestId>;

export interface RequestPair {
  readonly requestId: RequestId;
  readonly otherId: RequestId;
}

/**
 * Two requests are one: the older goes on with the needs of both, the other's link leads there, and both histories stay.
 * What may be shared is what both allow.
 */
export async function mergeRequests(
  context: Context,
  caller: Caller,
  { requestId, otherId }: RequestPair,
): Promise<Outcome<{ readonly keptId: RequestId; readonly actId: ActId }, MergeRequestsRefusal>> {
  type Merged = { readonly keptId: RequestId; readonly actId: ActId };
  return context.database.decide<Merged, MergeRequestsRefusal>(caller.groupId, async (tx) => {
    if (!canMergeRequests(caller.actor)) return refuse({ code: 'not-allowed' });
    const { redirects, differences } = await saidBefore(tx, [requestId, otherId]);
    const merge = decideMerge('request', redirects, differences, [requestId, otherId], tx.now);
    if (!merge.ok) return merge;
    const { from, into } = merge.value;
    // In the order of their ids, so that two who merge the same pair do not wait for each other for ever.
    const [first, second] = [await lockRequest(tx, into), await lockRequest(tx, from)];
    if (!first || !second) return refuse({ code: 'not-found' });

    const needIds = (await needsOfRequest(tx, from)).map((need) => need.id);
    for (const id of needIds) await correctNeed(tx, id, { request_id: into });
    const sharing = narrowerSharing(sharingFromRow(first), sharingFromRow(second));
    await changeRequest(tx, into, {
      sharing: JSON.stringify(sharing),
      urgency: Math.max(first.urgency, second.urgency),
      ...(first.state === 'closed' &&
        second.state !== 'closed' && { state: second.state, ending: null, closed_at: null }),
    });
    await changeRequest(tx, from, {
      merged_into_id: into,
      state: 'closed',
      ending: second.ending ?? 'mistake',
      closed_at: at(second.closed_at ?? tx.now),
    });
    await settleRequest(tx, into);
    const mergeId = await writeVerdict(tx, caller, { kept: into, other: from, verdict: 'same' });
    const before = { into, from, needIds, state: second.state, ending: second.ending, closedAt: second.closed_at };
    const { actor } = caller;
    const actId = await writeAct(tx, { actor, verb: 'merge', subjectId: mergeId, requestId: into, before });
    return accept({ keptId: into, actId });
  });
}

/** "These are two": remembered, and never asked again. */
export async function sayRequestsDiffer(
  context: Context,
  caller: Caller,
  { requestId, otherId }: RequestPair,
): Promise<Outcome<ActId, NotThereRefusal>> {
  return context.database.decide<ActId, NotThereRefusal>(caller.groupId, async (tx) => {
    if (!canMergeRequests(caller.actor)) return refuse({ code: 'not-allowed' });
    const both = [await readRequest(tx, requestId), await readRequest(tx, otherId)];
    if (both.some((one) => !one)) return refuse({ code: 'not-found' });
    const [kept, other] = requestId < otherId ? [requestId, otherId] : [otherId, requestId];
    const id = await writeVerdict(tx, caller, { kept, other, verdict: 'different' });
    return accept(await writeAct(tx, { actor: caller.actor, verb: 'say-different', subjectId: id, requestId }));
  });
}

async function writeVerdict(
  tx: GroupTransaction,
  { actor }: Caller,
  {
    kept,
    other,
    verdict,
  }: { readonly kept: RequestId; readonly other: RequestId; readonly verdict: 'same' | 'different' },
): Promise<Id<'merge'>> {
  const id = freshId<Id<'merge'>>(tx);
  await tx.db
    .insertInto('merges')
    .values({
      group_id: tx.groupId,
      id,
      subject: 'request',
      kept_id: kept,
      other_id: other,
      verdict,
      decided_by_id: actor.kind === 'member' ? actor.memberId : null,
      decided_at: at(tx.now),
    })
    .execute();
  await writeAudit(tx, {
    actor,
    verb: verdict === 'same' ? 'merge' : 'say-different',
    subjectTable: 'merges',
    subjectId: id,
  });
  return id;
}

/** Verdicts about two requests and what they were merged into. */
async function saidBefore(
  tx: GroupReader,
  ids: readonly RequestId[],
): Promise<{ redirects: Redirect<RequestId>[]; differences: Difference<RequestId>[] }> {
  const rows = await tx.db
    .selectFrom('merges')
    .select(['kept_id', 'other_id', 'verdict', 'decided_at', 'undone_at'])
    .where('group_id', '=', tx.groupId)
    .where('subject', '=', 'request')
    .where('undone_at', 'is', null)
    .where((eb) => eb.or([eb('kept_id', 'in', ids), eb('other_id', 'in', ids)]))
    .execute();
  const redirects: Redirect<RequestId>[] = [];
  const differences: Difference<RequestId>[] = [];
  for (const row of rows) {
    const [one, other] = [row.kept_id as RequestId, row.other_id as RequestId];
    if (row.verdict === 'different') differences.push({ subject: 'request', one, other, saidAt: row.decided_at });
    else redirects.push({ subject: 'request', from: other, into: one, mergedAt: row.decided_at, unmergedAt: null });
  }
  return { redirects, differences };
}
