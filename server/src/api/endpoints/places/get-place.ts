import type { GroupId, PlaceId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeePlaces } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { placeShape, selectPlaceRows, showPlace } from '../../shown/place.ts';

const find = preparedRead((db, groupId: GroupId, placeId: PlaceId) =>
  selectPlaceRows(db, groupId).where('id', '=', placeId),
);

export const getPlace = endpoint({
  method: 'GET',
  path: '/places/{placeId}',
  name: 'getPlace',
  says: 'One place, as a rough area.',
  scopes: ['places:read'],
  parameters: z.strictObject({ placeId: idIn<PlaceId>() }),
  answers: placeShape,
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program, parameters }) => {
    if (!canSeePlaces(program.actor)) return refuse({ code: 'not-allowed' });
    const { rows } = await context.database.readAtOnce(program.groupId, (db) => ({
      found: find(db, program.groupId, parameters.placeId),
    }));
    const [row] = rows.found;
    return row ? accept(showPlace(row)) : refuse({ code: 'not-found' });
  },
});
