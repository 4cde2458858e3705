import type { Actor } from '@barnraise/kernel/actor.ts';
import type { Id, MemberId, PersonId } from '@barnraise/kernel/ids.ts';

import { at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { writeAudit } from '../record/write-audit.ts';

/** What a person can say yes to beyond being helped. */
export const consentPurposes = [
  'share-with-helper',
  'share-with-partner',
  'list-publicly',
  'photo',
  'ask-again',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export interface ConsentChange {
  readonly personId: PersonId;
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  /** Who said so: the person, somebody who speaks for them, or the person to a coordinator who wrote it down. */
  readonly by: 'self' | 'proxy' | 'voice';
  readonly recordedById?: MemberId;
}

/** Writes down a yes, or takes it back. Both stay in the record; the same answer again changes nothing. */
export async function changeConsent(tx: GroupTransaction, actor: Actor, change: ConsentChange): Promise<void> {
  const standing = await tx.db
    .selectFrom('consents')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', change.personId)
    .where('purpose', '=', change.purpose)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .execute();
  if (change.given === standing.length > 0) return;
  if (change.given) {
    await tx.db
      .insertInto('consents')
      .values({
        group_id: tx.groupId,
        id: freshId<Id<'consent'>>(tx),
        person_id: change.personId,
        purpose: change.purpose,
        given_by: change.by,
        recorded_by_id: change.recordedById ?? null,
        given_at: at(tx.now),
      })
      .execute();
  } else {
    await tx.db
      .updateTable('consents')
      .set({ withdrawn_at: at(tx.now) })
      .where('group_id', '=', tx.groupId)
      .where(
        'id',
        'in',
        standing.map((consent) => consent.id),
      )
      .execute();
  }
  await writeAudit(tx, {
    actor,
    verb: change.given ? 'give-consent' : 'withdraw-consent',
    subjectTable: 'persons',
    subjectId: change.personId,
    data: { purpose: change.purpose, by: change.by },
  });
}
