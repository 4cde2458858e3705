import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { finishCommitment as finish } from '../../../requests/finish-commitment.ts';
import { endpoint } from '../../endpoint.ts';
import { id, idIn, instantIn, quantityIn } from '../../fields.ts';
import { showStep, stepRefusals, stepShape } from '../../shown/step.ts';

export const finishCommitment = endpoint({
  method: 'POST',
  path: '/commitments/{commitmentId}/finish',
  name: 'finishCommitment',
  says: 'What was really done. The rest is open again, and the books say so.',
  scopes: ['commitments:write'],
  parameters: z.strictObject({ commitmentId: idIn<CommitmentId>() }),
  body: z.strictObject({
    doneQuantity: quantityIn,
    effortMinutes: z.int().min(0).max(40_320).optional(),
    happenedAt: instantIn.optional().describe('Now unless given.'),
  }),
  answers: stepShape.extend({ eventId: id }),
  refuses: [
    ...stepRefusals,
    'same-account',
    'account-unknown',
    'kind-differs',
    'happens-later',
    'not-enough',
    'balance-too-large',
  ],
  run: async ({ context, program, parameters, body: { doneQuantity, effortMinutes, happenedAt } }) => {
    const finished = await finish(context, program, {
      ...parameters,
      doneQuantity,
      ...(effortMinutes !== undefined && { effortMinutes }),
      ...(happenedAt !== undefined && { happenedAt }),
    });
    return finished.ok ? accept({ ...showStep(finished.value), eventId: finished.value.eventId }) : finished;
  },
});
