import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canUsePaper } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { freshShortCode } from '../requests/fresh-code.ts';
import { loadKinds } from '../requests/load-kinds.ts';
import { type AskSlips, drawAskSlips } from './ask-slip.ts';

export type SlipOrder = Omit<AskSlips, 'kinds' | 'codes'> & { readonly sheets: number };

/** More at once would be a ream; print again for more, each has its own numbers. */
export const slipSheetsMax = 50;

/** Empty slips with the group's own kinds, each with a number that no other slip has. Nothing is kept of them. */
export async function printAskSlips(
  context: Context,
  caller: Caller,
  { sheets, ...slips }: SlipOrder,
): Promise<Outcome<Uint8Array, { readonly code: 'not-allowed' }>> {
  if (!canUsePaper(caller.actor)) return refuse({ code: 'not-allowed' });
  const kinds = await context.database.readGroup(caller.groupId, (tx) => loadKinds(tx, { onAskForm: true }));
  const count = Math.max(1, Math.min(slipSheetsMax, sheets)) * slips.perSheet;
  const codes = Array.from({ length: count }, freshShortCode);
  return accept(await drawAskSlips({ ...slips, kinds, codes }));
}
