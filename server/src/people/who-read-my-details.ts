import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { GroupReader } from '../database/database.ts';
import { recordsOf } from './same-person.ts';

/** One hour in which one reader opened a person's details for one purpose. */
export interface PersonReading {
  readonly readAt: Instant;
  readonly readerKind: string;
  /** The reader's role when it is a member; people learn who saw them by what they do, not by name. */
  readonly role: string | null;
  readonly requestId: RequestId | null;
  readonly fields: readonly string[];
  readonly purpose: string;
}

/** Lines shown at most; older ones stay in the database. */
const shownMax = 200;

/** Who saw a person's details, newest first, in any of their records. */
export async function whoReadMyDetails(tx: GroupReader, personId: PersonId): Promise<readonly PersonReading[]> {
  const records = await recordsOf(tx, personId);
  const rows = await tx.db
    .selectFrom('vault_readings as r')
    .leftJoin('members as m', (join) => join.onRef('m.group_id', '=', 'r.group_id').onRef('m.id', '=', 'r.reader_id'))
    .select(['r.read_at', 'r.reader_kind', 'm.role', 'r.request_id', 'r.fields', 'r.purpose'])
    .where('r.group_id', '=', tx.groupId)
    .where('r.person_id', 'in', records)
    .orderBy('r.read_at', 'desc')
    .limit(shownMax)
    .execute();
  return rows.map((row) => ({
    readAt: row.read_at,
    readerKind: row.reader_kind,
    role: row.role,
    requestId: row.request_id,
    fields: row.fields,
    purpose: row.purpose,
  }));
}
