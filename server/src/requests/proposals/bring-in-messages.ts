import { setImmediate as othersTurn } from 'node:timers/promises';

import { type DayOrder, dayOrderOf, instantOfMessage, timeKey } from '@barnraise/kernel/chat/day-order.ts';
import type { Chat, ChatMessage } from '@barnraise/kernel/chat/message.ts';
import type { ActId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { daysFor } from '@barnraise/kernel/retention.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import type { Insertable } from 'kysely';

import type { Context } from '../../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../../database/database.ts';
import { once } from '../../database/idempotency.ts';
import { freshId } from '../../database/new-id.ts';
import type { ProposalsTable } from '../../database/schema.ts';
import { retentionPlan } from '../../people/apply-retention.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { loadKinds } from '../load-kinds.ts';
import { type ImportId, insertProposals, type ProposalId, sealMessage } from './proposal-table.ts';
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

/** Rows in one statement: some twelve values each, far below what one may carry. */
const rowsPerInsert = 500;

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
      const inserted = await keepAll(context, tx, { importId, source: input.source, read });
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
  readonly read: readonly Reading[];
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
  const read: Reading[] = [];
  for (const one of dated.messages) {
    read.push({ ...one, reading: readProposal(one.message, index) });
    if (read.length % readAtOnce === 0) await othersTurn();
  }
  return { dayOrder: dated.dayOrder, read, older: dated.older };
}

interface Dated {
  readonly no: number;
  readonly message: ChatMessage;
  readonly saidAt: Instant | undefined;
}

/** The messages young enough to be kept, each with when it was said. What has no date is taken to be of today. */
async function datedMessages(tx: GroupReader, { chat, daysBack }: BringingIn) {
  const { zone } = await tx.db
    .selectFrom('group_settings')
    .select('zone')
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  const dayOrder = dayOrderOf(chat.messages, localDateOf(tx.now, zone));
  const all = chat.messages.map((message, no): Dated => ({
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

type Reading = Dated & { readonly reading: ReadProposal };

/** Writes those that are new; gives the places, in the list, of the ones that were. */
async function keepAll(
  context: Context,
  tx: GroupTransaction,
  {
    importId,
    source,
    read,
  }: { readonly importId: ImportId; readonly source: string; readonly read: readonly Reading[] },
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
    readonly one: Reading;
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

function countsOf(readings: readonly ReadProposal[]): { asks: number; offers: number; chatter: number } {
  const count = (sort: ReadProposal['sort']): number => readings.filter((reading) => reading.sort === sort).length;
  return { asks: count('ask'), offers: count('offer'), chatter: count('neither') };
}
