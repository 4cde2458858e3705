import { accept, refuse } from '@barnraise/kernel/outcome.ts';

import type { Undoers } from '../record/undo-act.ts';
import { stop } from './cancel-batch.ts';
import type { BatchId } from './send-to-many.ts';

/** How the acts of this room are undone. */
export const messagingUndoers: Undoers = {
  'send-message': async (tx, act, caller) => {
    const stopped = await stop(tx, caller, act.subjectId as BatchId);
    if (stopped.ok) return accept(null);
    return stopped.refusal.code === 'message-sent'
      ? refuse({ code: 'out-of-hand', because: 'message-sent' })
      : refuse({ code: 'not-found' });
  },
};
