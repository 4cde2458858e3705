import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { startCommitment as start } from '../../../requests/start-commitment.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn, instantIn } from '../../fields.ts';
import { showStep, stepRefusals, stepShape } from '../../shown/step.ts';

export const startCommitment = endpoint({
  method: 'POST',
  path: '/commitments/{commitmentId}/start',
  name: 'startCommitment',
  says: '“I’m on my way”, and back by then. From here on no lease ends it.',
  scopes: ['commitments:write'],
  parameters: z.strictObject({ commitmentId: idIn<CommitmentId>() }),
  body: z.strictObject({ dueBackAt: instantIn, people: z.int().min(1).max(20).optional() }),
  answers: stepShape,
  refuses: stepRefusals,
  run: async ({ context, program, parameters, body }) => {
    const stepped = await start(context, program, {
      ...parameters,
      dueBackAt: body.dueBackAt,
      ...(body.people && { people: body.people }),
    });
    return stepped.ok ? accept(showStep(stepped.value)) : stepped;
  },
});
