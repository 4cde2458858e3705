import type { Instant } from '@barnraise/kernel/instant.ts';
import { canUsePaper } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames, type NamedMember } from '../requests/coordinator-names.ts';

export interface PaperPage {
  readonly now: Instant;
  /** Whose list can be printed beside one's own; empty for those who may print only that. */
  readonly members: readonly NamedMember[];
  readonly mayPrintAll: boolean;
}

/** Powers the page where sheets are chosen, for everybody who belongs. */
export async function paperPage(context: Context, caller: Caller): Promise<PaperPage | undefined> {
  const { actor } = caller;
  if (actor.kind !== 'member') return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const mayPrintAll = canUsePaper(actor);
    const members = mayPrintAll ? await coordinatorNames(context, tx, actor) : [];
    return { now: tx.now, mayPrintAll, members: members.filter((one) => one.memberId !== actor.memberId) };
  });
}
