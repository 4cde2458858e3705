import { setImmediate as othersTurn } from 'node:timers/promises';

import { type DayOrder, dayOrderOf, instantOfMessage } from '@barnraise/kernel/chat/day-order.ts';
import type { Chat } from '@barnraise/kernel/chat/message.ts';
import type { ActId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';

import type { Context } from '../../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../../database/database.ts';
import { once } from '../../database/idempotency.ts';
import { freshId } from '../../database/new-id.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { loadKinds } from '../load-kinds.ts';
import type { ImportId } from '../import/import-table.ts';
import { type DatedMessage, keepMessages, type ReadMessage } from './keep-messages.ts';
import { readingIndex, type ReadProposal, readProposal } from './read-proposal.ts';

export interface BringingIn {
  readonly chat: Chat;
  /** A short name of where it comes from, as the group calls it: "food chat". */
  readonly source: string;
  /** Empty for pasted text. */
  readonly fileName: string;
  /** Messages older than this are not kept at all; null keeps them. */
  readonly daysBack: number | null;
  readonly formKey: string;
}

/** What came in. `older` were left where they are, `known` had come in before, `cut` were too many. */
export interface BroughtIn {
  readonly importId: ImportId;
  readonly actId: ActId;
  readonly asks: number;
  readonly offers: number;
  readonly chatter: number;
  readonly known: number;
  readonly older: number;
  readonly cut: number;
}

export type BringInRefusal =
  | { readonly code: 'not-allowed' }
  /** Nothing in it is as young as was asked for. */
  | { readonly code: 'all-older' };

/**
 * Keeps the messages of a chat, with what the rules see in each, for a person to decide on. Nobody is contacted, and nothing
 * is made. The same chat brought in again adds only what is new: a message is known by who wrote it, when, and its words.
 */
export async function bringInMessages(
  context: Context,
  caller: Caller,
  input: BringingIn,
): Promise<Outcome<BroughtIn, BringInRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canImport(actor)) return refuse({ code: 'not-allowed' });
  const prepared = await prepare(context, caller, input);
  if (prepared.read.length === 0) return refuse({ code: 'all-older' });
  return context.database.decide<BroughtIn, BringInRefusal>(caller.groupId, (tx) =>
    once<BroughtIn, BringInRefusal>(tx, input.formKey, 'bring-in-messages', async () => {
      const { dayOrder, read, older } = prepared;
      const importId = freshId<ImportId>(tx);
      await tx.db
        .insertInto('imports')
        .values(await importRow(context, tx, { importId, input, dayOrder, memberId: actor.memberId }))
        .execute();
      const inserted = await keepMessages(context, tx, { importId, source: input.source, read });
      const counts = countsOf(read.filter((_, no) => inserted.has(no)).map(({ reading }) => reading));
      const said = { ...counts, known: read.length - inserted.size };
      await tx.db
        .updateTable('imports')
        .set({ rows_in: read.length, rows_same: said.known, rows_skipped: said.chatter })
        .where('group_id', '=', tx.groupId)
        .where('id', '=', importId)
        .execute();
      await writeAudit(tx, {
        actor,
        verb: 'bring-in-messages',
        subjectTable: 'imports',
        subjectId: importId,
        data: said,
      });
      const actId = await writeAct(tx, { actor, verb: 'bring-in-messages', subjectId: importId });
      tx.changed('imports', importId);
      return accept({ importId, actId, ...said, older, cut: input.chat.cut });
    }),
  );
}

interface Prepared {
  readonly dayOrder: DayOrder | null;
  readonly read: readonly ReadMessage[];
  readonly older: number;
}

/** Messages read before others have their turn: some ten milliseconds. */
const readAtOnce = 25;

/** Reads all of it before anything is locked or written: of thousands of messages that takes seconds, in which others go on. */
async function prepare(context: Context, { groupId }: Caller, input: BringingIn): Promise<Prepared> {
  const { dated, kinds } = await context.database.readGroup(groupId, async (tx) => ({
    dated: await datedMessages(tx, input),
    kinds: await loadKinds(tx),
  }));
  const index = readingIndex(kinds);
  const read: ReadMessage[] = [];
  for (const one of dated.messages) {
    read.push({ ...one, reading: readProposal(one.message, index) });
    if (read.length % readAtOnce === 0) await othersTurn();
  }
  return { dayOrder: dated.dayOrder, read, older: dated.older };
}

/** The messages young enough to be kept, each with when it was said. What has no date is taken to be of today. */
async function datedMessages(tx: GroupReader, { chat, daysBack }: BringingIn) {
  const { zone } = await tx.db
    .selectFrom('group_settings')
    .select('zone')
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  const dayOrder = dayOrderOf(chat.messages, localDateOf(tx.now, zone));
  const all = chat.messages.map((message, no): DatedMessage => ({
    no,
    message,
    saidAt: instantOfMessage(message.at, dayOrder, { zone, now: tx.now }),
  }));
  const since = daysBack === null ? undefined : tx.now - daysBack * dayMs;
  const messages = since === undefined ? all : all.filter(({ saidAt }) => saidAt === undefined || saidAt >= since);
  return { dayOrder, messages, older: all.length - messages.length };
}

async function importRow(
  context: Context,
  tx: GroupTransaction,
  {
    importId,
    input,
    dayOrder,
    memberId,
  }: {
    readonly importId: ImportId;
    readonly input: BringingIn;
    readonly dayOrder: DayOrder | null;
    readonly memberId: string;
  },
) {
  const name = Buffer.from(input.fileName);
  return {
    group_id: tx.groupId,
    id: importId,
    source: input.source,
    subject: 'messages' as const,
    state: 'done' as const,
    format: input.chat.format,
    file_name_sealed: await context.vault.sealForGroup(tx, `imports ${importId} file_name_sealed`, name),
    mapping: JSON.stringify({ dayOrder }),
    made_by_id: memberId as never,
    created_at: at(tx.now),
    started_at: at(tx.now),
    ended_at: at(tx.now),
  };
}

function countsOf(readings: readonly ReadProposal[]): { asks: number; offers: number; chatter: number } {
  const count = (sort: ReadProposal['sort']): number => readings.filter((reading) => reading.sort === sort).length;
  return { asks: count('ask'), offers: count('offer'), chatter: count('neither') };
}
