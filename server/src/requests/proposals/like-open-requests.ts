import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { RequestState } from '@barnraise/kernel/request.ts';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import { findPersons } from '../../people/find-person.ts';
import { needsByRequest } from '../request-list.ts';
import type { MessageContact } from './contact-in-message.ts';

/** A request of the same person, or of somebody with the same number or name, that is not closed. */
export interface LikeOpenRequest {
  readonly id: RequestId;
  readonly personId: PersonId;
  readonly code: string;
  readonly state: RequestState;
  readonly askedAt: Instant;
  readonly kinds: readonly CatalogKind[];
  /** True when it asks for something that the message asks for too. */
  readonly sameKind: boolean;
}

const shownMax = 3;
const personsMax = 20;

/** Looks by keyed hashes only: no name is opened. */
export async function likeOpenRequests(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  { name, phone, mail }: MessageContact,
  codes: readonly string[],
): Promise<readonly LikeOpenRequest[]> {
  if (name === '' && phone === '' && mail === '') return [];
  const people = (await findPersons(context, tx, { name, phone, mail })).slice(0, personsMax);
  if (people.length === 0) return [];
  const rows = await tx.db
    .selectFrom('requests')
    .select(['id', 'code', 'state', 'asked_at', 'person_id'])
    .where('group_id', '=', tx.groupId)
    .where(
      'person_id',
      'in',
      people.map((one) => one.personId),
    )
    .where('state', '<>', 'closed')
    .where('merged_into_id', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(shownMax)
    .execute();
  const needs = await needsByRequest(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const kinds = (needs.get(row.id) ?? []).map((need) => need.kind);
    return {
      id: row.id,
      personId: row.person_id as PersonId,
      code: row.code,
      state: row.state,
      askedAt: row.asked_at,
      kinds,
      sameKind: kinds.some((kind) => codes.includes(kind.code)),
    };
  });
}
