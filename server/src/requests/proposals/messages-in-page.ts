import type { ChatFormat } from '@barnraise/kernel/chat/message.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { daysFor } from '@barnraise/kernel/retention.ts';

import type { Context } from '../../context.ts';
import { retentionPlan } from '../../people/apply-retention.ts';
import type { Caller } from '../../record/caller.ts';
import type { ImportId } from '../import/import-table.ts';

/** One chat that came in, and what is left of it. */
export interface ChatThatCameIn {
  readonly id: ImportId;
  readonly source: string;
  readonly format: ChatFormat;
  readonly at: Instant;
  readonly messages: number;
  readonly waiting: number;
  readonly made: number;
  /** The dates can be read two ways, and nobody has said which is right. */
  readonly asksDayOrder: boolean;
}

const shownMax = 20;

export interface MessagesInPage {
  readonly now: Instant;
  /** How long messages that nobody decides on are kept. */
  readonly keptDays: number;
  readonly chats: readonly ChatThatCameIn[];
}

/** Powers the page where chats and pasted text come in: what came in before, the newest first. */
export async function messagesInPage(context: Context, caller: Caller): Promise<MessagesInPage | undefined> {
  if (!canImport(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('imports as i')
      .select(['i.id', 'i.source', 'i.format', 'i.created_at', 'i.rows_in', 'i.rows_made', 'i.mapping'])
      .select((eb) =>
        eb
          .selectFrom('proposals as p')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .whereRef('p.group_id', '=', 'i.group_id')
          .whereRef('p.import_id', '=', 'i.id')
          .where('p.state', '=', 'waiting')
          .as('waiting'),
      )
      .where('i.group_id', '=', tx.groupId)
      .where('i.subject', '=', 'messages')
      .where('i.undone_at', 'is', null)
      .orderBy('i.created_at', 'desc')
      .limit(shownMax)
      .execute();
    return {
      now: tx.now,
      keptDays: daysFor('raw-message', await retentionPlan(tx)),
      chats: rows.map((row) => ({
        id: row.id as ImportId,
        source: row.source,
        format: row.format as ChatFormat,
        at: row.created_at,
        messages: row.rows_in,
        waiting: row.waiting ?? 0,
        made: row.rows_made,
        asksDayOrder: (row.mapping as { readonly dayOrder?: unknown } | null)?.dayOrder === null,
      })),
    };
  });
}
