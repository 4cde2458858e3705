import type { MessageTime } from '@barnraise/kernel/chat/message.ts';
import type { Evidence, MessageSort } from '@barnraise/kernel/chat/classify.ts';
import type { Id } from '@barnraise/kernel/ids.ts';
import type { EnteredAmount } from '@barnraise/kernel/quantity.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';

import type { Context } from '../../context.ts';
import type { GroupReader, GroupTransaction } from '../../database/database.ts';
import type { ProposalsTable } from '../../database/schema.ts';

export type ProposalId = Id<'proposal'>;
export type ProposalRow = Selectable<ProposalsTable>;
export type ProposalState = ProposalRow['state'];

/** One thing that the rules found in a message: a kind of the catalog or of the group, needed, offered or turned down. */
export interface ProposedLine {
  readonly code: string;
  /** Other kinds the same words can mean. */
  readonly others: readonly string[];
  readonly entered: EnteredAmount | null;
  readonly halted: boolean;
  readonly unsure: boolean;
}

/** What is kept of a message until somebody has decided: sealed under the group's key, since it belongs to no person yet. */
export interface KeptMessage {
  readonly author: string;
  readonly contact: string;
  readonly at: MessageTime | null;
  readonly text: string;
  readonly hasMedia: boolean;
  readonly evidence: readonly Evidence[];
  readonly lines: readonly ProposedLine[];
  readonly turnsAllDown: boolean;
}

/** What the rules took a message for; see `classifyMessage`. */
export type ProposalSort = MessageSort;

const placeOf = (id: string): string => `proposals ${id} sealed`;

export async function sealMessage(
  { vault }: Pick<Context, 'vault'>,
  tx: GroupReader,
  id: string,
  message: KeptMessage,
): Promise<Buffer> {
  return vault.sealForGroup(tx, placeOf(id), Buffer.from(JSON.stringify(message)));
}

/** The message of a row, or undefined once its words are gone. */
export async function openMessage(
  { vault }: Pick<Context, 'vault'>,
  tx: GroupReader,
  row: Pick<ProposalRow, 'id' | 'sealed'>,
): Promise<KeptMessage | undefined> {
  if (row.sealed === null) return undefined;
  return JSON.parse((await vault.openForGroup(tx, placeOf(row.id), row.sealed)).toString()) as KeptMessage;
}

/** Inserts those that have not come in before, and gives their ids. */
export async function insertProposals(
  tx: GroupTransaction,
  rows: readonly Insertable<ProposalsTable>[],
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const inserted = await tx.db
    .insertInto('proposals')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['group_id', 'source_key']).doNothing())
    .returning('id')
    .execute();
  return inserted.map((row) => row.id);
}

export async function lockProposal(tx: GroupTransaction, id: ProposalId): Promise<ProposalRow | undefined> {
  return tx.db
    .selectFrom('proposals')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function changeProposal(
  tx: GroupTransaction,
  id: string,
  change: Omit<Updateable<ProposalsTable>, 'group_id' | 'id' | 'version'>,
): Promise<void> {
  await tx.db
    .updateTable('proposals')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
}

/** Nobody has decided: what undoing leaves. */
export const undecided = {
  made_request_id: null,
  made_offer_id: null,
  decided_by_id: null,
  decided_at: null,
  decision_id: null,
} as const;
