import type { NeedId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canListNeeds } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
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
  run: async ({ context, program, parameters }) => {
    if (!canListNeeds(program.actor)) return refuse({ code: 'not-allowed' });
    const { rows } = await context.database.readAtOnce(program.groupId, (db) => ({
      found: selectNeedRows(db, program.groupId, program.actor).where('n.id', '=', parameters.needId),
    }));
    const [row] = rows.found;
    return row ? accept(showNeed(row)) : refuse({ code: 'not-found' });
  },
});
