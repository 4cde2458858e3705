import type { GroupId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { daysFor } from '@barnraise/kernel/retention.ts';
import { undoMs } from '@barnraise/kernel/undo.ts';
import { sql } from 'kysely';

import type { Context } from '../../context.ts';
import { asOf } from '../../database/database.ts';
import { retentionPlan } from '../../people/apply-retention.ts';

/**
 * The job: messages whose time is over go. Undecided ones go whole. Of decided ones the words go and the keyed hash stays, so
 * that the same chat brought in again does not propose them anew; pasted text has no time to be known by, and goes whole.
 * What was made of a message lies with its person by then, so its words go as soon as the making cannot be undone any more.
 */
export async function dropOldMessages(context: Context, job: { readonly groupId: GroupId }): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    await tx.db
      .deleteFrom('proposals')
      .where('group_id', '=', tx.groupId)
      .where('expires_at', '<=', asOf(tx.now))
      .where('sealed', 'is not', null)
      .where((eb) => eb.or([eb('decided_by_id', 'is', null), eb('said_at', 'is', null)]))
      .where('state', '<>', 'made')
      .execute();
    await tx.db
      .updateTable('proposals')
      .set({ sealed: null })
      .where('group_id', '=', tx.groupId)
      .where('sealed', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('expires_at', '<=', asOf(tx.now)),
          eb.and([eb('state', '=', 'made'), eb('decided_at', '<=', asOf(tx.now - undoMs))]),
        ]),
      )
      .execute();
    await tx.db
      .updateTable('imports')
      .set({ file_name_sealed: null })
      .where('group_id', '=', tx.groupId)
      .where('subject', '=', 'messages')
      .where('file_name_sealed', 'is not', null)
      .where('created_at', '<=', asOf(tx.now - daysFor('raw-message', await retentionPlan(tx)) * dayMs))
      .execute();
  });
}

/** Somebody was erased: the words that became their request or offer go too, where they still lie here. */
export async function dropMessagesOfErased(context: Context, job: { readonly groupId: GroupId }): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    await sql`
      update proposals p set sealed = null
      from persons who
      where p.group_id = ${tx.groupId} and p.sealed is not null and p.state = 'made'
        and who.group_id = p.group_id and who.erased_at is not null
        and who.id in (
          (select r.person_id from requests r where r.group_id = p.group_id and r.id = p.made_request_id),
          (select o.person_id from offers o where o.group_id = p.group_id and o.id = p.made_offer_id))
    `.execute(tx.db);
  });
}
