import type { GroupId, MessageId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant, minuteMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { OutgoingMessage, SendOutcome } from './channel.ts';
import { canBeReached, composeMessage, findMessage } from './compose-message.ts';
import { updateMessage } from './message-table.ts';

/** After this many tries, over about seven hours, a message counts as failed and waits for a person. */
export const triesMax = 8;

/** A try that has not been noted after this long was cut off, and is made again under the same Message-ID. */
const noteWithinMs = 5 * minuteMs;

type Job = { readonly groupId: GroupId; readonly messageId: string };

/**
 * The job: sends one message and notes what became of it. It takes the message, lets go of the database while it talks
 * to the mail server, and notes the outcome afterwards; whatever dies in between is made good by the next run.
 */
export async function sendMessage(context: Context, job: Job): Promise<void> {
  const message = await context.database.forGroup(job.groupId, (tx) =>
    takeMessage(context, tx, job.messageId as MessageId),
  );
  if (!message) return;
  const outcome = await context.mail.send(message);
  await context.database.forGroup(job.groupId, (tx) => noteOutcome(context, tx, message.messageId, outcome));
}

/** Marks a due message as being sent and says it; undefined when there is nothing to send (now). */
async function takeMessage(
  context: Context,
  tx: GroupTransaction,
  id: MessageId,
): Promise<OutgoingMessage | undefined> {
  await tx.db
    .selectFrom('messages')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const message = await findMessage(tx, id);
  if (!message || !['waiting', 'sending'].includes(message.state)) return undefined;
  if (message.send_at > tx.now) {
    await tx.enqueue('send-message', { messageId: id }, { startAfter: message.send_at });
    return undefined;
  }
  if (!(await canBeReached(tx, message.person_id))) {
    await updateMessage(tx, id, { state: 'canceled', params: '{}' });
    return undefined;
  }
  const { to, ...composed } = await composeMessage(context, tx, message);
  if (to === undefined) {
    await updateMessage(tx, id, { state: 'shown', last_error: 'no-address' });
    return undefined;
  }
  await updateMessage(tx, id, { state: 'sending', attempts: message.attempts + 1, send_at: at(tx.now + noteWithinMs) });
  return { ...composed, groupId: tx.groupId, messageId: id, to };
}

async function noteOutcome(context: Context, tx: GroupTransaction, id: MessageId, outcome: SendOutcome): Promise<void> {
  const message = await findMessage(tx, id);
  if (message?.state !== 'sending') return;
  switch (outcome.state) {
    case 'sent':
      await updateMessage(tx, id, { state: 'sent', sent_at: at(tx.now), last_error: null });
      // The link has done its part; what is not kept cannot leak.
      if (await canBeReached(tx, message.person_id)) {
        await keepDetails(context, tx, message.person_id, [{ field: 'link', value: '', subjectId: id }]);
      }
      return;
    case 'shown':
      return updateMessage(tx, id, { state: 'shown' });
    case 'failed':
    case 'bounced':
      return updateMessage(tx, id, { state: outcome.state, last_error: outcome.error });
    case 'retry': {
      if (message.attempts >= triesMax) return updateMessage(tx, id, { state: 'failed', last_error: outcome.error });
      const sendAt = retryAt(tx.now, message.attempts);
      await updateMessage(tx, id, { state: 'waiting', last_error: outcome.error, send_at: at(sendAt) });
      return tx.enqueue('send-message', { messageId: id }, { startAfter: sendAt });
    }
  }
}

/** One, two, four … minutes after each try, at most two hours: greylisting lets through after a few minutes. */
export function retryAt(now: Instant, attempts: number): Instant {
  return now + Math.min(2 * hourMs, 2 ** (attempts - 1) * minuteMs);
}
