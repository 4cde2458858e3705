import type { Kysely } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { ServerTables } from '../database/schema.ts';

/**
 * The server-wide tables inside a group's transaction. A group begins together with its steward's login, and a member
 * with theirs: both must be there or neither. Only this room and the messages' may ask for it.
 */
export function serverTables(tx: GroupTransaction): Kysely<ServerTables>;
export function serverTables(tx: GroupReader): Pick<Kysely<ServerTables>, 'selectFrom'>;
export function serverTables(tx: GroupReader): Pick<Kysely<ServerTables>, 'selectFrom'> {
  return tx.db as unknown as Kysely<ServerTables>;
}
