import type { ContactOutcome, ContactWay } from '@barnraise/kernel/contact-attempt.ts';
import type { MemberId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { GroupReader } from '../database/database.ts';
import type { Details } from '../people/read-details.ts';
import type { NamedMember } from './coordinator-names.ts';

/** A line of the history: a call or a note, with its words. */
export interface LogLine {
  readonly at: Instant;
  readonly by: string | null;
  readonly way: ContactWay | null;
  readonly outcome: ContactOutcome | null;
  readonly text: string;
}

/** Calls and notes in one line of time, oldest first. */
export async function requestLog(
  tx: GroupReader,
  requestId: RequestId,
  personId: PersonId | null,
  details: Details,
  members: readonly NamedMember[],
): Promise<readonly LogLine[]> {
  const names = new Map(members.map((member) => [member.memberId, member.name]));
  const nameOf = (memberId: MemberId | null): string | null => (memberId ? (names.get(memberId) ?? null) : null);
  const attempts = await tx.db
    .selectFrom('contact_attempts')
    .select(['id', 'member_id', 'way', 'outcome', 'tried_at'])
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .execute();
  const notes = await tx.db
    .selectFrom('notes')
    .select(['id', 'member_id', 'written_at'])
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .execute();
  const text = (id: string): string => details.get(personId, 'note', id) ?? '';
  return [
    ...attempts.map((row) => ({
      at: row.tried_at,
      by: nameOf(row.member_id),
      way: row.way,
      outcome: row.outcome,
      text: text(row.id),
    })),
    ...notes.map((row) => ({
      at: row.written_at,
      by: nameOf(row.member_id),
      way: null,
      outcome: null,
      text: text(row.id),
    })),
  ].toSorted((a, b) => a.at - b.at);
}
