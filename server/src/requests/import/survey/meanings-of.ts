import type { ImportMapping } from '../mapping.ts';
import type { ColumnMeaning } from './column-meaning.ts';

/** What each column means by a mapping; columns that it does not name are left out. */
export function meaningsOf(
  { key, columns, kinds, answered }: ImportMapping,
  names: readonly string[],
): readonly { readonly column: string; readonly meaning: ColumnMeaning }[] {
  const meanings = new Map<string, ColumnMeaning>();
  const note = (column: string, meaning: ColumnMeaning): void => {
    if (!meanings.has(column)) meanings.set(column, meaning);
  };
  for (const [meaning, named] of Object.entries(columns)) {
    if (named === undefined) continue;
    const list = Array.isArray(named) ? named : [typeof named === 'string' ? named : named.column];
    for (const column of list) note(column, meaning as ColumnMeaning);
  }
  if (kinds) note(kinds.column, 'kinds');
  if (answered) note(answered.column, 'answered');
  for (const column of key) note(column, 'key');
  return names.map((column) => ({ column, meaning: meanings.get(column) ?? 'none' }));
}
