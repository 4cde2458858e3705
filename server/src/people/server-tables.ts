import type { Kysely } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { ServerTables } from '../database/schema.ts';

type ServerReads = Pick<Kysely<ServerTables>, 'selectFrom'>;

/**
 * The server-wide tables inside a group's transaction. A group begins together with its steward's login, and a member
 * with theirs: both must be there or neither. Only this room, the messages' and the API's may ask for it.
 */
export function serverTables(tx: GroupTransaction): Kysely<ServerTables>;
export function serverTables(tx: GroupReader): ServerReads;
export function serverTables(tx: GroupReader): ServerReads {
  return tx.db;
}
