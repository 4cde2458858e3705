import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { OfferId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import { groupCountry } from '../../people/keep-person.ts';
import type { ImportId } from '../import/import-table.ts';
import { contactInMessage, type MessageContact } from './contact-in-message.ts';
import { nameableKinds } from './kinds-by-code.ts';
import { type LikeOpenRequest, likeOpenRequests } from './like-open-requests.ts';
import {
  type KeptMessage,
  openMessage,
  type ProposalId,
  type ProposalRow,
  type ProposedLine,
} from './proposal-table.ts';

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

/** What lists and pages show of messages: their words, what the rules see in them, and who may have asked before. */
export async function showProposals(
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
