import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { confirmCommitment as confirm } from '../../../requests/confirm-commitment.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { showStep, stepRefusals, stepShape } from '../../shown/step.ts';

export const confirmCommitment = endpoint({
  method: 'POST',
  path: '/commitments/{commitmentId}/confirm',
  name: 'confirmCommitment',
  says: '“Yes, I’m still coming”: a fresh lease, so that it is not given to somebody else.',
  scopes: ['commitments:write'],
  parameters: z.strictObject({ commitmentId: idIn<CommitmentId>() }),
  answers: stepShape,
  refuses: stepRefusals,
  run: async ({ context, program, parameters }) => {
    const stepped = await confirm(context, program, parameters);
    return stepped.ok ? accept(showStep(stepped.value)) : stepped;
  },
});
