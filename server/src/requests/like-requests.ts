import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { RequestState } from '@barnraise/kernel/request.ts';

import type { GroupReader } from '../database/database.ts';
import { findAlike } from '../people/find-person.ts';
import { needsByRequest } from './request-list.ts';
import type { RequestRow } from './request-table.ts';

/** Another request of the same or a like person, to be looked at side by side. */
export interface LikeRequest {
  readonly id: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly askedAt: Instant;
  readonly kinds: readonly CatalogKind[];
  readonly by: readonly string[];
}

/** Requests of the same person or of people who may be the same, newest first, without those said to differ. */
export async function likeRequests(tx: GroupReader, row: RequestRow): Promise<readonly LikeRequest[]> {
  if (!row.person_id) return [];
  const people = await findAlike(tx, row.person_id);
  const by = new Map<PersonId, readonly string[]>(people.slice(0, 10).map((one) => [one.personId, one.by]));
  by.set(row.person_id, ['same-person']);
  const rows = await tx.db
    .selectFrom('requests')
    .select(['id', 'code', 'state', 'asked_at', 'person_id'])
    .where('group_id', '=', tx.groupId)
    .where('person_id', 'in', [...by.keys()])
    .where('id', '<>', row.id)
    .where('merged_into_id', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('merges as m')
            .select('m.id')
            .whereRef('m.group_id', '=', 'requests.group_id')
            .where('m.subject', '=', 'request')
            .where('m.verdict', '=', 'different')
            .where('m.undone_at', 'is', null)
            .where((inner) =>
              inner.or([
                inner.and([inner('m.kept_id', '=', row.id), inner('m.other_id', '=', inner.ref('requests.id'))]),
                inner.and([inner('m.other_id', '=', row.id), inner('m.kept_id', '=', inner.ref('requests.id'))]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('asked_at', 'desc')
    .limit(5)
    .execute();
  const needs = await needsByRequest(
    tx,
    rows.map((one) => one.id),
  );
  return rows.map((one) => ({
    id: one.id,
    code: one.code,
    state: one.state,
    askedAt: one.asked_at,
    kinds: (needs.get(one.id) ?? []).map((need) => need.kind),
    by: by.get(one.person_id as PersonId) ?? [],
  }));
}
