import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { withdrawRequest as withdraw } from '../../../requests/close-request.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const withdrawRequest = endpoint({
  method: 'POST',
  path: '/requests/{requestId}/withdraw',
  name: 'withdrawRequest',
  says: 'Who asked does not need it any more, and said so.',
  scopes: ['requests:write'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
  answers: done,
  refuses: ['not-allowed', 'not-found', 'request-merged', 'wrong-state', 'ending-not-possible', 'consent-missing'],
  run: async ({ context, program, parameters }) => {
    const outcome = await withdraw(context, program, parameters);
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
