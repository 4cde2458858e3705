import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeCommitments } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
import { commitmentShape, selectCommitmentRows, showCommitment } from '../../shown/commitment.ts';

export const getCommitment = endpoint({
  method: 'GET',
  path: '/commitments/{commitmentId}',
  name: 'getCommitment',
  says: 'One commitment.',
  scopes: ['commitments:read'],
  parameters: z.strictObject({ commitmentId: idIn<CommitmentId>() }),
  answers: commitmentShape,
  version: ({ version }) => version,
  refuses: ['not-allowed', 'not-found'],
  run: async (call) => {
    const { program, parameters } = call;
    if (!canSeeCommitments(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(
      call,
      (db) => selectCommitmentRows(db, program.groupId, program.actor).where('id', '=', parameters.commitmentId),
      showCommitment,
    );
  },
});
