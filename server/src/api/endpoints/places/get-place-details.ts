import type { PlaceId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeePlaces } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { readDetails } from '../../../people/read-details.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { exactPlace, showExactPlace } from '../../shown/details.ts';

export const getPlaceDetails = endpoint({
  method: 'GET',
  path: '/places/{placeId}/details',
  name: 'getPlaceDetails',
  says: 'The door, the way to it and the point on the map. That it was opened, and by which token, is written down.',
  scopes: ['places:read', 'personal:read'],
  parameters: z.strictObject({ placeId: idIn<PlaceId>() }),
  answers: exactPlace,
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program: { actor, groupId }, parameters: { placeId } }) => {
    if (!canSeePlaces(actor)) return refuse({ code: 'not-allowed' });
    return context.database.forGroup(groupId, async (tx) => {
      const row = await tx.db
        .selectFrom('places')
        .select('person_id')
        .where('group_id', '=', groupId)
        .where('id', '=', placeId)
        .executeTakeFirst();
      if (!row) return refuse({ code: 'not-found' });
      const { person_id: personId } = row;
      const details = await readDetails(context, tx, {
        actor,
        purpose: 'intake',
        fields: ['address', 'plus-code', 'directions', 'point'],
        wanted: personId ? [{ personId, subjectIds: [placeId] }] : [],
      });
      return accept(showExactPlace(details, personId, placeId));
    });
  },
});
