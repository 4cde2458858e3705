import { actorParty } from '@barnraise/kernel/actor.ts';
import type { MemberId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canUsePaper } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames } from '../requests/coordinator-names.ts';
import { commitmentRows, type DayRow } from '../requests/my-day.ts';

/** Which promises go onto paper. */
export interface WhichPromises {
  /** One's own list, or for coordinators everybody's, or that of one member. */
  readonly whose: 'mine' | 'everybody' | MemberId;
  /** What is to be done before then; all of it where null. */
  readonly until: Instant | null;
  readonly requestId?: RequestId | null;
}

/** More at once would be a ream of paper. */
export const promisesMax = 500;

/** True where this reader may have these promises on paper. */
export function mayPrint({ actor }: Caller, { whose }: Pick<WhichPromises, 'whose'>): boolean {
  if (canUsePaper(actor)) return true;
  return whose === 'mine' && actorParty(actor) !== undefined;
}

/** Promises that are not done yet, each provider's together and in the order of their times. */
export async function promises(
  tx: GroupReader,
  { actor }: Caller,
  { whose, until, requestId }: WhichPromises,
): Promise<readonly DayRow[]> {
  const own = actorParty(actor);
  const memberId = whose === 'mine' ? (own?.kind === 'member' ? own.memberId : null) : whose;
  let query = commitmentRows(tx).where('commitments.state', 'in', ['accepted', 'started']);
  if (whose === 'mine' && own?.kind === 'neighbor') query = query.where('commitments.person_id', '=', own.personId);
  else if (memberId !== 'everybody') query = query.where('commitments.member_id', '=', memberId);
  if (requestId) query = query.where('requests.id', '=', requestId);
  if (until !== null) {
    query = query
      .where((eb) => eb.or([eb('needs.window_from', 'is', null), eb('needs.window_from', '<', asOf(until))]))
      .where((eb) => eb.or([eb('requests.be_there_by', 'is', null), eb('requests.be_there_by', '<', asOf(until))]));
  }
  const rows = await query.orderBy('commitments.id').limit(promisesMax).execute();
  return rows.toSorted((a, b) => compare(providerOf(a), providerOf(b)) || dueAt(a) - dueAt(b) || compare(a.id, b.id));
}

export function providerOf(row: DayRow): string {
  return row.member_id ?? row.person_id ?? row.partner_id ?? row.remote_group_id ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dueAt(row: DayRow): Instant {
  return row.be_there_by ?? row.window_from ?? Number.MAX_SAFE_INTEGER;
}

/** Who does each of them, by the name they go by; those without a login by the name they gave, for coordinators. */
export async function providerNames(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  rows: readonly DayRow[],
): Promise<(row: DayRow) => string> {
  const members = new Map((await coordinatorNames(context, tx, actor)).map((one) => [one.memberId, one.name]));
  const people = [...new Set(rows.flatMap((row) => (row.person_id ? [row.person_id] : [])))];
  const details = await readDetails(context, tx, {
    actor,
    purpose: 'call-back',
    fields: ['name'],
    wanted: people.map((personId: PersonId) => ({ personId })),
  });
  return (row) => (row.member_id ? members.get(row.member_id) : details.get(row.person_id, 'name')) ?? '';
}
