import type { Instant } from '@barnraise/kernel/instant.ts';
import type { MustKnowCode } from '@barnraise/kernel/must-know.ts';
import type { RetentionPurpose } from '@barnraise/kernel/retention.ts';
import type { VaultField } from '@barnraise/kernel/vault-policy.ts';

/** The fields of the vault; who or what each is about stands in docs/decisions/0001-the-shape.md. */
export const plainFields = [
  'name',
  'handle',
  'phone',
  'mail',
  'address',
  'point',
  'plus-code',
  'directions',
  'description',
  'detail',
  'note',
  'raw',
  'raw-before',
  'reason',
  'link',
] as const;

type PlainField = (typeof plainFields)[number];
/** An answer to a form of the group's own: `helper-answer` where those who come may see it as well. */
export type AnswerField = `answer:${string}` | `helper-answer:${string}`;
export type DetailField = PlainField | `must-know:${MustKnowCode}` | AnswerField;

/**
 * Who may read an entry beside those whom the kernel's vault policy lets. `members`: every member of the group, for what
 * members choose to show each other.
 */
export type Audience = 'coordinators' | 'members';

/** One private detail on its way into the vault. */
export interface Detail {
  readonly field: DetailField;
  /** An empty value takes the entry of this field and subject away. */
  readonly value: string;
  /** What the detail belongs to (a place, request, need, note, commitment or message); none for the person's own. */
  readonly subjectId?: string;
  /** `coordinators` unless given. */
  readonly audience?: Audience;
  /** Why it is kept; unless given, what {@link purposeOf} says. */
  readonly purpose?: RetentionPurpose;
  /** When this entry goes although the person stays. */
  readonly expiresAt?: Instant | null;
}

/** What the vault policy of the kernel calls each field. */
const policyFields: Readonly<Record<PlainField, VaultField>> = {
  name: 'name',
  handle: 'name',
  phone: 'contact',
  mail: 'contact',
  address: 'exact-place',
  point: 'exact-place',
  'plus-code': 'exact-place',
  directions: 'exact-place',
  description: 'helper-note',
  detail: 'helper-note',
  note: 'private-note',
  raw: 'raw-message',
  'raw-before': 'raw-message',
  reason: 'private-note',
  link: 'raw-message',
};

export function policyFieldOf(field: DetailField): VaultField {
  if (isPlain(field)) return policyFields[field];
  if (!isAnswerField(field)) return 'must-know';
  // Words that came in, for those who take them in; what helpers may know stands with their other words.
  return field.startsWith('answer:') ? 'raw-message' : 'helper-note';
}

/** Why a field is kept when its command does not say. */
export function purposeOf(field: DetailField): RetentionPurpose {
  if (field === 'raw' || field === 'raw-before' || field === 'link') return 'raw-message';
  return field === 'note' ? 'contact-log' : 'deliver-help';
}

/** True for a name of a field, as it stands in the table. */
export function isDetailField(field: string): field is DetailField {
  return plainFields.some((plain) => plain === field) || field.startsWith('must-know:') || isAnswerField(field);
}

/** True for the field of an answer to a form. */
export function isAnswerField(field: string): field is AnswerField {
  return field.startsWith('answer:') || field.startsWith('helper-answer:');
}

function isPlain(field: DetailField): field is PlainField {
  return plainFields.some((plain) => plain === field);
}
