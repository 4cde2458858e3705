import type { GroupId, MemberId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { escalationDue, escalationSteps, type EscalationStep } from '@barnraise/kernel/escalate.ts';
import { type Instant, minuteMs } from '@barnraise/kernel/instant.ts';
import { type ShortCode, showShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { slugOf } from '../people/slug-of.ts';
import { queueMessage } from './queue-message.ts';

type Job = { readonly groupId: GroupId; readonly requestId: string };

/**
 * The job: tells whoever is on duty that a request speaks of danger, then all coordinators, then the stewards, until
 * somebody has taken the request. Nobody is told twice; the same alarm stands on top of their pages meanwhile.
 */
export async function alertDuty(context: Context, job: Job): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    const requestId = job.requestId as RequestId;
    const request = await unansweredRequest(tx, requestId);
    if (!request) return;
    const told = await alreadyTold(tx, requestId);
    const raisedAt = told.raisedAt ?? tx.now;
    const due = escalationDue({ raisedAt, answeredAt: null, stepsTaken: 0 }, tx.now);
    const people = await firstToReach(tx, due);
    const slug = await slugOf(tx);
    for (const personId of people.filter((one) => !told.people.has(one))) {
      await queueMessage(context, tx, {
        personId,
        template: 'danger',
        params: { code: showShortCode(request.code as ShortCode) },
        link: `/${slug}/requests/${requestId}`,
        cause: { table: 'requests', id: requestId },
      });
    }
    const next = escalationSteps.find((step) => raisedAt + step.afterMinutes * minuteMs > tx.now);
    if (next) {
      await tx.enqueue('alert-duty', { requestId }, { startAfter: raisedAt + next.afterMinutes * minuteMs });
    }
  });
}

/** The request, unless somebody has it by now. */
async function unansweredRequest(tx: GroupReader, id: RequestId): Promise<{ readonly code: string } | undefined> {
  return tx.db
    .selectFrom('requests')
    .select('code')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .where('state', '=', 'new')
    .where('owner_id', 'is', null)
    .executeTakeFirst();
}

async function alreadyTold(
  tx: GroupReader,
  id: RequestId,
): Promise<{ readonly people: ReadonlySet<PersonId>; readonly raisedAt: Instant | undefined }> {
  const rows = await tx.db
    .selectFrom('messages')
    .select(['person_id', 'created_at'])
    .where('group_id', '=', tx.groupId)
    .where('cause_id', '=', id)
    .where('template', '=', 'danger')
    .orderBy('created_at')
    .execute();
  return { people: new Set(rows.map((row) => row.person_id)), raisedAt: rows[0]?.created_at };
}

/** Everybody whom a due step names; while that is nobody, the next step counts as due. */
async function firstToReach(tx: GroupTransaction, due: readonly EscalationStep[]): Promise<readonly PersonId[]> {
  const members = await activeMembers(tx);
  const onDuty = await dutyMembers(tx);
  const reached = (step: EscalationStep): readonly PersonId[] =>
    members.filter((member) => isNamed(step, member, onDuty)).map((member) => member.person_id);
  const people = due.flatMap(reached);
  if (people.length > 0) return [...new Set(people)];
  return escalationSteps.map(reached).find((found) => found.length > 0) ?? [];
}

function isNamed(
  step: EscalationStep,
  member: { readonly id: MemberId; readonly role: string },
  onDuty: ReadonlySet<MemberId>,
): boolean {
  switch (step.to) {
    case 'on-duty':
      return onDuty.has(member.id);
    case 'coordinators':
      return member.role === 'coordinator';
    case 'stewards':
      return member.role === 'steward';
  }
}

async function activeMembers(tx: GroupReader) {
  return tx.db
    .selectFrom('members')
    .select(['id', 'person_id', 'role'])
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
}

/** Who is on duty, and who has the phone. */
async function dutyMembers(tx: GroupReader): Promise<ReadonlySet<MemberId>> {
  const settings = await tx.db
    .selectFrom('group_settings')
    .select(['duty_member_id', 'phone_holder_id'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirst();
  const ids = [settings?.duty_member_id, settings?.phone_holder_id];
  return new Set(ids.filter((id): id is MemberId => typeof id === 'string'));
}
