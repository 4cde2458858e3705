import type { PersonId } from '@barnraise/kernel/ids.ts';
import type { RetentionPurpose } from '@barnraise/kernel/retention.ts';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { insertPeople, updatePerson } from './person-table.ts';
import { tokenSortsOf, tokensOf } from './person-tokens.ts';
import { settingsOf } from './settings-table.ts';
import { type Detail, purposeOf } from './vault-fields.ts';

type Vaulted = Pick<Context, 'vault'>;
export type PersonSort = 'neighbor' | 'member' | 'helper' | 'partner-contact';
export type SafeAnswer = 'yes' | 'no' | 'not-asked';

/** A person as a form or an import gives them. What is left out of an existing person stays as it is. */
export interface PersonToKeep {
  readonly sort: PersonSort;
  readonly language?: string;
  readonly safeToText?: SafeAnswer;
  readonly safeToLeaveMessage?: SafeAnswer;
  readonly details: readonly Detail[];
}

/** Somebody wanted to write details of a person who was erased. */
export class PersonErasedError extends Error {
  override readonly name = 'PersonErasedError';
}

/** Why the details of each sort of person are kept unless said otherwise. */
const purposes: Readonly<Record<PersonSort, RetentionPurpose | undefined>> = {
  neighbor: undefined,
  member: 'keep-in-touch',
  helper: 'offer-help',
  'partner-contact': 'keep-in-touch',
};

/** Makes a person, seals their details under a key of their own, and keeps the keyed hashes they are found by. */
export async function keepPerson(context: Vaulted, tx: GroupTransaction, person: PersonToKeep): Promise<PersonId> {
  const [id] = await keepPeople(context, tx, [person]);
  if (id === undefined) throw new Error('A person was not kept.');
  return id;
}

/** Makes many people at once, as {@link keepPerson} makes one; their ids stand in the order given. */
export async function keepPeople(
  context: Vaulted,
  tx: GroupTransaction,
  people: readonly PersonToKeep[],
): Promise<readonly PersonId[]> {
  if (people.length === 0) return [];
  const made = people.map((person) => ({ ...person, id: freshId<PersonId>(tx) }));
  insertPeople(
    tx,
    made.map(({ id, sort, language, safeToText, safeToLeaveMessage }) => ({
      id,
      sort,
      language,
      safe_to_text: safeToText,
      safe_to_leave_message: safeToLeaveMessage,
      last_visit_at: at(tx.now),
    })),
  );
  const country = people.some(({ details }) => hasPhone(details)) ? await groupCountry(tx) : '';
  await context.vault.sealNew(
    tx,
    made.map(({ id, sort, details }) => ({
      personId: id,
      details: withPurposes(details, purposes[sort]),
      tokens: details.flatMap((detail) => tokensOf(detail, country)),
    })),
  );
  return made.map(({ id }) => id);
}

/** Changes a person: how to talk to them, and the details given. Throws a {@link PersonErasedError}. */
export async function changePerson(
  context: Vaulted,
  tx: GroupTransaction,
  personId: PersonId,
  change: Partial<PersonToKeep>,
): Promise<void> {
  const values = {
    sort: change.sort,
    language: change.language,
    safe_to_text: change.safeToText,
    safe_to_leave_message: change.safeToLeaveMessage,
  };
  if (Object.values(values).some((value) => value !== undefined)) await updatePerson(tx, personId, values);
  await keepDetails(context, tx, personId, change.details ?? []);
}

/**
 * Keeps details of somebody who is there already: a note, a must-know fact, a corrected phone number. Each replaces the
 * one of the same field and subject. Throws a {@link PersonErasedError}, since an erased person may not come back so.
 */
export async function keepDetails(
  context: Vaulted,
  tx: GroupTransaction,
  personId: PersonId,
  details: readonly Detail[],
): Promise<void> {
  if (details.length === 0) return;
  const person = await tx.db
    .selectFrom('persons')
    .select('erased_at')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .forShare()
    .executeTakeFirst();
  if (!person || person.erased_at !== null) throw new PersonErasedError(`Person ${personId} is erased or never was.`);
  await context.vault.seal(tx, personId, withPurposes(details, undefined));
  const country = hasPhone(details) ? await groupCountry(tx) : '';
  const tokens = details.flatMap((detail) => tokensOf(detail, country));
  const replaced = details.flatMap(({ field }) => tokenSortsOf(field));
  await context.vault.putTokens(tx, personId, tokens, replaced);
}

/** Each with why it is kept: as said, as for this sort of person, or as for the field. */
function withPurposes(details: readonly Detail[], purpose: RetentionPurpose | undefined): readonly Detail[] {
  return details.map((detail) => ({ ...detail, purpose: detail.purpose ?? purpose ?? purposeOf(detail.field) }));
}

function hasPhone(details: readonly Detail[]): boolean {
  return details.some(({ field }) => field === 'phone');
}

/** The country in which the group's phone numbers are written without a code. */
export async function groupCountry(tx: GroupReader): Promise<string> {
  return (await settingsOf(tx)).country;
}
