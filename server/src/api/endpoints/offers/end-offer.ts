import type { OfferId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { endOffer as command } from '../../../requests/change-offer.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const endOffer = endpoint({
  method: 'POST',
  path: '/offers/{offerId}/end',
  name: 'endOffer',
  says: 'Takes an offer back for good.',
  scopes: ['offers:write'],
  parameters: z.strictObject({ offerId: idIn<OfferId>() }),
  answers: done,
  refuses: ['not-allowed', 'not-found', 'offer-withdrawn'],
  run: async ({ context, program, parameters }) => {
    const outcome = await command(context, program, parameters);
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
