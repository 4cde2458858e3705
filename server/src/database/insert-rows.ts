import type { Insertable } from 'kysely';

import type { GroupTables } from './schema.ts';
import type { Statement } from './statements.ts';

/** Texts by the shape of what they insert; rows come in few shapes, but for those of an import. */
const texts = new Map<string, string>();
const textsMax = 200;
const rowsOfKeptTexts = 4;

/**
 * Inserts rows, for `tx.later`. A value left undefined becomes the column's default. The text of each shape of row is
 * made once: for a wide row the query builder takes longer than the database takes to write it.
 */
export function insertRows<Table extends keyof GroupTables>(
  table: Table,
  rows: readonly Insertable<GroupTables[Table]>[],
): Statement {
  const given = rows as readonly Readonly<Record<string, unknown>>[];
  const columns = [...new Set(given.flatMap(Object.keys))].filter((name) =>
    given.some((row) => row[name] !== undefined),
  );
  const cells = given.flatMap((row) => columns.map((name) => row[name]));
  return { sql: textOf(table, columns, cells), parameters: cells.filter((cell) => cell !== undefined) };
}

function textOf(table: string, columns: readonly string[], cells: readonly unknown[]): string {
  if (cells.length > columns.length * rowsOfKeptTexts) return newText(table, columns, cells);
  const shape = `${table} ${columns.join()} ${cells.map((cell) => (cell === undefined ? '-' : '+')).join('')}`;
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const text = newText(table, columns, cells);
  if (texts.size < textsMax) texts.set(shape, text);
  return text;
}

function newText(table: string, columns: readonly string[], cells: readonly unknown[]): string {
  for (const name of columns) if (!/^[a-z_]+$/.test(name)) throw new TypeError(`"${name}" is no column of ${table}.`);
  let no = 0;
  const places = cells.map((cell) => (cell === undefined ? 'default' : `$${(no += 1)}`));
  const tuples = [];
  for (let start = 0; start < places.length; start += columns.length) {
    tuples.push(`(${places.slice(start, start + columns.length).join(', ')})`);
  }
  return `insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`;
}
