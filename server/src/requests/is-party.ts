import type { Party } from '@barnraise/kernel/party.ts';

import type { GroupReader } from '../database/database.ts';

/** True when the party is one of this group: an active member, a person who was not erased, or a partner. */
export async function isParty(tx: GroupReader, party: Party): Promise<boolean> {
  switch (party.kind) {
    case 'member':
      return exists(
        tx.db
          .selectFrom('members')
          .select('id')
          .where('group_id', '=', tx.groupId)
          .where('id', '=', party.memberId)
          .where('state', '=', 'active'),
      );
    case 'neighbor':
      return exists(
        tx.db
          .selectFrom('persons')
          .select('id')
          .where('group_id', '=', tx.groupId)
          .where('id', '=', party.personId)
          .where('erased_at', 'is', null),
      );
    case 'partner':
      return exists(
        tx.db.selectFrom('partners').select('id').where('group_id', '=', tx.groupId).where('id', '=', party.partnerId),
      );
    case 'remote-group':
      return false;
  }
}

async function exists(query: { executeTakeFirst(): Promise<unknown> }): Promise<boolean> {
  return (await query.executeTakeFirst()) !== undefined;
}
