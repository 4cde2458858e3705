import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { commitmentReasons } from '@barnraise/kernel/commitment.ts';
import { z } from 'zod';

import { giveBackCommitment as giveBack } from '../../../requests/give-back-commitment.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { showStep, stepRefusals, stepShape } from '../../shown/step.ts';

export const giveBackCommitment = endpoint({
  method: 'POST',
  path: '/commitments/{commitmentId}/give-back',
  name: 'giveBackCommitment',
  says: '“I can’t after all”, at whatever step: what was promised is open again at once.',
  scopes: ['commitments:write'],
  parameters: z.strictObject({ commitmentId: idIn<CommitmentId>() }),
  body: z.strictObject({ reason: z.enum(commitmentReasons).default('cannot-come') }),
  answers: stepShape,
  refuses: stepRefusals,
  run: async ({ context, program, parameters, body }) => {
    const stepped = await giveBack(context, program, { ...parameters, ...body });
    return stepped.ok ? accept(showStep(stepped.value)) : stepped;
  },
});
