import type { ActId, NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canChangeRequest } from '@barnraise/kernel/policy.ts';
import type { RequestState } from '@barnraise/kernel/request.ts';
import { peopleMinimum } from '@barnraise/kernel/visit.ts';

import type { Context } from '../context.ts';
import { at } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { actOnRequest, type NotThereRefusal } from './act-on-request.ts';
import { freshShortCode } from './fresh-code.ts';
import { insertNeeds } from './need-table.ts';
import type { NewNeed } from './new-request.ts';
import { sharingFromRow } from './request-row.ts';
import { settleRequest } from './settle-request.ts';

export type AddNeedRefusal = NotThereRefusal | { readonly code: 'wrong-state'; readonly state: RequestState };

/** One more line in a request: "and diapers, too". It is seen by whoever sees the rest. */
export async function addNeed(
  context: Context,
  caller: Caller,
  { requestId, need }: { readonly requestId: RequestId; readonly need: NewNeed },
): Promise<Outcome<{ readonly needId: NeedId; readonly actId: ActId }, AddNeedRefusal>> {
  return actOnRequest<{ needId: NeedId; actId: ActId }, AddNeedRefusal>(
    context,
    caller,
    requestId,
    canChangeRequest,
    async (tx, { row }) => {
      if (row.state === 'closed') return refuse({ code: 'wrong-state', state: row.state });
      const needId = freshId<NeedId>(tx);
      const isOpen = row.state === 'open' || row.state === 'covered';
      const shown = sharingFromRow(row).listedPublicly ? 'public' : 'members';
      await insertNeeds(tx, [
        {
          id: needId,
          request_id: requestId,
          kind_id: need.kind.id,
          audience: isOpen ? shown : 'coordinators',
          link_code: freshShortCode(),
          quantity: need.quantity,
          entered_amount: need.entered.figure,
          entered_unit: need.entered.unit,
          people_minimum: peopleMinimum(need.kind.precautions),
          lease: JSON.stringify(need.kind.lease),
          cell: row.cell,
          window_from: at(row.window_from),
          window_to: at(row.window_to),
          last_confirmed_at: at(tx.now),
          created_at: at(tx.now),
        },
      ]);
      if (need.detail !== '' && row.person_id) {
        await keepDetails(context, tx, row.person_id, [{ field: 'detail', value: need.detail, subjectId: needId }]);
      }
      if (isOpen) await settleRequest(tx, requestId);
      const { actor } = caller;
      await writeAudit(tx, { actor, verb: 'add-need', subjectTable: 'needs', subjectId: needId });
      const actId = await writeAct(tx, {
        actor,
        verb: 'change-need',
        subjectId: needId,
        requestId,
        before: { added: true },
      });
      return accept({ needId, actId });
    },
  );
}
