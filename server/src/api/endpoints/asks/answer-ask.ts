import type { AskId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { answerAsk as answer } from '../../../requests/answer-ask.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn, idOrNull } from '../../fields.ts';

export const answerAsk = endpoint({
  method: 'POST',
  path: '/asks/{askId}/answer',
  name: 'answerAsk',
  says: 'Writes down what somebody said who was asked. A yes becomes a commitment of what is still open.',
  scopes: ['asks:write'],
  parameters: z.strictObject({ askId: idIn<AskId>() }),
  body: z.strictObject({ answer: z.enum(['yes', 'no']) }),
  answers: z.strictObject({ commitmentId: idOrNull, actId: idOrNull }),
  refuses: [
    'not-allowed',
    'not-found',
    'already-answered',
    'ask-over',
    'need-closed',
    'need-halted',
    'outside-window',
    'already-covered',
    'below-minimum',
    'stale-decision',
    'needs-two-people',
    'quantity-invalid',
  ],
  run: async ({ context, program, parameters, body }) => {
    const answered = await answer(context, program, { ...parameters, ...body });
    if (!answered.ok) return answered;
    return accept({ commitmentId: answered.value?.commitment.id ?? null, actId: answered.value?.actId ?? null });
  },
});
