import type { NeedId } from '@barnraise/kernel/ids.ts';
import { canSeeCommitments } from '@barnraise/kernel/policy.ts';
import { commitmentStates } from '@barnraise/kernel/commitment.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { commitmentShape, selectCommitmentRows, showCommitment } from '../../shown/commitment.ts';

export const listCommitments = endpoint({
  method: 'GET',
  path: '/commitments',
  name: 'listCommitments',
  says: 'Who will do how much of a need, and what became of it. A plain member’s token sees that member’s own.',
  scopes: ['commitments:read'],
  query: listQuery.extend({
    needId: idIn<NeedId>().optional(),
    state: z.enum(commitmentStates).optional(),
  }),
  answers: listOf(commitmentShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canSeeCommitments(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'id',
        where: { need_id: query.needId, state: query.state },
        select: (db) => selectCommitmentRows(db, program.groupId, program.actor),
        show: showCommitment,
      },
    );
  },
});
