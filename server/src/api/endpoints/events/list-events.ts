import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { canSeeLedger } from '@barnraise/kernel/group-policy.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { eventShape, selectEventRows, showEvent } from '../../shown/event.ts';

export const listEvents = endpoint({
  method: 'GET',
  path: '/events',
  name: 'listEvents',
  says: 'What really happened. Events are never changed; a mistake is corrected by a further event.',
  scopes: ['events:read'],
  query: listQuery.extend({
    commitmentId: idIn<CommitmentId>().optional(),
  }),
  answers: listOf(eventShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canSeeLedger(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'e.id',
        where: { 'e.commitment_id': query.commitmentId },
        select: (db) => selectEventRows(db, program.groupId),
        show: showEvent,
      },
    );
  },
});
