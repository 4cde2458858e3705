import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { intakeRules } from '../../../requests/ask-pages.ts';
import { offerHelp } from '../../../requests/offer-help.ts';
import { newOfferOf, offerBody } from '../../bodies/new-offer.ts';
import { endpoint } from '../../endpoint.ts';
import { actId, id } from '../../fields.ts';

export const createOffer = endpoint({
  method: 'POST',
  path: '/offers',
  name: 'createOffer',
  says: 'Brings what somebody offered elsewhere. Nobody is asked before a coordinator has taken it in. Give the link to who offered: with it they see and change their offer.',
  scopes: ['offers:write'],
  body: offerBody,
  answers: z.strictObject({
    id,
    code: z.string().describe('Short and speakable; no secret.'),
    link: z.string().describe('The private link of who offered.'),
    actId,
  }),
  makes: (made) => `/offers/${made.id}`,
  refuses: ['not-allowed', 'fields-wrong'],
  run: async ({ context, program, body, key }) => {
    const offer = newOfferOf(body, await intakeRules(context, program.groupId, [body.kind]));
    if (!offer.ok) return offer;
    const offered = await offerHelp(context, program, { offer: offer.value, formKey: key });
    if (!offered.ok) return offered;
    const { offerId, code, token, actId } = offered.value;
    const link = `${context.config.http.origin}/${program.slug}/o/${token}`;
    return accept({ id: offerId, code, link, actId: actId as string });
  },
});
