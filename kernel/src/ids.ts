/**
 * Ids are UUIDs of version 7 (RFC 9562, section 5.7), made by the program, in lower case. The name is a brand that only
 * the compiler sees: a need's id cannot be passed where a request's is wanted.
 */
export type Id<Name extends string = string> = string & { readonly __id: Name };

export type GroupId = Id<'group'>;
export type TeamId = Id<'team'>;
export type LoginId = Id<'login'>;
export type MemberId = Id<'member'>;
export type PersonId = Id<'person'>;
export type HouseholdId = Id<'household'>;
export type PlaceId = Id<'place'>;
export type KindId = Id<'kind'>;
export type RequestId = Id<'request'>;
export type NeedId = Id<'need'>;
export type OfferId = Id<'offer'>;
export type AskId = Id<'ask'>;
export type CommitmentId = Id<'commitment'>;
export type AccountId = Id<'account'>;
export type EventId = Id<'event'>;
export type PartnerId = Id<'partner'>;
export type VisitId = Id<'visit'>;
export type ContactAttemptId = Id<'contact-attempt'>;
export type MessageId = Id<'message'>;
export type ActId = Id<'act'>;
export type FormId = Id<'form'>;
export type FormAnswerId = Id<'form-answer'>;
export type AttachmentId = Id<'attachment'>;
export type LotId = Id<'lot'>;
export type ProgramId = Id<'program'>;
export type OccurrenceId = Id<'occurrence'>;
export type DriveId = Id<'drive'>;
export type TokenId = Id<'token'>;
export type WebhookId = Id<'webhook'>;
export type DeliveryId = Id<'delivery'>;

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the caller names the brand: `parseId<NeedId>(text)` */

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The one door from text to an id: lower-cases it, and gives undefined for anything but a UUID of version 7. */
export function parseId<T extends Id>(text: unknown): T | undefined {
  if (typeof text !== 'string' || text.length !== 36) return undefined;
  const lower = text.toLowerCase();
  return uuidV7.test(lower) ? (lower as T) : undefined;
}

/** Bytes of randomness that {@link newId} takes. */
export const idRandomBytes = 10;

/**
 * A new id: 48 bits of `nowMs`, then 74 of the 80 random bits given. Ids of one millisecond have no order among
 * themselves. Throws a RangeError for fewer than ten bytes or an instant outside 48 bits: both are bugs of the caller.
 */
export function newId<T extends Id>(nowMs: number, random: Uint8Array): T {
  if (random.length < idRandomBytes) throw new RangeError('newId needs 10 random bytes');
  if (!Number.isSafeInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48)
    throw new RangeError('newId needs a 48-bit instant');
  const time = nowMs.toString(16).padStart(12, '0');
  const byte = (index: number): number => random[index] ?? 0;
  const bytes = [0x70 | (byte(0) & 0x0f), byte(1), 0x80 | (byte(2) & 0x3f), ...random.subarray(3, idRandomBytes)];
  const tail = bytes.map((value) => value.toString(16).padStart(2, '0')).join('');
  const text = `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
  return text as T;
}

/** When an id was made, read back from its first 48 bits. */
export function idMadeAt(id: Id): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
