import type { ActId, MemberId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import { freshId } from '../../database/new-id.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import type { ImportId } from '../import/import-table.ts';
import type { ProposalId, ProposalSort } from './proposal-table.ts';

/** Which messages are meant: some, by their ids, or all that wait of a sort or of one import. */
export type WhichMessages =
  | { readonly ids: readonly ProposalId[] }
  | { readonly sort: ProposalSort | null; readonly importId: ImportId | null };

export type DecideRefusal =
  | { readonly code: 'not-allowed' }
  /** Somebody else was faster, or its words are gone. */
  | { readonly code: 'message-decided' };

export interface Decided {
  readonly actId: ActId;
  readonly count: number;
}

/** Messages named one by one in one act; a page shows fewer. */
const idsMax = 100;

/** Nothing comes of these messages. Two who decide at once: each message is decided by one of them. */
export async function leaveOut(
  context: Context,
  caller: Caller,
  which: WhichMessages,
): Promise<Outcome<Decided, DecideRefusal>> {
  return decideAll(context, caller, which, { verb: 'leave-out-messages', from: 'waiting', to: 'left-out' });
}

/** They wait for a decision again: left out by mistake, or by the rules, which took them for talk. */
export async function putBack(
  context: Context,
  caller: Caller,
  which: WhichMessages,
): Promise<Outcome<Decided, DecideRefusal>> {
  return decideAll(context, caller, which, { verb: 'put-back-messages', from: 'left-out', to: 'waiting' });
}

interface Deciding {
  readonly verb: 'leave-out-messages' | 'put-back-messages';
  readonly from: 'waiting' | 'left-out';
  readonly to: 'waiting' | 'left-out';
}

async function decideAll(
  context: Context,
  caller: Caller,
  which: WhichMessages,
  { verb, from, to }: Deciding,
): Promise<Outcome<Decided, DecideRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canImport(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<Decided, DecideRefusal>(caller.groupId, async (tx) => {
    const [only] = 'ids' in which && which.ids.length === 1 ? which.ids : [];
    const subjectId = only ?? freshId<ProposalId>(tx);
    const actId = await writeAct(tx, { actor, verb, subjectId });
    const changed = await selectAndSet(tx, which, from, {
      state: to,
      decided_by_id: actor.memberId,
      decided_at: at(tx.now),
      decision_id: actId,
    });
    if (changed === 0) return refuse({ code: 'message-decided' });
    await writeAudit(tx, { actor, verb, subjectTable: 'proposals', subjectId: only ?? null, data: { count: changed } });
    return accept({ actId, count: changed });
  });
}

async function selectAndSet(
  tx: GroupTransaction,
  which: WhichMessages,
  from: 'waiting' | 'left-out',
  change: {
    readonly state: 'waiting' | 'left-out';
    readonly decided_by_id: MemberId;
    readonly decided_at: ReturnType<typeof at>;
    readonly decision_id: string;
  },
): Promise<number> {
  let query = tx.db
    .updateTable('proposals')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('state', '=', from)
    .where('sealed', 'is not', null);
  if ('ids' in which) {
    if (which.ids.length === 0) return 0;
    query = query.where('id', 'in', which.ids.slice(0, idsMax));
  } else {
    if (which.sort) query = query.where('sort', '=', which.sort);
    if (which.importId) query = query.where('import_id', '=', which.importId);
  }
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
