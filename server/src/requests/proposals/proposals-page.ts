import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { type ProposalHeap, proposalHeaps } from '@barnraise/kernel/chat/proposal-heaps.ts';
import { type OfferId, parseId, type RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { sql } from 'kysely';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import { groupCountry } from '../../people/keep-person.ts';
import type { Caller } from '../../record/caller.ts';
import { contactInMessage, type MessageContact } from './contact-in-message.ts';
import { nameableKinds } from './kinds-by-code.ts';
import { type LikeOpenRequest, likeOpenRequests } from './like-open-requests.ts';
import {
  type ImportId,
  type KeptMessage,
  openMessage,
  type ProposalId,
  type ProposalRow,
  type ProposedLine,
} from './proposal-table.ts';

export interface ProposalFilter {
  readonly heap: ProposalHeap;
  readonly importId: ImportId | null;
  readonly after: { readonly importId: ImportId; readonly no: number } | null;
}

/** Messages of one page: each is read, so there are few. */
const shownMax = 15;
/** Messages before and after, to understand it by. */
const aroundMax = 2;

/** One line as the page shows it. */
export type ShownLine = Omit<ProposedLine, 'others'> & {
  readonly kind: CatalogKind;
  readonly others: readonly CatalogKind[];
};

export interface ShownNeighbor {
  readonly no: number;
  readonly author: string;
  readonly text: string;
}

export interface ShownProposal {
  readonly id: ProposalId;
  readonly importId: ImportId;
  readonly no: number;
  readonly sort: ProposalRow['sort'];
  readonly state: ProposalRow['state'];
  readonly danger: boolean;
  readonly language: string;
  readonly saidAt: Instant | null;
  /** Undefined once its words are gone. */
  readonly message: KeptMessage | undefined;
  readonly contact: MessageContact;
  readonly lines: readonly ShownLine[];
  readonly before: readonly ShownNeighbor[];
  readonly after: readonly ShownNeighbor[];
  readonly alike: readonly LikeOpenRequest[];
  readonly requestId: RequestId | null;
  readonly offerId: OfferId | null;
}

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

async function nextWaiting(tx: GroupReader, row: ProposalRow): Promise<ProposalId | null> {
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

async function showProposals(
  context: Context,
  tx: GroupReader,
  rows: readonly ProposalRow[],
): Promise<readonly ShownProposal[]> {
  if (rows.length === 0) return [];
  const kinds = await nameableKinds(tx);
  const country = await groupCountry(tx);
  const around = await neighborsOf(context, tx, rows);
  const shown: ShownProposal[] = [];
  for (const row of rows) {
    const message = await openMessage(context, tx, row);
    const contact = message ? contactInMessage(message, country) : { name: '', phone: '', mail: '' };
    const codes = message?.lines.map((line) => line.code) ?? [];
    const near = (from: number, to: number): readonly ShownNeighbor[] =>
      (around.get(row.import_id) ?? []).filter(({ no }) => no >= row.message_no + from && no <= row.message_no + to);
    shown.push({
      id: row.id as ProposalId,
      importId: row.import_id as ImportId,
      no: row.message_no,
      sort: row.sort,
      state: row.state,
      danger: row.danger,
      language: row.language,
      saidAt: row.said_at,
      message,
      contact,
      lines: (message?.lines ?? []).flatMap((line) => shownLine(line, kinds)),
      before: near(-aroundMax, -1),
      after: near(1, aroundMax),
      alike: row.sort === 'ask' && row.state !== 'made' ? await likeOpenRequests(context, tx, contact, codes) : [],
      requestId: row.made_request_id as RequestId | null,
      offerId: row.made_offer_id as OfferId | null,
    });
  }
  return shown;
}

function shownLine(line: ProposedLine, kinds: ReadonlyMap<string, CatalogKind>): readonly ShownLine[] {
  const kind = kinds.get(line.code);
  const others = line.others.map((code) => kinds.get(code)).filter((other) => other !== undefined);
  return kind ? [{ ...line, kind, others }] : [];
}

/** The messages around some, by chat: an answer says more beside its question. */
async function neighborsOf(
  context: Context,
  tx: GroupReader,
  rows: readonly ProposalRow[],
): Promise<ReadonlyMap<string, readonly ShownNeighbor[]>> {
  const found = new Map<string, ShownNeighbor[]>();
  for (const [importId, own] of Map.groupBy(rows, (row) => row.import_id)) {
    const wanted = new Set(
      own.flatMap(({ message_no: no }) =>
        Array.from({ length: 2 * aroundMax + 1 }, (_, at) => no - aroundMax + at).filter((near) => near !== no),
      ),
    );
    const near = await tx.db
      .selectFrom('proposals')
      .select(['id', 'message_no', 'sealed'])
      .where('group_id', '=', tx.groupId)
      .where('import_id', '=', importId)
      .where('message_no', 'in', [...wanted])
      .orderBy('message_no')
      .execute();
    const opened: ShownNeighbor[] = [];
    for (const row of near) {
      const message = await openMessage(context, tx, row);
      if (message) opened.push({ no: row.message_no, author: message.author, text: message.text.slice(0, 400) });
    }
    found.set(importId, opened);
  }
  return found;
}
