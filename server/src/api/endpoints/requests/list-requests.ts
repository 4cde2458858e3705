import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { requestStates } from '@barnraise/kernel/request.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { requestShape, selectRequestRows, showRequest } from '../../shown/request.ts';

export const listRequests = endpoint({
  method: 'GET',
  path: '/requests',
  name: 'listRequests',
  says: 'The requests of the group, with nothing private in them.',
  scopes: ['requests:read'],
  query: listQuery.extend({
    state: z.enum(requestStates).optional(),
  }),
  answers: listOf(requestShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canSeeInbox(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'id',
        where: { state: query.state },
        select: (db) => selectRequestRows(db, program.groupId),
        show: showRequest,
      },
    );
  },
});
