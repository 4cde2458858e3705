import type { MemberId, NeedId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { askPeople as ask } from '../../../requests/ask-people.ts';
import { endpoint } from '../../endpoint.ts';
import { actId, id, idIn, quantityIn } from '../../fields.ts';

export const askPeople = endpoint({
  method: 'POST',
  path: '/asks',
  name: 'askPeople',
  says: 'Puts “Can you?” to members about one need. It reserves nothing; whoever is asked already is not asked twice.',
  scopes: ['asks:write'],
  body: z.strictObject({
    needId: idIn<NeedId>(),
    memberIds: z.array(idIn<MemberId>()).min(1).max(50),
    quantity: quantityIn.optional().describe('How much each is asked for; all that is open unless given.'),
  }),
  answers: z.strictObject({ asks: z.array(z.strictObject({ id, actId })) }),
  refuses: ['not-allowed', 'not-found', 'provider-unknown', 'nobody-to-ask', 'already-covered'],
  run: async ({ context, program, body }) => {
    const to = [...new Set(body.memberIds)].map((memberId) => ({ kind: 'member', memberId }) as const);
    const asked = await ask(context, program, {
      needId: body.needId,
      to,
      ...(body.quantity && { quantity: body.quantity }),
    });
    if (!asked.ok) return asked;
    const { asked: ids, actIds } = asked.value;
    return accept({ asks: ids.map((askId, index) => ({ id: askId, actId: actIds[index] as string })) });
  },
});
