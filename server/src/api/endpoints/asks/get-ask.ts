import type { AskId, GroupId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeAsks } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { askShape, selectAskRows, showAsk } from '../../shown/ask.ts';

const find = preparedRead((db, groupId: GroupId, askId: AskId) => selectAskRows(db, groupId).where('id', '=', askId));

export const getAsk = endpoint({
  method: 'GET',
  path: '/asks/{askId}',
  name: 'getAsk',
  says: 'One question that was put to somebody.',
  scopes: ['asks:read'],
  parameters: z.strictObject({ askId: idIn<AskId>() }),
  answers: askShape,
  version: ({ version }) => version,
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program, parameters }) => {
    if (!canSeeAsks(program.actor)) return refuse({ code: 'not-allowed' });
    const { rows } = await context.database.readAtOnce(program.groupId, (db) => ({
      found: find(db, program.groupId, parameters.askId),
    }));
    const [row] = rows.found;
    return row ? accept(showAsk(row)) : refuse({ code: 'not-found' });
  },
});
