import type { NeedId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { changeNeedAmount } from '../../../requests/change-need.ts';
import { amountFields, amountOf } from '../../bodies/amount.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn, quantity } from '../../fields.ts';
import { needToChange } from '../../need-to-change.ts';
import type { WrongField } from '../../problem.ts';

export const changeNeed = endpoint({
  method: 'PATCH',
  path: '/needs/{needId}',
  name: 'changeNeed',
  says: 'Wants more or less, or puts a limit on it; never below what is done and promised.',
  scopes: ['needs:write'],
  parameters: z.strictObject({ needId: idIn<NeedId>() }),
  body: z.strictObject({
    ...amountFields,
    cap: quantity
      .nullable()
      .optional()
      .describe('At most this many base units, though more is wanted; null for no limit.'),
  }),
  answers: done,
  refuses: [
    'not-allowed',
    'not-found',
    'fields-wrong',
    'need-closed',
    'quantity-invalid',
    'window-invalid',
    'below-committed',
  ],
  run: async ({ context, program, parameters, body }) => {
    const { needId } = parameters;
    const found = await needToChange(context, program, needId);
    if (!found) return refuse({ code: 'not-found' });
    const wrong: WrongField[] = [];
    const amount = amountOf(body, found.kind, 'body', wrong);
    if (!amount) return refuse({ code: 'fields-wrong', fields: wrong });
    const cap = body.cap === undefined ? found.cap : body.cap;
    const outcome = await changeNeedAmount(context, program, { needId, ...amount, cap });
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
