import type { ActId, TokenId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import type { Undoers } from '../../record/undo-act.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { lockToken, setTokenRevoked } from './token-table.ts';

export type RevokeTokenRefusal = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

/** Takes a token back: it opens nothing from the next call on. Taken back twice, it is taken back. */
export async function revokeToken(
  context: Pick<Context, 'database'>,
  caller: Caller,
  { tokenId }: { readonly tokenId: TokenId },
): Promise<Outcome<ActId, RevokeTokenRefusal>> {
  const { actor, groupId } = caller;
  if (!canManageGroup(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<ActId, RevokeTokenRefusal>(groupId, async (tx) => {
    const token = await lockToken(tx, tokenId);
    if (!token || token.revoked_at !== null) return refuse({ code: 'not-found' });
    await setTokenRevoked(tx, tokenId, tx.now);
    await writeAudit(tx, { actor, verb: 'revoke-token', subjectTable: 'api_tokens', subjectId: tokenId });
    return accept(await writeAct(tx, { actor, verb: 'revoke-token', subjectId: tokenId }));
  });
}

/** How the acts on tokens are undone. One that was made by mistake is taken back. */
export const tokenUndoers: Undoers = {
  'make-token': async (tx, act) => {
    await setTokenRevoked(tx, act.subjectId as TokenId, tx.now);
    return accept(null);
  },
  'revoke-token': async (tx, act) => {
    await setTokenRevoked(tx, act.subjectId as TokenId, null);
    return accept(null);
  },
};
