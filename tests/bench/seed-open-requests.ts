import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Pool } from 'pg';

/**
 * Fills a group with open requests of one need each, spread over three urgencies and two months, in the state in which
 * they wait for somebody. As the owner and in three statements, since only the list is measured and not the asking.
 */
export async function seedOpenRequests(owner: Pool, groupId: GroupId, count: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into persons (group_id, id, sort)
       select $1::uuid, md5($1::text || 'person' || no)::uuid, 'neighbor' from generate_series(1, $2::int) as no`,
      [groupId, count],
    );
    await client.query(
      `insert into requests (group_id, id, code, requester_kind, person_id, state, urgency, urgency_reasons, channel, sharing, asked_at)
       select $1::uuid, md5($1::text || 'request' || no)::uuid, upper(to_hex(no)), 'neighbor', md5($1::text || 'person' || no)::uuid,
         (array['new', 'taken-in', 'open', 'covered'])[1 + no % 4], no * 7 % 3, '{waiting}', 'web', '{}',
         now() - make_interval(secs => no * 37 % 5000000)
       from generate_series(1, $2::int) as no`,
      [groupId, count],
    );
    await client.query(
      `insert into needs (group_id, id, request_id, kind_id, link_code, quantity, entered_amount, entered_unit, lease)
       select $1::uuid, md5($1::text || 'need' || no)::uuid, md5($1::text || 'request' || no)::uuid, kinds.id, upper(to_hex(no)), 2, '2', 'each',
         kinds.definition -> 'lease'
       from generate_series(1, $2::int) as no, kinds where kinds.group_id = $1::uuid and kinds.code = 'goods.food.box'`,
      [groupId, count],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
