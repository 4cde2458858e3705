import type { NeedId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';

import type { GroupTransaction } from '../database/database.ts';
import { type LoadedNeed, lockNeed, readNeed } from './load-need.ts';

/**
 * One decision about a need, in the order that keeps a crowd fast: look without a lock and refuse; lock only when it may
 * succeed, look again, and decide. Of two hundred people after the last unit nearly all are turned away by the first
 * look, and never wait for the one who holds the lock.
 */
export async function decideOnNeed<D, R extends Refusal>(
  tx: GroupTransaction,
  needId: NeedId,
  decide: (loaded: LoadedNeed) => Outcome<D, R>,
): Promise<Outcome<{ readonly loaded: LoadedNeed; readonly decision: D }, R | { readonly code: 'not-found' }>> {
  const seen = await readNeed(tx, needId);
  if (!seen) return refuse({ code: 'not-found' });
  const first = decide(seen);
  if (!first.ok) return first;

  const loaded = await lockNeed(tx, needId);
  if (!loaded) return refuse({ code: 'not-found' });
  const decision = decide(loaded);
  return decision.ok ? accept({ loaded, decision: decision.value }) : decision;
}
