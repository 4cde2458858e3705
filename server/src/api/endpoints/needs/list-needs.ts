import type { RequestId } from '@barnraise/kernel/ids.ts';
import { canListNeeds } from '@barnraise/kernel/policy.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { needShape, selectNeedRows, showNeed } from '../../shown/need.ts';

export const listNeeds = endpoint({
  method: 'GET',
  path: '/needs',
  name: 'listNeeds',
  says: 'What is needed: the lines of the requests, as far as the token may see them.',
  scopes: ['needs:read'],
  query: listQuery.extend({
    requestId: idIn<RequestId>().optional(),
    state: z.enum(['open', 'closed']).optional(),
  }),
  answers: listOf(needShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canListNeeds(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'n.id',
        where: { 'n.request_id': query.requestId, 'n.state': query.state },
        select: (db) => selectNeedRows(db, program.groupId, program.actor),
        show: showNeed,
      },
    );
  },
});
