import type { ActId, TokenId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import type { Scope } from '@barnraise/kernel/scope.ts';

import type { Context } from '../../context.ts';
import { at } from '../../database/database.ts';
import { once } from '../../database/idempotency.ts';
import { freshId } from '../../database/new-id.ts';
import { hashToken, keptFormKey, tokenOfForm } from '../../people/secret-token.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { countTokens, insertToken } from './token-table.ts';
import { tokenText } from './token-text.ts';

export interface NewToken {
  /** What the program is called, for the list. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** How long it opens anything; null is until somebody takes it back. */
  readonly days: number | null;
  readonly formKey: string;
}

export interface TokenMade {
  readonly tokenId: TokenId;
  readonly actId: ActId;
  /** Shown in this one answer; the database holds its hash. */
  readonly token: string;
}

export type MakeTokenRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'no-scopes' }
  | { readonly code: 'too-many-tokens' };

/** As many as the list on the page shows: nobody takes back a token that they do not see. */
export const tokensMax = 100;

/**
 * A group lead lets a program in. It acts for them: it never may more than they may at that moment, and ends with them.
 * The same form sent again, as by reloading, shows the same token again.
 */
export async function makeToken(
  context: Pick<Context, 'database'>,
  caller: Caller,
  { name, scopes, days, formKey }: NewToken,
): Promise<Outcome<TokenMade, MakeTokenRefusal>> {
  const { actor, groupId } = caller;
  if (actor.kind !== 'member' || !canManageGroup(actor)) return refuse({ code: 'not-allowed' });
  if (scopes.length === 0) return refuse({ code: 'no-scopes' });
  const secret = tokenOfForm(formKey, 'api-token');
  const made = await context.database.decide<Omit<TokenMade, 'token'>, MakeTokenRefusal>(groupId, (tx) =>
    once<Omit<TokenMade, 'token'>, MakeTokenRefusal>(tx, keptFormKey(formKey), 'make-token', async () => {
      if ((await countTokens(tx)) >= tokensMax) return refuse({ code: 'too-many-tokens' });
      const tokenId = freshId<TokenId>(tx);
      await insertToken(tx, {
        id: tokenId,
        token_hash: hashToken(secret),
        name,
        scopes: [...scopes],
        made_by_id: actor.memberId,
        expires_at: days === null ? null : at(tx.now + days * dayMs),
        created_at: at(tx.now),
      });
      const data = { scopes: scopes.join(' ') };
      await writeAudit(tx, { actor, verb: 'make-token', subjectTable: 'api_tokens', subjectId: tokenId, data });
      return accept({ tokenId, actId: await writeAct(tx, { actor, verb: 'make-token', subjectId: tokenId }) });
    }),
  );
  return made.ok ? accept({ ...made.value, token: tokenText(groupId, secret) }) : made;
}
