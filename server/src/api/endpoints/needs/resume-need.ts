import type { NeedId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { resumeOneNeed } from '../../../requests/change-need.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const resumeNeed = endpoint({
  method: 'POST',
  path: '/needs/{needId}/resume',
  name: 'resumeNeed',
  says: 'Takes the halt away; whoever waits in line moves up.',
  scopes: ['needs:write'],
  parameters: z.strictObject({ needId: idIn<NeedId>() }),
  answers: done,
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program, parameters }) => {
    const outcome = await resumeOneNeed(context, program, parameters);
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
