import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { takeInRequest as take } from '../../../requests/take-in-request.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const takeInRequest = endpoint({
  method: 'POST',
  path: '/requests/{requestId}/take-in',
  name: 'takeInRequest',
  says: 'The member behind the token answers for the request from now on. With `open` it is shown to members at once.',
  scopes: ['requests:write'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
  body: z.strictObject({ open: z.boolean().default(false) }),
  answers: done,
  refuses: [
    'not-allowed',
    'not-found',
    'request-merged',
    'wrong-state',
    'ending-not-possible',
    'consent-missing',
    'no-needs',
  ],
  run: async ({ context, program, parameters, body }) => {
    const outcome = await take(context, program, { ...parameters, ...body });
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
