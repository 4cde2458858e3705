import type { NeedId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canListNeeds } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
import { needShape, selectNeedRows, showNeed } from '../../shown/need.ts';

export const getNeed = endpoint({
  method: 'GET',
  path: '/needs/{needId}',
  name: 'getNeed',
  says: 'One line of a request.',
  scopes: ['needs:read'],
  parameters: z.strictObject({ needId: idIn<NeedId>() }),
  answers: needShape,
  version: ({ version }) => version,
  refuses: ['not-allowed', 'not-found'],
  run: async (call) => {
    const { program, parameters } = call;
    if (!canListNeeds(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(
      call,
      (db) => selectNeedRows(db, program.groupId, program.actor).where('n.id', '=', parameters.needId),
      showNeed,
    );
  },
});
