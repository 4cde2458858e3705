import type { MessageId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canSendToMany } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import type { MessagesTable } from '../database/schema.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { findMessage } from './compose-message.ts';
import { type MessageState, updateMessage } from './message-table.ts';

export type RetryRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'message-not-stuck'; readonly state: MessageState };

type Input = { readonly messageId: MessageId };
const stuck: readonly MessageState[] = ['failed', 'bounced', 'shown'];

/** Sends a message again that failed, bounced or had nowhere to go, after the address was corrected. */
export async function retryMessage(
  context: Context,
  caller: Caller,
  input: Input,
): Promise<Outcome<null, RetryRefusal>> {
  return settle(context, caller, input, async (tx) => {
    await updateMessage(tx, input.messageId, { state: 'waiting', attempts: 0, last_error: null, send_at: at(tx.now) });
    await tx.enqueue('send-message', { messageId: input.messageId });
    return 'retry-message';
  });
}

/** Notes that somebody passed a message on themselves: by phone, in a chat, on paper. */
export async function passOnMessage(
  context: Context,
  caller: Caller,
  input: Input,
): Promise<Outcome<null, RetryRefusal>> {
  return settle(context, caller, input, async (tx) => {
    await updateMessage(tx, input.messageId, { state: 'sent', channel: 'by-hand', sent_at: at(tx.now) });
    return 'pass-on-message';
  });
}

async function settle(
  context: Context,
  caller: Caller,
  { messageId }: Input,
  write: (tx: GroupTransaction) => Promise<string>,
): Promise<Outcome<null, RetryRefusal>> {
  return context.database.decide<null, RetryRefusal>(caller.groupId, async (tx) => {
    if (!canSendToMany(caller.actor)) return refuse({ code: 'not-allowed' });
    const message = await findMessage(tx, messageId);
    if (!message) return refuse({ code: 'not-found' });
    if (!stuck.includes(message.state))
      return refuse({ code: 'message-not-stuck', state: message.state satisfies MessagesTable['state'] });
    const verb = await write(tx);
    await writeAudit(tx, { actor: caller.actor, verb, subjectTable: 'messages', subjectId: messageId });
    return accept(null);
  });
}
