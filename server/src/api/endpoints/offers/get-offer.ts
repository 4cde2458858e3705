import type { GroupId, OfferId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeOffers } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
import { offerShape, selectOfferRows, showOffer } from '../../shown/offer.ts';

const find = preparedRead((db, groupId: GroupId, offerId: OfferId) =>
  selectOfferRows(db, groupId).where('o.id', '=', offerId),
);

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
  run: async (call) => {
    const { program, parameters } = call;
    if (!canSeeOffers(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(call, (db) => find(db, program.groupId, parameters.offerId), showOffer);
  },
});
