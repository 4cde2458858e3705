import type { Id } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../database/database.ts';
import { changesCursor, listCursor, readListCursor, snapshotXmin } from './cursor.ts';
import type { Call } from './endpoint.ts';

/** What every list takes. */
export const listQuery = z.strictObject({
  limit: z.coerce.number<string>().int().min(1).max(200).default(50).describe('How many at most, 1 to 200.'),
  order: z
    .enum(['oldest', 'newest'])
    .default('oldest')
    .describe('By when each was made. Loading all begins with the oldest.'),
  after: z.string().max(400).optional().describe('`next` of the page before.'),
});
export type ListQuery = z.infer<typeof listQuery>;

/** What every list gives. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('For `after`; null on the last page.'),
    changes: z
      .string()
      .describe('For `GET /changes?after=`: what changed since the first page was read. The same on every page.'),
  });
}

export interface ListPage<Item> {
  readonly items: Item[];
  readonly next: string | null;
  readonly changes: string;
}

export interface Listed<Row, Item> {
  /** The column of the ids, as the query names it. */
  readonly id: string;
  /** Columns that must have a value; undefined is any. */
  readonly where: Readonly<Record<string, string | boolean | undefined>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- of a query builder only its rows matter here
  readonly select: (db: GroupReads) => SelectQueryBuilder<any, any, Row>;
  readonly show: (row: Row) => Item;
}

/**
 * One page by the ids of a table, which never change and are never used twice: a list that grows or shrinks meanwhile
 * neither repeats nor skips a row. What was added out of order while somebody paged is among the changes.
 */
export async function pageOf<Row extends { readonly id: Id }, Item>(
  { context, program, query }: Pick<Call<unknown, ListQuery>, 'context' | 'program' | 'query'>,
  { id, where, select, show }: Listed<Row, Item>,
): Promise<Outcome<ListPage<Item>, { readonly code: 'cursor-wrong' }>> {
  const place = query.after === undefined ? undefined : readListCursor(query.after);
  if (query.after !== undefined && !place) return refuse({ code: 'cursor-wrong' });
  const isOldestFirst = query.order === 'oldest';
  const conditions = Object.entries(where).flatMap(([column, value]) =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(column)} = ${value}`],
  );
  if (place) conditions.push(sql<boolean>`${sql.ref(id)} ${sql.raw(isOldestFirst ? '>' : '<')} ${place.after}`);
  const { now, rows } = await context.database.readAtOnce(program.groupId, (db) => ({
    page: conditions
      .reduce((narrower, condition) => narrower.where(condition), select(db))
      .orderBy(sql.ref(id), isOldestFirst ? 'asc' : 'desc')
      .limit(query.limit + 1),
    since: db.selectNoFrom(snapshotXmin.as('xmin')),
  }));
  const found = rows.page as Row[];
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  const changes = place?.changes ?? changesCursor(rows.since[0]?.xmin ?? '0', now);
  const next = found.length > query.limit && last ? listCursor({ after: last.id, changes }) : null;
  return accept({ items: shown.map(show), next, changes });
}
