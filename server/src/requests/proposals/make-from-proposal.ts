import type { ActId, OfferId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Actor } from '@barnraise/kernel/actor.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { canTakeIn } from '@barnraise/kernel/policy.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import { once } from '../../database/idempotency.ts';
import { insertRows } from '../../database/insert-rows.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { enterInto, type EnterRefusal } from '../enter-request.ts';
import type { GroupKind } from '../load-kinds.ts';
import type { NewRequest } from '../new-request.ts';
import { enterOffer } from '../offer-help.ts';
import type { NewOffer } from '../offer-form.ts';
import { ownKinds } from './kinds-by-code.ts';
import {
  changeProposal,
  type KeptMessage,
  lockProposal,
  openMessage,
  type ProposalId,
  type ProposalRow,
} from './proposal-table.ts';

export type MakeRefusal = EnterRefusal | { readonly code: 'not-found' } | { readonly code: 'message-decided' };

export interface MadeRequest {
  readonly requestId: RequestId;
  readonly actId: ActId;
}

export interface MadeOffers {
  readonly offerIds: readonly OfferId[];
  readonly actId: ActId;
}

/**
 * Makes a request of a message, as a coordinator would enter a call; the person has looked at what the rules saw. The message
 * as it came is kept with the person who wrote it. Of two people who decide at once, the second is told so.
 */
export async function makeRequestFromProposal(
  context: Context,
  caller: Caller,
  {
    proposalId,
    request,
    open,
    formKey,
  }: {
    readonly proposalId: ProposalId;
    readonly request: NewRequest;
    readonly open: boolean;
    readonly formKey: string;
  },
): Promise<Outcome<MadeRequest, MakeRefusal>> {
  return makeFrom<MadeRequest>(context, caller, { proposalId, formKey }, async (tx, { actor, row, message }) => {
    const needs = await withOwnKinds(tx, request.needs);
    const raw = { ...request, needs, raw: rawText(message), channel: 'message' as const };
    const entered = await enterInto(context, tx, actor, {
      request: raw,
      open,
      ...(row.said_at !== null && { askedAt: row.said_at }),
    });
    if (!entered.ok) return entered;
    const { requestId } = entered.value;
    const actId = await decide(tx, actor, row, { requestId, offerIds: [] });
    return accept({ requestId, actId });
  });
}

/** Makes an offer for each kind that a message gives. A coordinator has seen it, so it can be asked for at once. */
export async function makeOffersFromProposal(
  context: Context,
  caller: Caller,
  {
    proposalId,
    offers,
    formKey,
  }: {
    readonly proposalId: ProposalId;
    readonly offers: readonly NewOffer[];
    readonly formKey: string;
  },
): Promise<Outcome<MadeOffers, MakeRefusal>> {
  return makeFrom<MadeOffers>(context, caller, { proposalId, formKey }, async (tx, { actor, row, message }) => {
    const given = await withOwnKinds(tx, offers);
    const offerIds = await enterOffer(context, tx, actor, { offers: given, raw: rawText(message) });
    const actId = await decide(tx, actor, row, { requestId: null, offerIds });
    return accept({ offerIds, actId });
  });
}

/** The same with the group's own kinds; what it has only in the catalog is switched on, off its ask form. */
async function withOwnKinds<One extends { readonly kind: GroupKind }>(
  tx: GroupTransaction,
  all: readonly One[],
): Promise<readonly One[]> {
  const kinds = await ownKinds(
    tx,
    all.map(({ kind }) => kind.code),
  );
  return all.flatMap((one) => {
    const kind = kinds.get(one.kind.code);
    return kind ? [{ ...one, kind }] : [];
  });
}

interface Making {
  readonly actor: Extract<Actor, { kind: 'member' }>;
  readonly row: ProposalRow;
  readonly message: KeptMessage;
}

async function makeFrom<Made>(
  context: Context,
  caller: Caller,
  { proposalId, formKey }: { readonly proposalId: ProposalId; readonly formKey: string },
  make: (tx: GroupTransaction, making: Making) => Promise<Outcome<Made, MakeRefusal>>,
): Promise<Outcome<Made, MakeRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canImport(actor) || !canTakeIn(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<Made, MakeRefusal>(caller.groupId, async (tx) => {
    // Locked before the form's key is looked for: the same form sent twice at once then finds what the first made.
    const row = await lockProposal(tx, proposalId);
    if (!row) return refuse({ code: 'not-found' });
    return once<Made, MakeRefusal>(tx, formKey, 'make-from-proposal', async () => {
      const message = row.state === 'made' ? undefined : await openMessage(context, tx, row);
      return message ? make(tx, { actor, row, message }) : refuse({ code: 'message-decided' });
    });
  });
}

/** Notes on the message what was made of it, and on what was made where it came from. */
async function decide(
  tx: GroupTransaction,
  actor: Making['actor'],
  row: ProposalRow,
  made: { readonly requestId: RequestId | null; readonly offerIds: readonly OfferId[] },
): Promise<ActId> {
  const { requestId, offerIds } = made;
  const actId = await writeAct(tx, {
    actor,
    verb: 'make-from-proposal',
    subjectId: row.id,
    requestId,
    before: { state: row.state, decidedById: row.decided_by_id, requestId, offerIds: [...offerIds] },
  });
  await changeProposal(tx, row.id, {
    state: 'made',
    made_request_id: requestId,
    made_offer_id: offerIds[0] ?? null,
    decided_by_id: actor.memberId,
    decided_at: at(tx.now),
    decision_id: actId,
  });
  await noteOrigin(tx, row, requestId ? [['requests', requestId]] : offerIds.map((id) => ['offers', id] as const));
  await writeAudit(tx, { actor, verb: 'make-from-proposal', subjectTable: 'proposals', subjectId: row.id });
  return actId;
}

async function noteOrigin(
  tx: GroupTransaction,
  row: ProposalRow,
  made: readonly (readonly ['requests' | 'offers', string])[],
): Promise<void> {
  const { source } = await tx.db
    .updateTable('imports')
    .set((eb) => ({ rows_made: eb('rows_made', '+', made.length) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', row.import_id)
    .returning('source')
    .executeTakeFirstOrThrow();
  const rows = made.map(([table, id], no) => ({
    group_id: tx.groupId,
    source,
    key: `${row.source_key.toString('hex').slice(0, 40)}-${no}`,
    import_id: row.import_id,
    // People count from one.
    row_no: row.message_no + 1,
    fingerprint: row.source_key,
    made_table: table,
    made_id: id,
  }));
  if (rows.length > 0) tx.later(insertRows('import_rows', rows));
}

/** The message as it came, for reading beside what was made of it. */
function rawText({ author, contact, text }: KeptMessage): string {
  const from = [author, contact].filter((part) => part !== '').join(', ');
  return from === '' ? text : `${from}:\n${text}`;
}
