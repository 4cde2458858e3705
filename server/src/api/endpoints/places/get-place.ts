import type { GroupId, PlaceId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canSeePlaces } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
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
  run: async (call) => {
    const { program, parameters } = call;
    if (!canSeePlaces(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(call, (db) => find(db, program.groupId, parameters.placeId), showPlace);
  },
});
