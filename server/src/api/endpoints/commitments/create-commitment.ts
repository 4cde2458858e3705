import type { MemberId, NeedId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { commitToNeed, type CommitWish } from '../../../requests/commit-to-need.ts';
import { sayYesFor } from '../../../requests/say-yes-for.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn, quantityIn } from '../../fields.ts';
import { showStep, stepShape } from '../../shown/step.ts';

export const createCommitment = endpoint({
  method: 'POST',
  path: '/commitments',
  name: 'createCommitment',
  says: 'Takes a part of a need, or all of it. Without `provider` for the member behind the token; with it for somebody who said yes elsewhere. Of any number who try for the last unit, one has it.',
  scopes: ['commitments:write'],
  body: z.strictObject({
    needId: idIn<NeedId>(),
    quantity: quantityIn,
    least: quantityIn.optional().describe('Takes less too, down to this much; left out: all or nothing.'),
    people: z.int().min(1).max(20).optional().describe('How many come; one unless given.'),
    decisionNo: z.int().min(0).optional().describe('Refused where anything was decided since.'),
    provider: z
      .union([
        z.strictObject({ kind: z.literal('member'), memberId: idIn<MemberId>() }),
        z.strictObject({ kind: z.literal('neighbor'), personId: idIn<PersonId>() }),
      ])
      .optional(),
  }),
  answers: stepShape,
  makes: (made) => `/commitments/${made.id}`,
  refuses: [
    'not-allowed',
    'not-found',
    'provider-unknown',
    'need-closed',
    'need-halted',
    'outside-window',
    'already-covered',
    'below-minimum',
    'stale-decision',
    'needs-two-people',
    'quantity-invalid',
  ],
  run: async ({ context, program, body: { provider, ...wish } }) => {
    const made = provider
      ? await sayYesFor(context, program, { ...given(wish), provider })
      : await commitToNeed(context, program, given(wish));
    return made.ok ? accept(showStep(made.value)) : made;
  },
});

/** What was given, without what was not: a command tells the two apart. */
function given(wish: { readonly [Name in keyof CommitWish]: CommitWish[Name] | undefined }): CommitWish {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as unknown as CommitWish;
}
