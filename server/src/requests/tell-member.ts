import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { CommitmentId, GroupId, Id, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant } from '@barnraise/kernel/instant.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { TableName } from '../database/tables.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { slugOf } from '../people/slug-of.ts';
import { amountText } from '../words/amount-text.ts';
import { isLocale } from '../words/locale.ts';
import { wordsFor } from '../words/words.ts';

/** What a message to a member is about: an amount of a kind, said in the member's own language. */
export interface About {
  readonly kind: CatalogKind;
  readonly quantity: Quantity;
  readonly enteredUnit: string;
}

/** "Can you?", by mail where the member has one; it waits on their list in any case. */
export async function tellAsked(
  context: Context,
  tx: GroupTransaction,
  memberId: MemberId,
  about: About,
  askId: Id,
): Promise<void> {
  const reader = await readerOf(tx, memberId);
  if (!reader) return;
  const params = { what: whatText(about, reader.language) };
  await queueMessage(context, tx, {
    ...(await toTheirList(tx, reader.personId, 'asks', askId)),
    template: 'canYou',
    params,
  });
}

/** How long before a lease is over its holder is reminded: two hours, or half of a shorter lease. */
export function remindAt(leaseUntil: Instant, now: Instant): Instant {
  return leaseUntil - Math.min(2 * hourMs, (leaseUntil - now) / 2);
}

/** Job: "Please confirm by …", to a member who has neither started nor confirmed, while there still is time. */
export async function remindCommitment(
  context: Context,
  job: { readonly groupId: GroupId; readonly commitmentId: CommitmentId },
): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    const row = await promisedBy(tx, job.commitmentId);
    if (row?.state !== 'accepted' || row.lease_until === null || row.lease_until <= tx.now) return;
    // A lease that was renewed since brings a reminder of its own.
    if (!row.member_id || tx.now < remindAt(row.lease_until, row.accepted_at ?? tx.now)) return;
    const reader = await readerOf(tx, row.member_id);
    if (!reader) return;
    const about = { kind: row.definition as CatalogKind, quantity: row.quantity, enteredUnit: row.entered_unit };
    const params = { what: whatText(about, reader.language), untilAt: row.lease_until };
    const to = await toTheirList(tx, reader.personId, 'commitments', job.commitmentId);
    await queueMessage(context, tx, { ...to, template: 'pleaseConfirm', params });
  });
}

async function toTheirList(tx: GroupTransaction, personId: PersonId, table: TableName, id: string) {
  return { personId, link: `/${await slugOf(tx)}/today`, cause: { table, id } };
}

function whatText({ kind, quantity, enteredUnit }: About, language: string): string {
  return amountText(wordsFor(isLocale(language) ? language : 'en'), kind, quantity, enteredUnit);
}

/** The member as a reader of mail; undefined where they gave no address, which shows without opening anything. */
async function readerOf(
  tx: GroupReader,
  memberId: MemberId,
): Promise<{ readonly personId: PersonId; readonly language: string } | undefined> {
  const row = await tx.db
    .selectFrom('members')
    .innerJoin('persons', (join) =>
      join.onRef('persons.group_id', '=', 'members.group_id').onRef('persons.id', '=', 'members.person_id'),
    )
    .innerJoin('vault_entries', (join) =>
      join
        .onRef('vault_entries.group_id', '=', 'persons.group_id')
        .onRef('vault_entries.person_id', '=', 'persons.id')
        .on('vault_entries.field', '=', 'mail'),
    )
    .select(['persons.id', 'persons.language'])
    .where('members.group_id', '=', tx.groupId)
    .where('members.id', '=', memberId)
    .where('members.state', '=', 'active')
    .executeTakeFirst();
  return row && { personId: row.id, language: row.language };
}

function promisedBy(tx: GroupReader, id: CommitmentId) {
  return tx.db
    .selectFrom('commitments')
    .innerJoin('needs', (join) =>
      join.onRef('needs.group_id', '=', 'commitments.group_id').onRef('needs.id', '=', 'commitments.need_id'),
    )
    .innerJoin('kinds', (join) =>
      join.onRef('kinds.group_id', '=', 'needs.group_id').onRef('kinds.id', '=', 'needs.kind_id'),
    )
    .select(['commitments.state', 'commitments.lease_until', 'commitments.accepted_at', 'commitments.member_id'])
    .select(['commitments.quantity', 'needs.entered_unit', 'kinds.definition'])
    .where('commitments.group_id', '=', tx.groupId)
    .where('commitments.id', '=', id)
    .executeTakeFirst();
}
