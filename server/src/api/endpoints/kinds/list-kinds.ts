import { z } from 'zod';

import { endpoint } from '../../endpoint.ts';
import { listOf, listQuery, pageOf } from '../../list.ts';
import { kindShape, selectKindRows, showKind } from '../../shown/kind.ts';

export const listKinds = endpoint({
  method: 'GET',
  path: '/kinds',
  name: 'listKinds',
  says: 'The types of goods, services, work, money and space that the group deals in.',
  scopes: ['kinds:read'],
  query: listQuery.extend({
    active: z.enum(['true', 'false']).optional(),
  }),
  answers: listOf(kindShape),
  refuses: ['cursor-wrong'],
  run: async ({ context, program, query }) => {
    return pageOf(
      { context, program, query },
      {
        id: 'id',
        where: { active: query.active },
        select: (db) => selectKindRows(db, program.groupId),
        show: showKind,
      },
    );
  },
});
