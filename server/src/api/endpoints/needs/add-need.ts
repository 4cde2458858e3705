import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { z } from 'zod';

import { addNeed as add } from '../../../requests/add-need.ts';
import { intakeRules } from '../../../requests/ask-pages.ts';
import { needBody, newNeedOf } from '../../bodies/new-need.ts';
import { endpoint } from '../../endpoint.ts';
import { actId, id, idIn } from '../../fields.ts';
import type { WrongField } from '../../problem.ts';

export const addNeed = endpoint({
  method: 'POST',
  path: '/requests/{requestId}/needs',
  name: 'addNeed',
  says: 'One more line in a request: “and diapers, too”.',
  scopes: ['requests:write'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
  body: needBody,
  answers: z.strictObject({ id, actId }),
  makes: (made) => `/needs/${made.id}`,
  refuses: ['not-allowed', 'not-found', 'fields-wrong', 'wrong-state'],
  run: async ({ context, program, parameters, body }) => {
    const { kinds } = await intakeRules(context, program.groupId, [body.kind]);
    const wrong: WrongField[] = [];
    const need = newNeedOf(body, kinds, 'body', wrong);
    if (!need) return refuse({ code: 'fields-wrong', fields: wrong });
    const added = await add(context, program, { ...parameters, need });
    return added.ok ? accept({ id: added.value.needId, actId: added.value.actId }) : added;
  },
});
