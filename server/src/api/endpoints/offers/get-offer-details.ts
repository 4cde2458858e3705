import type { OfferId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeOffers } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import { readDetails } from '../../../people/read-details.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { contact, showContact } from '../../shown/details.ts';

export const getOfferDetails = endpoint({
  method: 'GET',
  path: '/offers/{offerId}/details',
  name: 'getOfferDetails',
  says: 'Who gives it, and in what words. That it was opened, and by which token, is written down. A member’s offer has no details of its own.',
  scopes: ['offers:read', 'personal:read'],
  parameters: z.strictObject({ offerId: idIn<OfferId>() }),
  answers: z.strictObject({ ...contact, words: z.string() }).meta({ id: 'OfferDetails' }),
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program: { actor, groupId }, parameters: { offerId } }) => {
    if (!canSeeOffers(actor)) return refuse({ code: 'not-allowed' });
    return context.database.forGroup(groupId, async (tx) => {
      const row = await tx.db
        .selectFrom('offers')
        .select('person_id')
        .where('group_id', '=', groupId)
        .where('id', '=', offerId)
        .executeTakeFirst();
      if (!row) return refuse({ code: 'not-found' });
      const { person_id: personId } = row;
      const details = await readDetails(context, tx, {
        actor,
        purpose: 'intake',
        fields: ['name', 'phone', 'mail', 'description'],
        wanted: personId ? [{ personId, subjectIds: [offerId] }] : [],
      });
      const words = details.get(personId, 'description', offerId) ?? '';
      return accept({ ...showContact(details, personId), words });
    });
  },
});
