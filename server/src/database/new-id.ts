import { type Id, idRandomBytes, newId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import { freshBytes } from './random-bytes.ts';

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the caller names the brand: `freshId<NeedId>(tx)` */

/** A new id stamped with the transaction's own instant, so ids agree with the times beside them. */
export function freshId<T extends Id>(tx: { readonly now: Instant }): T {
  return newId<T>(tx.now, freshBytes(idRandomBytes));
}
