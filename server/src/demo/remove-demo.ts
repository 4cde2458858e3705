import type { GroupId } from '@barnraise/kernel/ids.ts';
import { type Kysely, sql } from 'kysely';

import type { ServerTables } from '../database/schema.ts';

/** Takes the demo group away with everything in it, and the logins that belong to it alone. */
export async function removeDemo(server: Kysely<ServerTables>, groupId: GroupId): Promise<void> {
  const logins = server.selectFrom('login_members').select('login_id').where('group_id', '=', groupId);
  const elsewhere = server.selectFrom('login_members').select('login_id').where('group_id', '<>', groupId);
  await server.deleteFrom('logins').where('id', 'in', logins).where('id', 'not in', elsewhere).execute();
  // Its tables point at each other; they are looked at once all of them are gone.
  await sql`set constraints all deferred`.execute(server);
  await server.deleteFrom('groups').where('id', '=', groupId).execute();
}
