import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Compilable } from 'kysely';

import type { GroupReads } from '../database/database.ts';
import type { Call } from './endpoint.ts';

/** The one thing that an address names, as programs are shown it; beside {@link pageOf} for lists. */
export async function oneOf<Row, Item>(
  { context, program }: Pick<Call, 'context' | 'program'>,
  select: (db: GroupReads) => Compilable<Row>,
  show: (row: Row) => Item,
): Promise<Outcome<Item, { readonly code: 'not-found' }>> {
  const { rows } = await context.database.readAtOnce(program.groupId, (db) => ({ found: select(db) }));
  const [row] = rows.found;
  return row ? accept(show(row)) : refuse({ code: 'not-found' });
}
