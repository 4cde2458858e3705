import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { KindMatch } from '@barnraise/kernel/phrase-to-kinds.ts';

import type { GroupKind } from '../../load-kinds.ts';
import type { ImportMapping } from '../mapping.ts';
import type { Row } from './row-cells.ts';

/** Why a row did not come in. */
export type RowRefusal =
  | { readonly code: 'columns-differ' }
  | { readonly code: 'no-key' }
  | { readonly code: 'nothing-said' }
  | { readonly code: 'no-name' }
  /** Nothing in it that the group's kinds have a word for; an offer has to be of something. */
  | { readonly code: 'no-kind' }
  | { readonly code: 'count-not-read'; readonly value: string }
  | { readonly code: 'date-not-read'; readonly value: string }
  | { readonly code: 'date-out-of-range'; readonly value: string };

/** What should be looked at in a row that came in. */
export type RowRemark =
  | 'repaired-letters'
  | 'error-in-cell'
  | 'no-kind-found'
  | 'point-not-read'
  | 'cut-short'
  | 'not-a-mail';

/** What one row says, read by the mapping as what its subject is. */
export type RowReading<Said> =
  | { readonly said: Said; readonly remarks: readonly RowRemark[] }
  | { readonly refusal: RowRefusal };

/** What reading a row needs, made once for a file. */
export interface RowRules {
  readonly mapping: ImportMapping;
  readonly now: Instant;
  readonly language: string;
  /** The kinds that words name. Sheets say the same few things again and again: each is read once. */
  readonly kindsIn: (text: string) => readonly KindMatch<CatalogKind>[];
  readonly readAskedAt?: (text: string) => Instant | undefined;
  readonly readTriedAt?: (text: string) => Instant | undefined;
  /** The group's own kind for one of the catalog; undefined where it has none and gets none. */
  readonly kindFor: (code: string) => GroupKind | undefined;
}

/** Reads the rows of one subject. */
export type RowReader<Said> = (row: Row, rules: RowRules) => RowReading<Said>;

/** The row as it came, for the vault: with the person, and for as long as what came in is kept. */
export function rawOf(row: Row): string {
  return JSON.stringify(row).slice(0, rawMax);
}

/** Reads {@link rawOf} back; undefined where it was too long to be kept whole. */
export function rowOfRaw(raw: string): Row | undefined {
  try {
    return JSON.parse(raw) as Row;
  } catch {
    return undefined;
  }
}

const rawMax = 20_000;
