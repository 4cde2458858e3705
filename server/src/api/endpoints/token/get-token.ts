import { accept } from '@barnraise/kernel/outcome.ts';
import { scopes } from '@barnraise/kernel/scope.ts';
import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { id, instantOrNull, shownAt } from '../../fields.ts';

export const getToken = endpoint({
  method: 'GET',
  path: '/token',
  name: 'getToken',
  says: 'What this token is and may: the first call of a new program.',
  scopes: [],
  answers: z
    .strictObject({
      id,
      name: z.string(),
      scopes: z.array(z.enum(scopes)),
      expiresAt: instantOrNull,
      group: z.strictObject({ id, slug: z.string() }),
      actsFor: z
        .strictObject({ memberId: id, role: z.string() })
        .describe('Who made it, with the role they have now: the token may nothing that they may not.'),
    })
    .meta({ id: 'Token' }),
  refuses: [],
  run: async ({ program }) => {
    const { actor, groupId, slug, tokenId, name, expiresAt } = program;
    return accept({
      id: tokenId,
      name,
      scopes: [...actor.token.scopes],
      expiresAt: shownAt(expiresAt),
      group: { id: groupId, slug },
      actsFor: { memberId: actor.memberId, role: actor.role },
    });
  },
});
