import type { GroupId, KindId } from '@barnraise/kernel/ids.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
import { kindShape, selectKindRows, showKind } from '../../shown/kind.ts';

const find = preparedRead((db, groupId: GroupId, kindId: KindId) =>
  selectKindRows(db, groupId).where('id', '=', kindId),
);

export const getKind = endpoint({
  method: 'GET',
  path: '/kinds/{kindId}',
  name: 'getKind',
  says: 'One type.',
  scopes: ['kinds:read'],
  parameters: z.strictObject({ kindId: idIn<KindId>() }),
  answers: kindShape,
  version: ({ version }) => version,
  refuses: ['not-found'],
  run: async (call) => {
    const { program, parameters } = call;
    return oneOf(call, (db) => find(db, program.groupId, parameters.kindId), showKind);
  },
});
