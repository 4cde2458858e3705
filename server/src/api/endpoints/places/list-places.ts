import { canSeePlaces } from '@barnraise/kernel/policy.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';

import { endpoint } from '../../endpoint.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { placeShape, selectPlaceRows, showPlace } from '../../shown/place.ts';

export const listPlaces = endpoint({
  method: 'GET',
  path: '/places',
  name: 'listPlaces',
  says: 'Where help is wanted, as rough areas. The exact place is under `details`.',
  scopes: ['places:read'],
  query: listQuery,
  answers: listOf(placeShape),
  refuses: ['not-allowed', 'cursor-wrong'],
  run: async ({ context, program, query }) => {
    if (!canSeePlaces(program.actor)) return refuse({ code: 'not-allowed' });
    return pageOf(
      { context, program, query },
      {
        id: 'id',
        where: {},
        select: (db) => selectPlaceRows(db, program.groupId),
        show: showPlace,
      },
    );
  },
});
