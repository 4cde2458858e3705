import type { NeedId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { haltReasons } from '@barnraise/kernel/need.ts';
import { z } from 'zod';

import { haltOneNeed } from '../../../requests/change-need.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const haltNeed = endpoint({
  method: 'POST',
  path: '/needs/{needId}/halt',
  name: 'haltNeed',
  says: '“No more, please”: the need takes nothing from this moment on. What is promised stands.',
  scopes: ['needs:write'],
  parameters: z.strictObject({ needId: idIn<NeedId>() }),
  body: z.strictObject({ reason: z.enum(haltReasons).default('enough') }),
  answers: done,
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program, parameters, body }) => {
    const outcome = await haltOneNeed(context, program, { ...parameters, ...body });
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
