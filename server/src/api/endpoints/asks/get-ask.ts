import type { AskId, GroupId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeAsks } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
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
  run: async (call) => {
    const { program, parameters } = call;
    if (!canSeeAsks(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(call, (db) => find(db, program.groupId, parameters.askId), showAsk);
  },
});
