import type { Ask } from '@barnraise/kernel/ask.ts';
import type { AskId, MemberId, NeedId } from '@barnraise/kernel/ids.ts';
import type { AskWay } from '@barnraise/kernel/offer.ts';
import type { Selectable } from 'kysely';

import { at } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { AsksTable } from '../database/schema.ts';

export async function insertAsk(tx: GroupTransaction, ask: Ask, askedBy: MemberId | null): Promise<void> {
  await tx.db
    .insertInto('asks')
    .values({
      group_id: tx.groupId,
      id: ask.id,
      need_id: ask.needId,
      offer_id: ask.offerId,
      to_kind: ask.to.kind === 'member' ? 'member' : 'neighbor',
      member_id: ask.to.kind === 'member' ? ask.to.memberId : null,
      person_id: ask.to.kind === 'neighbor' ? ask.to.personId : null,
      way: ask.way,
      quantity: ask.quantity,
      decision_no: ask.decisionNo,
      state: ask.state,
      asked_by_id: askedBy,
      asked_at: at(ask.askedAt),
      answer_until: at(ask.answerUntil),
    })
    .execute();
  tx.changed('asks', ask.id);
}

/** Writes the answer, or that there is none. */
export async function saveAnswer(tx: GroupTransaction, ask: Ask): Promise<void> {
  await tx.db
    .updateTable('asks')
    .set((eb) => ({ state: ask.state, answered_at: at(ask.answeredAt), version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', ask.id)
    .execute();
  tx.changed('asks', ask.id);
}

/** The ask, locked until the transaction ends. */
export async function lockAsk(tx: GroupTransaction, id: AskId): Promise<Ask | undefined> {
  const row = await tx.db
    .selectFrom('asks')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && askFromRow(row);
}

/** Everybody who was asked about a need, first asked first. */
export async function asksOf(tx: GroupReader, needId: NeedId): Promise<readonly Ask[]> {
  const rows = await tx.db
    .selectFrom('asks')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('need_id', '=', needId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map(askFromRow);
}

function askFromRow(row: Selectable<AsksTable>): Ask {
  return {
    id: row.id,
    needId: row.need_id,
    offerId: row.offer_id,
    to:
      row.to_kind === 'member'
        ? { kind: 'member', memberId: row.member_id as MemberId }
        : { kind: 'neighbor', personId: row.person_id as never },
    way: row.way as AskWay,
    quantity: row.quantity,
    decisionNo: row.decision_no,
    askedAt: row.asked_at,
    answerUntil: row.answer_until,
    state: row.state,
    answeredAt: row.answered_at,
  };
}
