import type { ActId, Id, MessageId, PersonId, TeamId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { queueMessage as lineUp } from '@barnraise/kernel/messages-wait.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canSendToMany } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { freshId } from '../database/new-id.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertBatch } from './message-table.ts';
import { queueMessage } from './queue-message.ts';

export type BatchId = Id<'message-batch'>;

/** To whom a message to many goes. */
export type Recipients =
  | { readonly to: 'members' }
  | { readonly to: 'coordinators' }
  | { readonly to: 'team'; readonly teamId: TeamId }
  | { readonly to: 'myself' };

export interface ManyMessage {
  readonly recipients: Recipients;
  readonly subject: string;
  readonly text: string;
}

export type SendRefusal = { readonly code: 'not-allowed' } | { readonly code: 'no-recipients' };

export interface SentBatch {
  readonly batchId: BatchId;
  readonly recipientCount: number;
  /** Until then it can be stopped. */
  readonly sendAt: Instant;
  readonly actId: ActId;
}

/**
 * Writes to many members at once. It waits a minute and says to how many it goes, so that it can be stopped; to oneself
 * alone it goes at once, for reading it over. What was written is kept as a private detail of whoever wrote it.
 */
export async function sendToMany(
  context: Context,
  caller: Caller,
  message: ManyMessage,
  options: { readonly idempotencyKey?: string } = {},
): Promise<Outcome<SentBatch, SendRefusal>> {
  return context.database.decide<SentBatch, SendRefusal>(caller.groupId, (tx) =>
    once(tx, options.idempotencyKey, 'send-to-many', () => queueBatch(context, tx, caller, message)),
  );
}

async function queueBatch(
  context: Context,
  tx: GroupTransaction,
  caller: Caller,
  message: ManyMessage,
): Promise<Outcome<SentBatch, SendRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canSendToMany(actor)) return refuse({ code: 'not-allowed' });
  const author = await personOf(tx, actor.memberId);
  const people = message.recipients.to === 'myself' ? [author] : await recipientsOf(tx, message.recipients);
  const batchId = freshId<BatchId>(tx);
  const line = lineUp(batchId as Id as MessageId, people.length, tx.now);
  if (!line.ok) return line;
  const sendAt = line.value.releaseAt;
  await insertBatch(tx, { id: batchId, made_by_id: actor.memberId, recipients: people.length, send_at: at(sendAt) });
  const note = {
    field: 'note',
    value: `${message.subject.replace(/\s+/g, ' ')}\n${message.text}`,
    subjectId: batchId,
  } as const;
  await keepDetails(context, tx, author, [note]);
  for (const personId of people) {
    await queueMessage(context, tx, {
      personId,
      template: 'announcement',
      params: {},
      cause: { table: 'message_batches', id: batchId },
      sendAt,
      batchId,
    });
  }
  const actId = await writeAct(tx, { actor, verb: 'send-message', subjectId: batchId });
  await writeAudit(tx, {
    actor,
    verb: 'send-to-many',
    subjectTable: 'message_batches',
    subjectId: batchId,
    data: { recipients: people.length },
  });
  return accept({ batchId, recipientCount: people.length, sendAt, actId });
}

/** How many a message would go to, for the page that asks before. */
export async function countRecipients(tx: GroupReader, recipients: Recipients): Promise<number> {
  return recipients.to === 'myself' ? 1 : (await recipientsOf(tx, recipients)).length;
}

/** Each person once, in order of membership; nobody who left. */
async function recipientsOf(
  tx: GroupReader,
  recipients: Exclude<Recipients, { readonly to: 'myself' }>,
): Promise<readonly PersonId[]> {
  let query = tx.db
    .selectFrom('members as m')
    .select('m.person_id')
    .where('m.group_id', '=', tx.groupId)
    .where('m.state', '=', 'active');
  if (recipients.to === 'coordinators') query = query.where('m.role', 'in', ['steward', 'coordinator']);
  if (recipients.to === 'team') {
    query = query
      .innerJoin('member_teams as t', (join) =>
        join.onRef('t.group_id', '=', 'm.group_id').onRef('t.member_id', '=', 'm.id'),
      )
      .where('t.team_id', '=', recipients.teamId);
  }
  const rows = await query.orderBy('m.id').execute();
  return [...new Set(rows.map((row) => row.person_id))];
}

async function personOf(tx: GroupTransaction, memberId: string): Promise<PersonId> {
  const member = await tx.db
    .selectFrom('members')
    .select('person_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId as never)
    .executeTakeFirstOrThrow();
  return member.person_id;
}
