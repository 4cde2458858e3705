import type { OfferId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { takeInOffer as command } from '../../../requests/change-offer.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const takeInOffer = endpoint({
  method: 'POST',
  path: '/offers/{offerId}/take-in',
  name: 'takeInOffer',
  says: 'Somebody has seen it: from now on it can be asked for.',
  scopes: ['offers:write'],
  parameters: z.strictObject({ offerId: idIn<OfferId>() }),
  answers: done,
  refuses: ['not-allowed', 'not-found', 'offer-withdrawn'],
  run: async ({ context, program, parameters }) => {
    const outcome = await command(context, program, parameters);
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
