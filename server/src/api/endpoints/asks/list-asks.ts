import type { NeedId } from '@barnraise/kernel/ids.ts';
import { canSeeAsks } from '@barnraise/kernel/policy.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { askShape, selectAskRows, showAsk } from '../../shown/ask.ts';

export const listAsks = endpoint({
  method: 'GET',
  path: '/asks',
  name: 'listAsks',
  says: 'Who was asked “Can you?” about which need, and what they said.',
  scopes: ['asks:read'],
  query: listQuery.extend({
    needId: idIn<NeedId>().optional(),
    state: z.enum(['sent', 'yes', 'no', 'no-answer', 'called-off']).optional(),
  }),
  answers: listOf(askShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canSeeAsks(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'id',
        where: { need_id: query.needId, state: query.state },
        select: (db) => selectAskRows(db, program.groupId),
        show: showAsk,
      },
    );
  },
});
