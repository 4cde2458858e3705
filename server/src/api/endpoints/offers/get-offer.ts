import type { OfferId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeOffers } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { offerShape, selectOfferRows, showOffer } from '../../shown/offer.ts';

export const getOffer = endpoint({
  method: 'GET',
  path: '/offers/{offerId}',
  name: 'getOffer',
  says: 'One offer. Who gives it is under `details`.',
  scopes: ['offers:read'],
  parameters: z.strictObject({ offerId: idIn<OfferId>() }),
  answers: offerShape,
  version: ({ version }) => version,
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program, parameters }) => {
    if (!canSeeOffers(program.actor)) return refuse({ code: 'not-allowed' });
    const { rows } = await context.database.readAtOnce(program.groupId, (db) => ({
      found: selectOfferRows(db, program.groupId).where('o.id', '=', parameters.offerId),
    }));
    const [row] = rows.found;
    return row ? accept(showOffer(row)) : refuse({ code: 'not-found' });
  },
});
