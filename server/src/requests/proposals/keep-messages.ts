import { timeKey } from '@barnraise/kernel/chat/day-order.ts';
import type { ChatMessage } from '@barnraise/kernel/chat/message.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { daysFor } from '@barnraise/kernel/retention.ts';
import type { Insertable } from 'kysely';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import { freshId } from '../../database/new-id.ts';
import type { ProposalsTable } from '../../database/schema.ts';
import { retentionPlan } from '../../people/apply-retention.ts';
import type { ImportId } from '../import/import-table.ts';
import { insertProposals, type ProposalId, sealMessage } from './proposal-table.ts';
import type { ReadProposal } from './read-proposal.ts';

/** A message of a chat, its place in it, and when it was said. */
export interface DatedMessage {
  readonly no: number;
  readonly message: ChatMessage;
  readonly saidAt: Instant | undefined;
}

/** A message with what the rules see in it. */
export type ReadMessage = DatedMessage & { readonly reading: ReadProposal };

/** Rows in one statement: some twelve values each, far below what one may carry. */
const rowsPerInsert = 500;

/** Writes those that are new; gives the places, in the list, of the ones that were. */
export async function keepMessages(
  context: Context,
  tx: GroupTransaction,
  {
    importId,
    source,
    read,
  }: { readonly importId: ImportId; readonly source: string; readonly read: readonly ReadMessage[] },
): Promise<ReadonlySet<number>> {
  const expiresAt = tx.now + daysFor('raw-message', await retentionPlan(tx)) * dayMs;
  const said = new Map<string, number>();
  const placeOfId = new Map<string, number>();
  const added = new Set<number>();
  let rows: Insertable<ProposalsTable>[] = [];
  const write = async (): Promise<void> => {
    for (const id of await insertProposals(tx, rows)) added.add(placeOfId.get(id) ?? -1);
    rows = [];
  };
  for (const [place, one] of read.entries()) {
    const key = keyText(one.message, source);
    // Somebody may say the same twice in one minute: the second time is a message of its own.
    const times = (said.get(key) ?? 0) + 1;
    said.set(key, times);
    const id = freshId<ProposalId>(tx);
    placeOfId.set(id, place);
    rows.push(await rowOf(context, tx, { id, importId, expiresAt, one, key: `${key}\n${times}` }));
    if (rows.length >= rowsPerInsert) await write();
  }
  await write();
  return added;
}

/** Who, when and what. What has no time (pasted text) is told apart by where it came from. */
function keyText(message: ChatMessage, source: string): string {
  return JSON.stringify([message.at ? '' : source, message.author, timeKey(message.at), message.text]);
}

async function rowOf(
  context: Context,
  tx: GroupTransaction,
  {
    id,
    importId,
    expiresAt,
    one,
    key,
  }: {
    readonly id: ProposalId;
    readonly importId: ImportId;
    readonly expiresAt: Instant;
    readonly one: ReadMessage;
    readonly key: string;
  },
): Promise<Insertable<ProposalsTable>> {
  const { sort, language, danger, message } = one.reading;
  return {
    group_id: tx.groupId,
    id,
    import_id: importId,
    message_no: one.no,
    sort,
    // Talk and thanks stay out; nobody decided that, so a person can still take one in.
    state: sort === 'neither' ? 'left-out' : 'waiting',
    danger,
    language,
    source_key: await context.vault.hash(tx, 'message', key),
    sealed: await sealMessage(context, tx, id, message),
    said_at: at(one.saidAt ?? null),
    expires_at: at(expiresAt),
  };
}
