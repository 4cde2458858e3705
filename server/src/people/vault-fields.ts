import type { MustKnowCode } from '@barnraise/kernel/must-know.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

/** The fields of the vault; who or what each is about stands in docs/decisions/0001-the-shape.md. */
export const plainFields = [
  'name',
  'phone',
  'mail',
  'handle',
  'address',
  'point',
  'plus-code',
  'directions',
  'description',
  'detail',
  'note',
  'raw',
  'reason',
] as const;

export type DetailField = (typeof plainFields)[number] | `must-know:${MustKnowCode}`;

/**
 * Who may read an entry beside the person and the coordinators. `helper`: whoever has a live commitment to help them;
 * `members`: every member of the group.
 */
export const audiences = ['coordinators', 'helper', 'members'] as const;
export type Audience = (typeof audiences)[number];

/** One private detail on its way into the vault. */
export interface Detail {
  readonly field: DetailField;
  /** An empty value takes the entry of this field and subject away. */
  readonly value: string;
  /** What the detail belongs to (a place, request, need, note or commitment); none for the person's own. */
  readonly subjectId?: string;
  /** `coordinators` unless given. */
  readonly audience?: Audience;
  /** `help` unless given. */
  readonly purpose?: string;
  /** When this entry goes although the person stays. */
  readonly expiresAt?: Instant | null;
}

/** The fields that are the person's own and say how to call and reach them. */
export const ownFields = ['name', 'handle', 'phone', 'mail'] as const satisfies readonly DetailField[];

/** A point as the vault holds it: degrees north and east, six decimals (0.1 m). */
export function pointText(latitude: number, longitude: number): string {
  return `${latitude.toFixed(6)},${longitude.toFixed(6)}`;
}

/** Reads {@link pointText} back; undefined for anything that is no point on Earth. */
export function parsePoint(text: string): { readonly latitude: number; readonly longitude: number } | undefined {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!match) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
