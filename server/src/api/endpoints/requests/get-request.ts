import type { GroupId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
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
  run: async ({ context, program, parameters }) => {
    if (!canSeeInbox(program.actor)) return refuse({ code: 'not-allowed' });
    const { rows } = await context.database.readAtOnce(program.groupId, (db) => ({
      found: find(db, program.groupId, parameters.requestId),
    }));
    const [row] = rows.found;
    return row ? accept(showRequest(row)) : refuse({ code: 'not-found' });
  },
});
