import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome } from '@barnraise/kernel/outcome.ts';
import { canReissueLink } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { actOnRequest, type NotThereRefusal } from './act-on-request.ts';
import { hashLinkToken, newLinkToken } from './private-link.ts';
import { changeRequest } from './request-table.ts';
import { renewKeptLink } from './tell-neighbor.ts';

/** Gives a lost private link again, after a call back to the number on file. The old link ends in the same moment. */
export async function renewLink(
  context: Context,
  caller: Caller,
  { requestId }: { readonly requestId: RequestId },
): Promise<Outcome<{ readonly token: string }, NotThereRefusal>> {
  return actOnRequest<{ token: string }, NotThereRefusal>(
    context,
    caller,
    requestId,
    canReissueLink,
    async (tx, { row }) => {
      const token = newLinkToken();
      await changeRequest(tx, requestId, { link_hash: hashLinkToken(token) });
      if (row.person_id) await renewKeptLink(context, tx, { requestId, personId: row.person_id, token });
      await writeAudit(tx, { actor: caller.actor, verb: 'renew-link', subjectTable: 'requests', subjectId: requestId });
      return accept({ token });
    },
  );
}
