import { type Id, parseId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { type RawBuilder, sql } from 'kysely';

import { changesKeptDays, parseCursor } from '../database/changes.ts';

/**
 * A place in the group's changes, as programs get it. It carries the time it was given: rows older than
 * {@link changesKeptDays} are gone, and whoever comes back later must load everything anew instead of missing something.
 */
export function changesCursor(position: string, givenAt: Instant): string {
  return seal(['c', position, String(givenAt)]);
}

export type ChangesPlace = { readonly position: string } | { readonly isLost: true };

/** The place behind a cursor that came back, or that it is too old; undefined for anything that is no cursor. */
export function readChangesCursor(cursor: string, now: Instant): ChangesPlace | undefined {
  const [sort, position = '', givenAt] = unseal(cursor);
  const known = sort === 'c' ? parseCursor(position) : undefined;
  if (known === undefined || !/^\d{1,15}$/.test(givenAt ?? '')) return undefined;
  return Number(givenAt) < now - changesKeptDays * dayMs ? { isLost: true } : { position: known };
}

/** Where a list goes on, and from where its changes are to be followed: what was true when its first page was read. */
export interface ListPlace {
  readonly after: Id;
  readonly changes: string;
}

export function listCursor({ after, changes }: ListPlace): string {
  return seal(['l', after, changes]);
}

export function readListCursor(cursor: string): ListPlace | undefined {
  const [sort, id, changes] = unseal(cursor);
  const after = parseId(id);
  return sort === 'l' && after && changes ? { after, changes } : undefined;
}

/** Everything below this number is finished: with it a reader that has just loaded can follow from where it stands. */
export const snapshotXmin: RawBuilder<string> = sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`;

function seal(parts: readonly string[]): string {
  return Buffer.from(parts.join(' ')).toString('base64url');
}

function unseal(text: string): readonly string[] {
  return /^[\w-]{1,400}$/.test(text) ? Buffer.from(text, 'base64url').toString('latin1').split(' ') : [];
}
