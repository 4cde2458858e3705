import { z } from 'zod';

import type { GroupKind } from '../../requests/load-kinds.ts';
import type { NewNeed } from '../../requests/new-request.ts';
import { text, textIn } from '../fields.ts';
import type { WrongField } from '../problem.ts';
import { amountFields, amountOf } from './amount.ts';

/** One line of what is needed. */
export const needBody = z.strictObject({
  kind: text(80).describe('Code of the type.'),
  ...amountFields,
  detail: textIn(300).default('').describe('Size, brand, “no pork”. Private.'),
});

/** The line as the commands take it, or what is wrong with it. */
export function newNeedOf(
  sent: z.output<typeof needBody>,
  kinds: readonly GroupKind[],
  at: string,
  wrong: WrongField[],
): NewNeed | undefined {
  const kind = kinds.find(({ code }) => code === sent.kind);
  if (!kind) {
    wrong.push({ at: `${at}.kind`, code: 'unknown-kind' });
    return undefined;
  }
  const amount = amountOf(sent, kind, at, wrong);
  return amount && { kind, ...amount, detail: sent.detail };
}
