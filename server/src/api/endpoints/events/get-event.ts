import type { EventId, GroupId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeLedger } from '@barnraise/kernel/group-policy.ts';
import { z } from 'zod';

import { preparedRead } from '../../../database/prepared-read.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { oneOf } from '../../one.ts';
import { eventShape, selectEventRows, showEvent } from '../../shown/event.ts';

const find = preparedRead((db, groupId: GroupId, eventId: EventId) =>
  selectEventRows(db, groupId).where('e.id', '=', eventId),
);

export const getEvent = endpoint({
  method: 'GET',
  path: '/events/{eventId}',
  name: 'getEvent',
  says: 'One event.',
  scopes: ['events:read'],
  parameters: z.strictObject({ eventId: idIn<EventId>() }),
  answers: eventShape,
  refuses: ['not-allowed', 'not-found'],
  run: async (call) => {
    const { program, parameters } = call;
    if (!canSeeLedger(program.actor)) return refuse({ code: 'not-allowed' });
    return oneOf(call, (db) => find(db, program.groupId, parameters.eventId), showEvent);
  },
});
