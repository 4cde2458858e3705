import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { isTaking, type Need, needLimit, needProgress, type NeedProgress } from '@barnraise/kernel/need.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { readNeed } from './load-need.ts';
import { needOfLink } from './take-by-link.ts';

/** A need as anybody with its short link sees it: what, how much, when and roughly where; never for whom. */
export interface LinkedNeed {
  readonly now: Instant;
  readonly need: Pick<Need, 'id' | 'window' | 'peopleMinimum' | 'state' | 'halt'>;
  readonly kind: CatalogKind;
  readonly enteredUnit: string;
  readonly limit: Quantity;
  readonly progress: NeedProgress;
  readonly isOpen: boolean;
}

/** The need behind a short link, or undefined where there is none, or its request was not taken in yet. */
export async function needByLink(
  context: Context,
  groupId: Caller['groupId'],
  linkCode: string,
): Promise<LinkedNeed | undefined> {
  return context.database.readGroup(groupId, async (tx) => {
    const needId = await needOfLink(tx, linkCode);
    const loaded = needId && (await readNeed(tx, needId));
    if (!loaded) return undefined;
    const { id, window, peopleMinimum, state, halt } = loaded.need;
    const progress = needProgress(loaded.need, loaded.commitments, tx.now);
    return {
      now: tx.now,
      need: { id, window, peopleMinimum, state, halt },
      kind: loaded.kind,
      enteredUnit: loaded.row.entered_unit,
      limit: needLimit(loaded.need),
      progress,
      // Where only vetted members may go, a stranger with the link may not.
      isOpen: isTaking(loaded.need, tx.now) && progress.open > 0 && !loaded.precautions.includes('vetted'),
    };
  });
}
