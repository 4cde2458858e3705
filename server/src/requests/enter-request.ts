import type { Actor } from '@barnraise/kernel/actor.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canTakeIn } from '@barnraise/kernel/policy.ts';
import { decideOpen, type RequestRefusal } from '@barnraise/kernel/request.ts';
import { parseShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { dangerIn } from './intake-urgency.ts';
import { isParty } from './is-party.ts';
import type { NewRequest } from './new-request.ts';
import { requestFromRow } from './request-row.ts';
import { changeRequest, readRequest } from './request-table.ts';
import { showNeeds } from './take-in-request.ts';
import { writeRequest } from './write-request.ts';

export interface Entering {
  readonly request: NewRequest;
  readonly formKey: string;
  /** Shows it to members at once, as most calls want. */
  readonly open: boolean;
  /** The number of the ask slip it was written on, as typed; empty when it came another way. */
  readonly slip?: string;
}

export interface Entered {
  readonly requestId: RequestId;
  readonly code: ShortCode;
}

export type EnterRefusal = RequestRefusal | { readonly code: 'not-allowed' } | { readonly code: 'person-unknown' };

export type SlipRefusal =
  /** The check character does not fit. */
  | { readonly code: 'slip-wrong' }
  /** The same slip of paper, typed in before. */
  | { readonly code: 'slip-known'; readonly requestId: RequestId };

const slipSource = 'ask-slip';

/** A coordinator enters what came by phone, in the chat or at the door, and answers for it from then on. */
export async function enterRequest(
  context: Context,
  caller: Caller,
  { request, formKey, open, slip = '' }: Entering,
): Promise<Outcome<Entered, EnterRefusal | SlipRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canTakeIn(actor)) return refuse({ code: 'not-allowed' });
  const slipCode = slip === '' ? null : parseShortCode(slip);
  if (slipCode === undefined) return refuse({ code: 'slip-wrong' });
  return context.database.decide<Entered, EnterRefusal | SlipRefusal>(caller.groupId, (tx) =>
    once<Entered, EnterRefusal | SlipRefusal>(tx, formKey, 'enter-request', async () => {
      const known = slipCode && (await requestOfSlip(tx, slipCode));
      if (known) return refuse({ code: 'slip-known', requestId: known });
      return enterInto(context, tx, actor, { request, open, slip: slipCode });
    }),
  );
}

/** Enters a request inside a transaction that does more. Whether the member may is the caller's question. */
export async function enterInto(
  context: Context,
  tx: GroupTransaction,
  actor: Extract<Actor, { kind: 'member' }>,
  {
    request,
    open,
    askedAt,
    slip,
  }: Pick<Entering, 'request' | 'open'> & { readonly askedAt?: Instant; readonly slip?: ShortCode | null },
): Promise<Outcome<Entered, EnterRefusal>> {
  const { personId } = request.asker;
  if (personId && !(await isParty(tx, { kind: 'neighbor', personId }))) return refuse({ code: 'person-unknown' });
  const { requestId, code } = await writeRequest(context, tx, request, {
    danger: dangerIn(request),
    linkHash: null,
    owner: actor.memberId,
    heldForALook: false,
    ...(askedAt !== undefined && { askedAt }),
    ...(slip && { source: { name: slipSource, key: slip } }),
  });
  await writeAudit(tx, { actor, verb: 'enter-request', subjectTable: 'requests', subjectId: requestId });
  if (!open) return accept({ requestId, code });

  const row = await readRequest(tx, requestId);
  const opened = row && decideOpen(requestFromRow(row));
  if (!opened?.ok) return opened ?? refuse({ code: 'not-allowed' });
  await changeRequest(tx, requestId, { state: 'open' });
  await showNeeds(tx, opened.value);
  return accept({ requestId, code });
}

/** The request that came of a slip. */
async function requestOfSlip(tx: GroupReader, code: ShortCode): Promise<RequestId | undefined> {
  const row = await tx.db
    .selectFrom('requests')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('source', '=', slipSource)
    .where('source_key', '=', code)
    .executeTakeFirst();
  return row?.id;
}
