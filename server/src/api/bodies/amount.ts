import type { EnteredAmount, Quantity } from '@barnraise/kernel/quantity.ts';
import { unitCodes } from '@barnraise/kernel/unit.ts';
import { z } from 'zod';

import type { GroupKind } from '../../requests/load-kinds.ts';
import { amountFromFields } from '../../requests/needs-from-fields.ts';
import { text } from '../fields.ts';
import type { WrongField } from '../problem.ts';

/** An amount as people say it; `unit` left out is the usual unit of the type. */
export const amountFields = {
  amount: z
    .union([z.int().min(1), text(40)])
    .transform(String)
    .describe('"2", "2.5" or "1/2".'),
  unit: z.enum(unitCodes).optional().describe('One of the units of the type; its usual one unless given.'),
};

export interface SentAmount {
  readonly amount: string;
  readonly unit?: string | undefined;
}

/** The amount in base units, or what is wrong with it, at `at`. */
export function amountOf(
  { amount, unit }: SentAmount,
  kind: GroupKind,
  at: string,
  wrong: WrongField[],
): { readonly quantity: Quantity; readonly entered: EnteredAmount } | undefined {
  return amountFromFields({ amount: amount.trim() || '0', unit: unit ?? '', detail: '' }, kind, (field, code) =>
    wrong.push({ at: `${at}.${field}`, code }),
  );
}
