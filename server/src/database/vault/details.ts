import { createSecretKey, type KeyObject } from 'node:crypto';

import type { GroupId, Id, PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import { at } from '../column-types.ts';
import type { GroupReader, GroupTransaction } from '../database.ts';
import { freshId } from '../new-id.ts';
import { newKey, openBox, sealBox } from './sealed-box.ts';
import type { DetailSelection, DetailToSeal, GroupKeys, NewlySealed, OpenDetail } from './vault.ts';

type EntryId = Id<'vault-entry'>;

/** See {@link Vault.sealNew}: two statements, however many the people. */
export function sealNewDetails(tx: GroupTransaction, keys: GroupKeys, people: readonly NewlySealed[]): void {
  const sealed = people.map(({ personId, details }) => {
    const key = newKey();
    const wrapped = sealBox(keys.wrapping, placeOfKey(tx.groupId, personId), key);
    return { personId, wrapped, entries: entriesOf(tx, personId, createSecretKey(key), details) };
  });
  // Without "on conflict": of two transactions that make a key for one person the second must fail, or it would seal
  // under a key that is kept nowhere.
  const newKeys = sql`
    insert into person_keys (group_id, person_id, wrapped)
    select ${tx.groupId}, person_id, wrapped from unnest(
      ${sealed.map(({ personId }) => personId)}::uuid[], ${sealed.map(({ wrapped }) => wrapped)}::bytea[]
    ) as new_key (person_id, wrapped)`;
  tx.later(newKeys.compile(tx.db));
  tx.later(
    insertOf(
      tx,
      sealed.flatMap(({ entries }) => entries),
    ).compile(tx.db),
  );
}

/** See {@link Vault.seal}. */
export async function sealDetails(
  tx: GroupTransaction,
  keys: GroupKeys,
  personId: PersonId,
  details: readonly DetailToSeal[],
): Promise<void> {
  if (details.length === 0) return;
  const existing = await wrappedKey(tx, personId);
  if (!existing) return sealNewDetails(tx, keys, [{ personId, details, tokens: [] }]);
  const key = createSecretKey(unwrapKey(keys, personId, existing));
  const takeAway = sql`
    delete from vault_entries e
    using unnest(${details.map(({ field }) => field)}::text[], ${subjects(details)}::uuid[]) as d (field, subject_id)
    where e.group_id = ${tx.groupId} and e.person_id = ${personId}
      and e.field = d.field and e.subject_id is not distinct from d.subject_id`;
  const write = sql`with replaced as (${takeAway}) ${insertOf(tx, entriesOf(tx, personId, key, details))}`;
  tx.later(write.compile(tx.db));
}

type SealedEntry = DetailToSeal & { readonly id: EntryId; readonly personId: PersonId; readonly sealed: Buffer };

function entriesOf(
  tx: GroupTransaction,
  personId: PersonId,
  key: KeyObject,
  details: readonly DetailToSeal[],
): readonly SealedEntry[] {
  return details
    .filter(({ value }) => value !== '')
    .map((detail) => {
      const id = freshId<EntryId>(tx);
      const place = placeOf(tx.groupId, personId, detail.field, id);
      return { ...detail, id, personId, sealed: sealBox(key, place, Buffer.from(detail.value)) };
    });
}

function insertOf(tx: GroupTransaction, entries: readonly SealedEntry[]) {
  return sql`
    insert into vault_entries (group_id, id, person_id, field, subject_id, sealed, audience, purpose, expires_at)
    select ${tx.groupId}, id, person_id, field, subject_id, sealed, audience, purpose, expires_at
    from unnest(
      ${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ personId }) => personId)}::uuid[],
      ${entries.map(({ field }) => field)}::text[], ${subjects(entries)}::uuid[],
      ${entries.map(({ sealed }) => sealed)}::bytea[], ${entries.map(({ audience }) => audience ?? 'coordinators')}::text[],
      ${entries.map(({ purpose }) => purpose ?? 'help')}::text[], ${entries.map(({ expiresAt }) => at(expiresAt))}::timestamptz[]
    ) as entry (id, person_id, field, subject_id, sealed, audience, purpose, expires_at)`;
}

/** See {@link Vault.open}. Several lists narrow each other; an empty one selects nothing. */
export async function openDetails(
  tx: GroupReader,
  keys: GroupKeys,
  { personIds, subjectIds, ids, fields }: DetailSelection,
): Promise<readonly OpenDetail[]> {
  if (!personIds && !subjectIds && !ids) throw new TypeError('Say whose details to open, or which.');
  let query = tx.db
    .selectFrom('vault_entries as e')
    .innerJoin('person_keys as k', (join) =>
      join.onRef('k.group_id', '=', 'e.group_id').onRef('k.person_id', '=', 'e.person_id'),
    )
    .select(['e.id', 'e.person_id', 'e.field', 'e.subject_id', 'e.sealed', 'e.audience', 'e.purpose', 'e.created_at'])
    .select('k.wrapped')
    .where('e.group_id', '=', tx.groupId)
    .where(sql<boolean>`(e.expires_at is null or e.expires_at > ${at(tx.now)})`);
  // Arrays and not lists of values: the text stays the same however many there are, so the statement can be kept.
  if (personIds) query = query.where('e.person_id', '=', sql<PersonId>`any(${personIds}::uuid[])`);
  if (subjectIds) query = query.where('e.subject_id', '=', sql<string>`any(${subjectIds}::uuid[])`);
  if (ids) query = query.where('e.id', '=', sql<string>`any(${ids}::uuid[])`);
  if (fields) query = query.where('e.field', '=', sql<string>`any(${fields}::text[])`);
  const rows = await query.orderBy('e.id').execute();

  const opened = new Map<PersonId, KeyObject>();
  return rows.map((row) => {
    const key = opened.get(row.person_id) ?? createSecretKey(unwrapKey(keys, row.person_id, row.wrapped));
    opened.set(row.person_id, key);
    return {
      id: row.id as EntryId,
      personId: row.person_id,
      field: row.field,
      subjectId: row.subject_id,
      value: openBox(key, placeOf(tx.groupId, row.person_id, row.field, row.id), row.sealed).toString(),
      audience: row.audience,
      purpose: row.purpose,
      createdAt: row.created_at,
    };
  });
}

/** See {@link Vault.erasePerson}. */
export async function erasePersonRows(tx: GroupTransaction, personId: PersonId): Promise<void> {
  for (const table of ['person_keys', 'vault_hashes', 'vault_entries'] as const) {
    await tx.db.deleteFrom(table).where('group_id', '=', tx.groupId).where('person_id', '=', personId).execute();
  }
}

async function wrappedKey(tx: GroupTransaction, personId: PersonId): Promise<Buffer | undefined> {
  const row = await tx.db
    .selectFrom('person_keys')
    .select('wrapped')
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.wrapped;
}

function unwrapKey(keys: GroupKeys, personId: PersonId, wrapped: Buffer): Buffer {
  return openBox(keys.wrapping, placeOfKey(keys.groupId, personId), wrapped);
}

const subjects = (details: readonly { readonly subjectId?: string }[]): (string | null)[] =>
  details.map(({ subjectId }) => subjectId ?? null);

const placeOfKey = (groupId: GroupId, personId: PersonId): string => `person-key ${groupId} ${personId}`;

const placeOf = (groupId: GroupId, personId: PersonId, field: string, id: string): string =>
  `detail ${groupId} ${personId} ${field} ${id}`;
