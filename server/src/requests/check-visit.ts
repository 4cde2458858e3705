import type { GroupId, MemberId, PersonId, VisitId } from '@barnraise/kernel/ids.ts';
import { alarmsDue, markAlarmed, type Visit } from '@barnraise/kernel/visit.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { writeAudit } from '../record/write-audit.ts';
import { lockVisit, saveVisit } from './visit-table.ts';

/**
 * Job: alarms the named person, and whoever is on duty, when nobody has come out of a visit in time. It looks again
 * under a lock, so "going out" a second before the alarm wins.
 */
export async function checkVisit(
  context: Context,
  job: { readonly groupId: GroupId; readonly visitId: VisitId },
): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    const visit = await lockVisit(tx, job.visitId);
    if (!visit || alarmsDue([visit], tx.now).length === 0) return;
    await saveVisit(tx, markAlarmed(visit, tx.now));
    for (const memberId of await alarmedMembers(tx, visit)) await alarm(context, tx, visit, memberId);
    await writeAudit(tx, {
      actor: { kind: 'system' },
      verb: 'alarm-visit',
      subjectTable: 'visits',
      subjectId: visit.id,
      data: { dueBackAt: visit.dueBackAt },
    });
  });
}

async function alarmedMembers(tx: GroupReader, visit: Visit): Promise<readonly MemberId[]> {
  const settings = await tx.db
    .selectFrom('group_settings')
    .select('duty_member_id')
    .where('group_id', '=', tx.groupId)
    .executeTakeFirst();
  return [...new Set([visit.alarmTo, ...(settings?.duty_member_id ? [settings.duty_member_id] : [])])];
}

async function alarm(context: Context, tx: GroupTransaction, visit: Visit, memberId: MemberId): Promise<void> {
  const member = await tx.db
    .selectFrom('members')
    .select('person_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (!member) return;
  await queueMessage(context, tx, {
    personId: member.person_id,
    template: 'overdue',
    params: { whoPersonId: await whoWentIn(tx, visit), dueBackAt: visit.dueBackAt },
    cause: { table: 'visits', id: visit.id },
  });
}

/** The person behind whoever went in. Their name is filled in when the message is sent, and is not kept with it. */
async function whoWentIn(tx: GroupReader, visit: Visit): Promise<PersonId> {
  const row = await tx.db
    .selectFrom('commitments')
    .leftJoin('members', (join) =>
      join.onRef('members.group_id', '=', 'commitments.group_id').onRef('members.id', '=', 'commitments.member_id'),
    )
    .select(['commitments.person_id as helper', 'members.person_id as member'])
    .where('commitments.group_id', '=', tx.groupId)
    .where('commitments.id', '=', visit.commitmentId)
    .executeTakeFirstOrThrow();
  const personId = row.member ?? row.helper;
  if (personId === null) throw new Error(`Nobody with a name went in on visit ${visit.id}`);
  return personId;
}
