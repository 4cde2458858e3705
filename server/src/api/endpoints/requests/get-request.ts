import type { GroupId, RequestId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
import { requestShape, selectRequestRows, showRequest } from '../../shown/request.ts';

const find = preparedRead((db, groupId: GroupId, requestId: RequestId) =>
  selectRequestRows(db, groupId).where('id', '=', requestId),
);

export const getRequest = endpoint({
  method: 'GET',
  path: '/requests/{requestId}',
  name: 'getRequest',
  says: 'One request. Its private part is under `details`.',
  scopes: ['requests:read'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
  answers: requestShape,
  version: ({ version }) => version,
  refuses: ['not-allowed', 'not-found'],
  run: async (call) => {
    const { program, parameters } = call;
    if (!canSeeInbox(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(call, (db) => find(db, program.groupId, parameters.requestId), showRequest);
  },
});
