import { canSeeOffers } from '@barnraise/kernel/policy.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { offerShape, selectOfferRows, showOffer } from '../../shown/offer.ts';

export const listOffers = endpoint({
  method: 'GET',
  path: '/offers',
  name: 'listOffers',
  says: 'What people can give.',
  scopes: ['offers:read'],
  query: listQuery.extend({
    state: z.enum(['active', 'withdrawn']).optional(),
  }),
  answers: listOf(offerShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canSeeOffers(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'o.id',
        where: { 'o.state': query.state },
        select: (db) => selectOfferRows(db, program.groupId),
        show: showOffer,
      },
    );
  },
});
