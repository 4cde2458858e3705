import type { ActId, EventId, KindId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { LedgerRefusal } from '@barnraise/kernel/ledger.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canRecord } from '@barnraise/kernel/policy.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { recordEvent } from '../ledger/record-event.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { memberIdOf } from './finish-commitment.ts';
import { givenBy } from './given-by.ts';

export interface HelpGiven {
  readonly kindId: KindId;
  readonly quantity: Quantity;
  readonly happenedAt: Instant;
  readonly effortMinutes?: number | null;
  /** The key the form came with: sent twice it counts once. */
  readonly formKey?: string;
}

export type RecordHelpRefusal = LedgerRefusal | { readonly code: 'not-allowed' } | { readonly code: 'kind-unknown' };

export interface HelpRecorded {
  readonly eventId: EventId;
  readonly actId: ActId;
}

/** "We already did this": who, what, when, in one line, with no request before it. It counts like any other help. */
export async function recordHelp(
  context: Context,
  caller: Caller,
  help: HelpGiven,
): Promise<Outcome<HelpRecorded, RecordHelpRefusal>> {
  if (!canRecord(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<HelpRecorded, RecordHelpRefusal>(caller.groupId, (tx) =>
    once(tx, help.formKey, 'record-help', () => writeHelp(tx, caller, help)),
  );
}

async function writeHelp(
  tx: GroupTransaction,
  caller: Caller,
  help: HelpGiven,
): Promise<Outcome<HelpRecorded, RecordHelpRefusal>> {
  const kind = await tx.db
    .selectFrom('kinds')
    .select('nature')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', help.kindId)
    .executeTakeFirst();
  if (!kind) return refuse({ code: 'kind-unknown' });
  const { actor } = caller;
  const recordedBy = memberIdOf(caller);
  const event = await recordEvent(tx, { ...givenBy(kind.nature), ...help, to: { kind: 'neighbors' }, recordedBy });
  if (!event.ok) return event;

  const { id } = event.value;
  await writeAudit(tx, { actor, verb: 'record-help', subjectTable: 'events', subjectId: id });
  return accept({ eventId: id, actId: await writeAct(tx, { actor, verb: 'record-event', subjectId: id }) });
}
