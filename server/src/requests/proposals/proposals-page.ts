import { type ProposalHeap, proposalHeaps } from '@barnraise/kernel/chat/proposal-heaps.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { parseId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { sql } from 'kysely';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import type { ImportId } from '../import/import-table.ts';
import type { ProposalId, ProposalRow } from './proposal-table.ts';
import { showProposals, type ShownProposal } from './show-proposals.ts';

export interface ProposalFilter {
  readonly heap: ProposalHeap;
  readonly importId: ImportId | null;
  readonly after: { readonly importId: ImportId; readonly no: number } | null;
}

/** Messages of one page: each is read, so there are few. */
const shownMax = 15;
export interface ProposalsPage {
  readonly now: Instant;
  readonly counts: Readonly<Record<ProposalHeap, number>>;
  readonly rows: readonly ShownProposal[];
  readonly next: { readonly importId: ImportId; readonly no: number } | null;
}

/** Reads heap, chat and place in the list from an address; anything odd is the beginning of what waits. */
export function parseProposalFilter(query: URLSearchParams): ProposalFilter {
  const [importText = '', no = ''] = (query.get('after') ?? '').split('.');
  const afterImport = parseId<ImportId>(importText);
  return {
    heap: proposalHeaps.find((heap) => heap === query.get('show')) ?? 'waiting',
    importId: parseId<ImportId>(query.get('import')) ?? null,
    after: afterImport && /^\d{1,7}$/.test(no) ? { importId: afterImport, no: Number(no) } : null,
  };
}

/** Powers the list of messages that wait for a decision: the words beside what the rules see in them. */
export async function proposalsPage(
  context: Context,
  caller: Caller,
  filter: ProposalFilter,
): Promise<ProposalsPage | undefined> {
  if (!canImport(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const rows = await rowsOf(tx, filter);
    const shown = rows.slice(0, shownMax);
    const last = shown.at(-1);
    return {
      now: tx.now,
      counts: await countHeaps(tx, filter.importId),
      rows: await showProposals(context, tx, shown),
      next: rows.length > shownMax && last ? { importId: last.import_id as ImportId, no: last.message_no } : null,
    };
  });
}

/** Powers the page of one message, on which something is made of it; and which waits next. */
export async function proposalPage(
  context: Context,
  caller: Caller,
  id: ProposalId,
): Promise<
  { readonly now: Instant; readonly proposal: ShownProposal; readonly nextId: ProposalId | null } | undefined
> {
  if (!canImport(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const row = await tx.db
      .selectFrom('proposals')
      .selectAll()
      .where('group_id', '=', tx.groupId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const [proposal] = await showProposals(context, tx, [row]);
    if (!proposal) return undefined;
    return { now: tx.now, proposal, nextId: await nextWaiting(tx, row) };
  });
}

const onlyIn: Readonly<Record<ProposalHeap, ReturnType<typeof sql<boolean>>>> = {
  waiting: sql<boolean>`state = 'waiting'`,
  asks: sql<boolean>`state = 'waiting' and sort = 'ask'`,
  offers: sql<boolean>`state = 'waiting' and sort = 'offer'`,
  danger: sql<boolean>`state = 'waiting' and danger`,
  talk: sql<boolean>`state = 'left-out' and decided_by_id is null`,
  'left-out': sql<boolean>`state = 'left-out' and decided_by_id is not null`,
  made: sql<boolean>`state = 'made'`,
};

async function rowsOf(tx: GroupReader, { heap, importId, after }: ProposalFilter): Promise<readonly ProposalRow[]> {
  let query = tx.db.selectFrom('proposals').selectAll().where('group_id', '=', tx.groupId).where(onlyIn[heap]);
  if (heap !== 'made') query = query.where('sealed', 'is not', null);
  if (importId) query = query.where('import_id', '=', importId);
  // The newest chat first, and in it the newest message: what was asked yesterday is likelier still needed.
  if (after) query = query.where(sql<boolean>`(import_id, message_no) < (${after.importId}, ${after.no})`);
  return query
    .orderBy('import_id', 'desc')
    .orderBy('message_no', 'desc')
    .limit(shownMax + 1)
    .execute();
}

async function countHeaps(tx: GroupReader, importId: ImportId | null): Promise<ProposalsPage['counts']> {
  let query = tx.db
    .selectFrom('proposals')
    .select((eb) => proposalHeaps.map((heap) => eb.fn.countAll<number>().filterWhere(onlyIn[heap]).as(heap)))
    .where('group_id', '=', tx.groupId)
    .where((eb) => eb.or([eb('sealed', 'is not', null), eb('state', '=', 'made')]));
  if (importId) query = query.where('import_id', '=', importId);
  return query.executeTakeFirstOrThrow();
}

/** Which message waits behind one that was just decided. */
export async function nextProposal(context: Context, caller: Caller, id: ProposalId): Promise<ProposalId | null> {
  if (!canImport(caller.actor)) return null;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const row = await tx.db
      .selectFrom('proposals')
      .select(['id', 'import_id', 'message_no'])
      .where('group_id', '=', tx.groupId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? nextWaiting(tx, row) : null;
  });
}

async function nextWaiting(
  tx: GroupReader,
  row: Pick<ProposalRow, 'id' | 'import_id' | 'message_no'>,
): Promise<ProposalId | null> {
  const next = await tx.db
    .selectFrom('proposals')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'waiting')
    .where('id', '<>', row.id)
    .orderBy(sql`(import_id, message_no) < (${row.import_id}, ${row.message_no})`, 'desc')
    .orderBy('import_id', 'desc')
    .orderBy('message_no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (next?.id as ProposalId | undefined) ?? null;
}
