import type { OfferId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { changeOffer as change } from '../../../requests/change-offer.ts';
import { intakeRules } from '../../../requests/ask-pages.ts';
import { changedOfferBody, newOfferOf } from '../../bodies/new-offer.ts';
import { endpoint } from '../../endpoint.ts';
import { done, idIn } from '../../fields.ts';

export const changeOffer = endpoint({
  method: 'PUT',
  path: '/offers/{offerId}',
  name: 'changeOffer',
  says: 'Tells anew what is offered, when, how far and how often. What is left out is as if it had never been said.',
  scopes: ['offers:write'],
  parameters: z.strictObject({ offerId: idIn<OfferId>() }),
  body: changedOfferBody,
  answers: done,
  refuses: ['not-allowed', 'not-found', 'fields-wrong', 'offer-withdrawn'],
  run: async ({ context, program, parameters, body }) => {
    const offer = newOfferOf(body, await intakeRules(context, program.groupId, [body.kind]));
    if (!offer.ok) return offer;
    const outcome = await change(context, program, { ...parameters, offer: offer.value });
    return outcome.ok ? accept({ actId: outcome.value }) : outcome;
  },
});
