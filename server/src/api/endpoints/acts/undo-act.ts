import type { ActId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { undoAct as undo } from '../../../record/undo-act.ts';
import { endpoint } from '../../endpoint.ts';
import { id, idIn } from '../../fields.ts';

export const undoAct = endpoint({
  method: 'POST',
  path: '/acts/{actId}/undo',
  name: 'undoAct',
  says: 'Takes back what this token did, within ten minutes. What people did, they undo themselves.',
  scopes: [],
  parameters: z.strictObject({ actId: idIn<ActId>() }),
  answers: z.strictObject({ actId: id, undone: z.literal(true) }),
  refuses: ['not-allowed', 'not-found', 'undo-too-late', 'already-undone', 'undo-later-first', 'out-of-hand'],
  run: async ({ context, program, parameters }) => {
    const undone = await undo(context, program, parameters);
    return undone.ok ? accept({ ...parameters, undone: true as const }) : undone;
  },
});
