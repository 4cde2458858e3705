import type { MessageId, PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canSendToMany } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';
import { composeMessage, findMessage } from './compose-message.ts';
import type { MessageState } from './message-table.ts';

/** What the page can be narrowed to: everything, what is stuck, what is still to go. */
export const messageFilters = ['all', 'stuck', 'waiting'] as const;
export type MessageFilter = (typeof messageFilters)[number];

export const statesOf: Readonly<Record<MessageFilter, readonly MessageState[] | undefined>> = {
  all: undefined,
  stuck: ['failed', 'bounced', 'shown'],
  waiting: ['waiting', 'sending'],
};

const perPage = 50;

export interface MessageLine {
  readonly id: MessageId;
  readonly template: string;
  readonly state: MessageState;
  /** Who gets it; undefined once they are erased. */
  readonly name: string | undefined;
  readonly causeTable: string;
  readonly causeId: string;
  readonly lastError: string | null;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
}

/** A message to many whose minute is not over. */
export interface WaitingBatch {
  readonly id: string;
  readonly recipientCount: number;
  readonly sendAt: Instant;
}

export interface MessagePage {
  readonly lines: readonly MessageLine[];
  readonly stuckCount: number;
  readonly waitingBatches: readonly WaitingBatch[];
  /** Give it back as `before` for older ones; null at the end. */
  readonly olderBefore: Instant | null;
  /** False where no SMTP server is set: messages are only shown, to be passed on by hand. */
  readonly sendsMail: boolean;
}

/** What went out, to whom, and what is stuck; for coordinators. */
export async function messagePage(
  context: Context,
  caller: Caller,
  input: { readonly filter: MessageFilter; readonly before?: Instant },
): Promise<Outcome<MessagePage, { readonly code: 'not-allowed' }>> {
  return context.database.decide<MessagePage, { readonly code: 'not-allowed' }>(caller.groupId, async (tx) => {
    if (!canSendToMany(caller.actor)) return refuse({ code: 'not-allowed' });
    const states = statesOf[input.filter];
    let query = tx.db.selectFrom('messages').selectAll().where('group_id', '=', tx.groupId);
    if (states) query = query.where('state', 'in', states);
    if (input.before !== undefined) query = query.where('created_at', '<', asOf(input.before));
    const rows = await query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(perPage + 1)
      .execute();
    const shown = rows.slice(0, perPage);
    const people = [...new Set(shown.map((row) => row.person_id))];
    const names = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'send-message',
      fields: ['name', 'handle'],
      wanted: people.map((personId: PersonId) => ({ personId })),
    });
    const stuck = await tx.db
      .selectFrom('messages')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('group_id', '=', tx.groupId)
      .where('state', 'in', statesOf.stuck ?? [])
      .executeTakeFirstOrThrow();
    const batches = await tx.db
      .selectFrom('message_batches')
      .select(['id', 'recipients', 'send_at'])
      .where('group_id', '=', tx.groupId)
      .where('canceled_at', 'is', null)
      .where('send_at', '>', asOf(tx.now))
      .orderBy('send_at')
      .execute();
    return accept({
      lines: shown.map((row) => ({
        id: row.id,
        template: row.template,
        state: row.state,
        name: names.get(row.person_id, 'handle') ?? names.get(row.person_id, 'name'),
        causeTable: row.cause_table,
        causeId: row.cause_id,
        lastError: row.last_error,
        createdAt: row.created_at,
        sentAt: row.sent_at,
      })),
      stuckCount: stuck.count,
      waitingBatches: batches.map((row) => ({ id: row.id, recipientCount: row.recipients, sendAt: row.send_at })),
      olderBefore: rows.length > perPage ? (shown.at(-1)?.created_at ?? null) : null,
      sendsMail: context.mail.sends,
    });
  });
}

type ShowRefusal = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

/** Mails whose link signs their reader in. */
const isForSelf = (template: string): boolean => template === 'signIn' || template === 'confirmMail';

export interface ShownMessage {
  readonly id: MessageId;
  readonly state: MessageState;
  readonly template: string;
  readonly to: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly isStuck: boolean;
}

/**
 * One message as its reader gets it, for passing it on by hand. A link for signing in is shown to nobody but the one it
 * was made for, or a coordinator could sign in as somebody else.
 */
export async function messageToPassOn(
  context: Context,
  caller: Caller,
  input: { readonly messageId: MessageId },
): Promise<Outcome<ShownMessage, ShowRefusal>> {
  return context.database.decide<ShownMessage, ShowRefusal>(caller.groupId, async (tx) => {
    if (!canSendToMany(caller.actor)) return refuse({ code: 'not-allowed' });
    const message = await findMessage(tx, input.messageId);
    if (!message || isForSelf(message.template)) return refuse({ code: 'not-found' });
    // Asked for its own sake: the reading is written down.
    const details = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'send-message',
      fields: ['name', 'handle', 'phone', 'mail'],
      wanted: [{ personId: message.person_id }],
    });
    const { subject, text, link } = await composeMessage(context, tx, message);
    return accept({
      id: message.id,
      state: message.state,
      template: message.template,
      to: details.get(message.person_id, 'mail') ?? details.get(message.person_id, 'phone'),
      subject,
      text,
      link,
      isStuck: (statesOf.stuck ?? []).includes(message.state),
    });
  });
}
