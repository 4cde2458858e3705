import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { localDateOf, wallTimeOf } from '@barnraise/kernel/time.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { kindText } from '../words/amount-text.ts';
import type { MessageKey, PlainMessageKey, Words } from '../words/words.ts';
import type { Cell } from './csv-text.ts';

/** How a table is written. */
export interface Writing {
  readonly t: Words;
  /** States and kinds in the reader's words, for people; or the codes themselves, for programs. */
  readonly style: 'words' | 'codes';
  /** Times stand as the group's clocks show them. */
  readonly zone: string;
}

/** Which rows leave: those that the page shows under the same address. */
export interface Order {
  readonly context: Context;
  readonly caller: Caller;
  readonly query: URLSearchParams;
  /** With names, numbers and addresses; the policy was asked before. */
  readonly isPrivate: boolean;
}

/** The stable names of columns: each has a heading in every language. */
export type ColumnName = HeadingOf<MessageKey>;
type HeadingOf<Key> = Key extends `exportTable.col-${infer Name}` ? Name : never;

export interface Column<Row> {
  readonly name: ColumnName;
  readonly cell: (row: Row, writing: Writing) => Cell | null;
  /** Only there when private details were asked for. */
  readonly isPrivate?: true;
}

/** One list as a table: its columns, and its rows in parts that are read one after the other. */
export interface ExportedTable {
  columns(isPrivate: boolean): readonly ColumnName[];
  /** Cells in the order of the columns. Reads the next part only when it is asked for. */
  rows(order: Order, writing: Writing): AsyncGenerator<readonly (readonly Cell[])[]>;
}

/** Rows of one part: few enough to lie in memory, enough that a hundred thousand rows take a few hundred reads. */
export const rowsPerPart = 500;

export function exportedTable<Row>(
  columns: readonly Column<Row>[],
  parts: (order: Order) => AsyncGenerator<readonly Row[]>,
): ExportedTable {
  const shown = (isPrivate: boolean) => columns.filter((column) => isPrivate || !column.isPrivate);
  return {
    columns: (isPrivate) => shown(isPrivate).map(({ name }) => name),
    rows: async function* (order, writing) {
      const written = shown(order.isPrivate);
      for await (const rows of parts(order))
        yield rows.map((row) => written.map((one) => one.cell(row, writing) ?? ''));
    },
  };
}

/** Reads part after part, each with the cursor that the part before gave, until one gives none. */
export async function* inParts<Row, Cursor>(
  read: (after: Cursor | null) => Promise<{ readonly rows: readonly Row[]; readonly next: Cursor | null }>,
): AsyncGenerator<readonly Row[]> {
  let after: Cursor | null = null;
  do {
    const part: { readonly rows: readonly Row[]; readonly next: Cursor | null } = await read(after);
    yield part.rows;
    after = part.next;
  } while (after !== null);
}

/** A part of rows in the order of their ids, which is the order in which they were made. */
export function byId<Row extends { readonly id: string }>(rows: readonly Row[]) {
  return { rows, next: rows.length < rowsPerPart ? null : (rows.at(-1)?.id ?? null) };
}

/** A code as it is, or what it is called in the reader's words. */
export function coded({ style, t }: Writing, code: string, key: PlainMessageKey): string {
  return style === 'codes' ? code : t(key);
}

/** "2026-03-03 16:30" on the group's clocks: ISO 8601 as spreadsheets read it. */
export function timeCell(at: Instant | null, { zone }: Writing): string {
  return at === null ? '' : `${localDateOf(at, zone)} ${wallTimeOf(at, zone)}`;
}

export function yesNoCell(value: boolean, writing: Writing): string {
  return value ? coded(writing, 'yes', 'exportTable.yes') : coded(writing, 'no', 'exportTable.no');
}

export function kindCell(kind: CatalogKind, { style, t }: Writing): string {
  return style === 'codes' ? kind.code : kindText(t, kind);
}
