import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { changesAfter, currentCursor } from '../../../database/changes.ts';
import { changesCursor, readChangesCursor } from '../../cursor.ts';
import { endpoint } from '../../endpoint.ts';
import { id } from '../../fields.ts';
import { subjects, toldSubjects } from '../../subjects.ts';

export const listChanges = endpoint({
  method: 'GET',
  path: '/changes',
  name: 'listChanges',
  says: 'What is new or different since a cursor, in the order in which it was decided, and nothing of what changed: load it again. A row may come twice, never not at all. Without `after`: the cursor of now. A cursor keeps for fourteen days.',
  scopes: [],
  query: z.strictObject({
    after: z.string().max(400).optional().describe('`changes` of a list, or `next` of the answer before.'),
    limit: z.coerce.number<string>().int().min(1).max(500).default(200).describe('How many at most, 1 to 500.'),
  }),
  answers: z.strictObject({
    items: z.array(z.strictObject({ subject: z.enum(subjects), id })),
    next: z.string().describe('For `after`, also when nothing was new.'),
    more: z.boolean().describe('True when more are waiting.'),
  }),
  refuses: ['cursor-wrong', 'cursor-lost'],
  run: async ({ context, program, query }) =>
    context.database.readGroup(program.groupId, async (tx) => {
      const now = await currentCursor(tx);
      if (query.after === undefined) return accept({ items: [], next: changesCursor(now, tx.now), more: false });
      const place = readChangesCursor(query.after, tx.now);
      if (!place) return refuse({ code: 'cursor-wrong' });
      const page = 'isLost' in place ? undefined : await changesAfter(tx, place.position, query.limit);
      if (!page) return refuse({ code: 'cursor-lost' });
      const told = toldSubjects(program.actor);
      const items = page.changes.flatMap(({ table, id: rowId }) =>
        told.has(table) ? [{ subject: table as (typeof subjects)[number], id: rowId }] : [],
      );
      // With nothing left to read, everything below the snapshot is behind: a place that cannot be dropped any more.
      return accept({ items, next: changesCursor(page.isMore ? page.cursor : now, tx.now), more: page.isMore });
    }),
});
