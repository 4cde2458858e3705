import type { PersonId } from '@barnraise/kernel/ids.ts';
import type { Outcome, Refusal } from '@barnraise/kernel/outcome.ts';

import type { GroupTransaction } from '../database/database.ts';

/**
 * Something that belongs to a request or an offer and is written in the same transaction: both are there or neither. It
 * runs once for each form, however often that is sent, and may refuse for reasons of its own.
 */
export type Alongside<Made, R extends Refusal> = (
  tx: GroupTransaction,
  made: Made & { readonly personId: PersonId | null },
) => Promise<Outcome<null, R>>;
