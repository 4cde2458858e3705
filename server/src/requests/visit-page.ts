import type { PersonId, VisitId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import type { Visit } from '@barnraise/kernel/visit.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';
import { sharingFromRow } from './request-row.ts';
import { visitFromRow } from './visit-table.ts';

export interface VisitPage {
  readonly now: Instant;
  readonly visit: Visit;
  readonly who: { readonly name?: string; readonly phone?: string };
  /** Where they went in; only once the alarm is due. */
  readonly where: { readonly name?: string; readonly phone?: string; readonly address?: string };
}

/** For the person named for the alarm, and coordinators: who is in there, and, when overdue, where. */
export async function visitPage(context: Context, caller: Caller, id: VisitId): Promise<VisitPage | undefined> {
  const { actor } = caller;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const row = await visitRow(tx, id);
    if (!row) return undefined;
    const visit = visitFromRow(row);
    const isWatcher = actor.kind === 'member' && actor.memberId === visit.alarmTo;
    if (!isWatcher && !isCoordinator(actor)) return undefined;
    const isAlarmed = visit.leftAt === null && visit.dueBackAt <= tx.now;
    const went = row.helper_id ?? row.member_person_id;
    const read = (personId: PersonId | null) =>
      readDetails(context, tx, {
        actor,
        purpose: 'safety-alarm',
        fields: ['name', 'handle', 'phone', 'address'],
        wanted: personId ? [{ personId, requestId: row.request_id, sharing: sharingFromRow(row), isAlarmed }] : [],
      });
    const helper = await read(went);
    const neighbor = isAlarmed ? await read(row.neighbor_id) : undefined;
    return {
      now: tx.now,
      visit,
      who: { name: helper.get(went, 'handle') ?? helper.get(went, 'name'), phone: helper.get(went, 'phone') },
      where: {
        name: neighbor?.get(row.neighbor_id, 'name'),
        phone: neighbor?.get(row.neighbor_id, 'phone'),
        address: neighbor?.get(row.neighbor_id, 'address', row.place_id),
      },
    };
  });
}

function visitRow(tx: GroupTransaction, id: VisitId) {
  return tx.db
    .selectFrom('visits')
    .innerJoin('commitments', (join) =>
      join.onRef('commitments.group_id', '=', 'visits.group_id').onRef('commitments.id', '=', 'visits.commitment_id'),
    )
    .innerJoin('needs', (join) =>
      join.onRef('needs.group_id', '=', 'commitments.group_id').onRef('needs.id', '=', 'commitments.need_id'),
    )
    .innerJoin('requests', (join) =>
      join.onRef('requests.group_id', '=', 'needs.group_id').onRef('requests.id', '=', 'needs.request_id'),
    )
    .leftJoin('members', (join) =>
      join.onRef('members.group_id', '=', 'commitments.group_id').onRef('members.id', '=', 'commitments.member_id'),
    )
    .selectAll('visits')
    .select([
      'commitments.person_id as helper_id',
      'members.person_id as member_person_id',
      'requests.id as request_id',
      'requests.person_id as neighbor_id',
      'requests.place_id',
      'requests.sharing',
    ])
    .where('visits.group_id', '=', tx.groupId)
    .where('visits.id', '=', id)
    .executeTakeFirst();
}
