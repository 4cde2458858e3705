import { type Actor, actorToken } from '@barnraise/kernel/actor.ts';
import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { type Instant, hourMs } from '@barnraise/kernel/instant.ts';
import { canSeeMembers } from '@barnraise/kernel/group-policy.ts';
import { type Sharing, sharingUntilAsked } from '@barnraise/kernel/sharing.ts';
import { canSeeVault, type Tie, type VaultPurpose } from '@barnraise/kernel/vault-policy.ts';

import type { Context } from '../context.ts';
import { asOf, at, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { OpenDetail } from '../database/vault/vault.ts';
import { actorColumns } from '../record/caller.ts';
import { type DetailField, isDetailField, policyFieldOf } from './vault-fields.ts';

/** `members-list` opens only what members chose to show each other. */
export type ReadingPurpose = VaultPurpose | 'members-list';

/** Whose details a reader wants, and what binds the reader to that person. */
export interface WantedPerson {
  readonly personId: PersonId;
  readonly requestId?: RequestId | null;
  /** What the person lets helpers see; what holds until somebody asked them, unless given. */
  readonly sharing?: Sharing;
  /** Commitments that tie the reader to them (see the kernel's vault policy). */
  readonly ties?: readonly Tie[];
  readonly isAlarmed?: boolean;
  /** Only entries of these subjects (and the person's own); all unless given. */
  readonly subjectIds?: readonly string[];
}

export interface Reading {
  readonly actor: Actor;
  readonly purpose: ReadingPurpose;
  /** The fields to open; `must-know` stands for every must-know fact. All that the purpose allows unless given. */
  readonly fields?: readonly (DetailField | 'must-know')[];
  readonly wanted: readonly WantedPerson[];
}

export interface ReadDetail {
  readonly field: DetailField;
  readonly subjectId: string | null;
  readonly value: string;
  readonly createdAt: Instant;
}

/** What a reader was allowed to see. What they may not see, and what there is not, look the same. */
export interface Details {
  get(personId: PersonId | null, field: DetailField, subjectId?: string | null): string | undefined;
  all(personId: PersonId): readonly ReadDetail[];
}

/**
 * Opens the details of many people for one reader: one statement however many, each entry asked of the vault policy.
 * Everything that is shown is written to `vault_readings`, once an hour for one reader, person and purpose; only what a
 * person reads about themselves and what members show each other is not.
 */
export async function readDetails(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  reading: Reading,
): Promise<Details> {
  const wanted = new Map(reading.wanted.map((one) => [one.personId, one]));
  if (wanted.size === 0) return detailsOf(new Map());
  const opened = await context.vault.open(tx, { personIds: [...wanted.keys()], fields: fieldsOf(reading) });
  const allowed = opened.filter((entry) => {
    const subject = wanted.get(entry.personId);
    return subject !== undefined && isWanted(reading, subject, entry) && isAllowed(reading, subject, entry, tx.now);
  });
  const byPerson = Map.groupBy(allowed, (entry) => entry.personId);
  await recordReadings(tx, reading, wanted, byPerson);
  return detailsOf(byPerson);
}

/** The columns to ask for; with must-know facts among them every field is fetched and sifted here. */
function fieldsOf({ fields }: Reading): readonly string[] | undefined {
  return fields && !fields.includes('must-know') ? fields : undefined;
}

function isWanted({ fields }: Reading, { subjectIds }: WantedPerson, entry: OpenDetail): boolean {
  if (subjectIds && entry.subjectId !== null && !subjectIds.includes(entry.subjectId)) return false;
  if (!fields) return true;
  return fields.some(
    (field) => field === entry.field || (field === 'must-know' && entry.field.startsWith('must-know:')),
  );
}

function isAllowed({ actor, purpose }: Reading, wanted: WantedPerson, entry: OpenDetail, now: Instant): boolean {
  if (!isDetailField(entry.field)) return false;
  if (entry.audience === 'members' && canSeeMembers(actor)) return true;
  if (purpose === 'members-list') return false;
  const subject = {
    personId: wanted.personId,
    requestId: wanted.requestId ?? null,
    sharing: wanted.sharing ?? sharingUntilAsked,
    ties: wanted.ties ?? [],
    isAlarmed: wanted.isAlarmed,
  };
  return canSeeVault(actor, subject, policyFieldOf(entry.field), purpose, now);
}

function detailsOf(byPerson: ReadonlyMap<PersonId, readonly OpenDetail[]>): Details {
  const all = (personId: PersonId): readonly ReadDetail[] =>
    (byPerson.get(personId) ?? []).map(({ field, subjectId, value, createdAt }) => {
      return { field: field as DetailField, subjectId, value, createdAt };
    });
  const get = (personId: PersonId | null, field: DetailField, subjectId: string | null = null): string | undefined =>
    personId === null
      ? undefined
      : byPerson.get(personId)?.findLast((entry) => entry.field === field && entry.subjectId === subjectId)?.value;
  return { get, all };
}

async function recordReadings(
  tx: GroupTransaction,
  { actor, purpose }: Reading,
  wanted: ReadonlyMap<PersonId, WantedPerson>,
  byPerson: ReadonlyMap<PersonId, readonly OpenDetail[]>,
): Promise<void> {
  // What the program reads to do its work leaves no trace; what leaves through its shell does.
  if ((actor.kind === 'system' && purpose !== 'export') || purpose === 'own-details') return;
  const reader = actorColumns(actor);
  const tokenId = actorToken(actor) ?? null;
  const rows = [...byPerson].flatMap(([personId, entries]) => {
    const fields = [
      ...new Set(entries.filter(({ audience }) => audience !== 'members').map(({ field }) => field)),
    ].sort();
    if (fields.length === 0 || isSelf(actor, personId)) return [];
    return [{ personId, requestId: wanted.get(personId)?.requestId ?? null, fields }];
  });
  if (rows.length === 0) return;
  const recent = await tx.db
    .selectFrom('vault_readings')
    .select(['person_id', 'fields'])
    .where('group_id', '=', tx.groupId)
    .where(
      'person_id',
      'in',
      rows.map(({ personId }) => personId),
    )
    .where('reader_kind', '=', reader.actor_kind)
    .where('reader_id', 'is not distinct from', reader.actor_id)
    .where('token_id', 'is not distinct from', tokenId)
    .where('purpose', '=', purpose)
    .where('read_at', '>', asOf(tx.now - hourMs))
    .execute();
  const known = new Set(recent.map((row) => `${row.person_id} ${row.fields.join(' ')}`));
  const fresh = rows.filter(({ personId, fields }) => !known.has(`${personId} ${fields.join(' ')}`));
  if (fresh.length === 0) return;
  await tx.db
    .insertInto('vault_readings')
    .values(
      fresh.map(({ personId, requestId, fields }) => ({
        group_id: tx.groupId,
        id: freshId(tx),
        person_id: personId,
        request_id: requestId,
        reader_kind: reader.actor_kind,
        reader_id: reader.actor_id,
        token_id: tokenId,
        fields,
        purpose,
        read_at: at(tx.now),
      })),
    )
    .execute();
}

function isSelf(actor: Actor, personId: PersonId): boolean {
  return 'personId' in actor && actor.personId === personId;
}
