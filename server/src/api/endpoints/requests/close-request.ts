import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { requestEndings } from '@barnraise/kernel/request.ts';
import { z } from 'zod';

import { closeRequest as close } from '../../../requests/close-request.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const closeRequest = endpoint({
  method: 'POST',
  path: '/requests/{requestId}/close',
  name: 'closeRequest',
  says: 'Ends a request with what became of it. Promises that were not begun are called off; who is out finishes.',
  scopes: ['requests:write'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
  body: z.strictObject({ ending: z.enum(requestEndings) }),
  answers: done,
  refuses: ['not-allowed', 'not-found', 'request-merged', 'wrong-state', 'ending-not-possible', 'consent-missing'],
  run: async ({ context, program, parameters, body }) => {
    const outcome = await close(context, program, { ...parameters, ...body });
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
