import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { id, idOrNull, instant, instantOrNull, party, quantity, shownAt } from '../fields.ts';

export const askShape = z
  .strictObject({
    id,
    needId: id,
    offerId: idOrNull,
    to: party,
    way: z.string(),
    quantity,
    decisionNo: z.int(),
    state: z.enum(['sent', 'yes', 'no', 'no-answer', 'called-off']),
    askedById: idOrNull,
    askedAt: instant,
    answerUntil: instant,
    answeredAt: instantOrNull,
    version: z.int(),
  })
  .meta({ id: 'Ask' });

export function selectAskRows(db: GroupReads, groupId: GroupId) {
  return db
    .selectFrom('asks')
    .select(['id', 'need_id', 'offer_id', 'to_kind', 'member_id', 'person_id', 'way', 'quantity', 'decision_no'])
    .select(['state', 'asked_by_id', 'asked_at', 'answer_until', 'answered_at', 'version'])
    .where('group_id', '=', groupId);
}

export function showAsk(row: InferResult<ReturnType<typeof selectAskRows>>[number]): z.infer<typeof askShape> {
  return {
    id: row.id,
    needId: row.need_id,
    offerId: row.offer_id,
    to: { kind: row.to_kind, id: row.member_id ?? row.person_id },
    way: row.way,
    quantity: row.quantity,
    decisionNo: row.decision_no,
    state: row.state,
    askedById: row.asked_by_id,
    askedAt: shownAt(row.asked_at),
    answerUntil: shownAt(row.answer_until),
    answeredAt: shownAt(row.answered_at),
    version: row.version,
  };
}
