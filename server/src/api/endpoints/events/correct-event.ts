import type { EventId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { correctEvent as correct } from '../../../requests/correct-event.ts';
import { endpoint } from '../../endpoint.ts';
import { id, idIn } from '../../fields.ts';

export const correctEvent = endpoint({
  method: 'POST',
  path: '/events/{eventId}/correct',
  name: 'correctEvent',
  says: 'Takes an event back by a further one, the same amount the other way. What is right is then recorded anew.',
  scopes: ['events:write'],
  parameters: z.strictObject({ eventId: idIn<EventId>() }),
  answers: z.strictObject({ id }),
  makes: (made) => `/events/${made.id}`,
  refuses: [
    'not-allowed',
    'not-found',
    'event-of-commitment',
    'is-a-correction',
    'already-corrected',
    'quantity-invalid',
    'same-account',
    'account-unknown',
    'kind-differs',
    'happens-later',
    'not-enough',
    'balance-too-large',
  ],
  run: async ({ context, program, parameters }) => {
    const corrected = await correct(context, program, parameters);
    return corrected.ok ? accept({ id: corrected.value.eventId }) : corrected;
  },
});
