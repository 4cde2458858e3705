import type { MessageId, PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { TableName } from '../database/tables.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { MailParams, MailTemplate } from './mail-templates.ts';
import { insertMessages } from './message-table.ts';

export interface MessageToQueue<T extends MailTemplate> {
  readonly personId: PersonId;
  readonly template: T;
  /** Stored in clear: codes, kinds and times, never a name, an address or a private token. */
  readonly params: MailParams<T>;
  /** Where the button leads, from the slash on. It may hold a private token: it is kept in the vault. */
  readonly link?: string;
  /** What made us write, so that it can be found from there. */
  readonly cause: { readonly table: TableName; readonly id: string };
  /** Not before; at once unless given. */
  readonly sendAt?: Instant;
  readonly batchId?: string;
}

/** Puts one message in line, in the transaction of what caused it: both happen or neither. */
export async function queueMessage<T extends MailTemplate>(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  message: MessageToQueue<T>,
): Promise<MessageId> {
  const id = freshId<MessageId>(tx);
  const sendAt = message.sendAt ?? tx.now;
  await insertMessages(tx, [
    {
      id,
      batch_id: message.batchId ?? null,
      channel: 'mail',
      person_id: message.personId,
      template: message.template,
      params: JSON.stringify(message.params),
      cause_table: message.cause.table,
      cause_id: message.cause.id,
      state: 'waiting',
      send_at: at(sendAt),
    },
  ]);
  if (message.link !== undefined) {
    await keepDetails(context, tx, message.personId, [{ field: 'link', value: message.link, subjectId: id }]);
  }
  await tx.enqueue('send-message', { messageId: id }, sendAt > tx.now ? { startAfter: sendAt } : {});
  return id;
}
