import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { openRequest as open } from '../../../requests/take-in-request.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const openRequest = endpoint({
  method: 'POST',
  path: '/requests/{requestId}/open',
  name: 'openRequest',
  says: 'Shows a request that somebody answers for to members, and to everybody where who asked agreed.',
  scopes: ['requests:write'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
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
  run: async ({ context, program, parameters }) => {
    const outcome = await open(context, program, parameters.requestId);
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
