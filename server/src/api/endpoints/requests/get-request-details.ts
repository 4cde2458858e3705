import type { NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { type MustKnowCode, mustKnowCodes } from '@barnraise/kernel/must-know.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeRequest } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import type { GroupReader } from '../../../database/database.ts';
import { type Details, readDetails } from '../../../people/read-details.ts';
import { sharingFromRow } from '../../../requests/request-row.ts';
import { readRequest } from '../../../requests/request-table.ts';
import { endpoint } from '../../endpoint.ts';
import { id, idIn } from '../../fields.ts';
import { contact, exactPlace, showContact, showExactPlace } from '../../shown/details.ts';

export const getRequestDetails = endpoint({
  method: 'GET',
  path: '/requests/{requestId}/details',
  name: 'getRequestDetails',
  says: 'What is private about a request. That it was opened, and by which token, is written down and shown to whom it concerns. Ask for it only when somebody needs it.',
  scopes: ['requests:read', 'personal:read'],
  parameters: z.strictObject({ requestId: idIn<RequestId>() }),
  answers: z
    .strictObject({
      ...contact,
      words: z.string().describe('What they said.'),
      raw: z.string().describe('What came in, as it came, where that differs.'),
      place: exactPlace.nullable(),
      toPlace: exactPlace.nullable(),
      needs: z.array(z.strictObject({ needId: id, detail: z.string() })),
      mustKnow: z.partialRecord(
        z.enum(mustKnowCodes),
        z.strictObject({ answer: z.enum(['known', 'none', 'unknown', 'not-asked']), value: z.string() }),
      ),
    })
    .meta({ id: 'RequestDetails' }),
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program, parameters: { requestId } }) => {
    const { actor, groupId } = program;
    if (!canSeeRequest(actor, { id: requestId })) return refuse({ code: 'not-allowed' });
    return context.database.forGroup(groupId, async (tx) => {
      const row = await readRequest(tx, requestId);
      if (!row) return refuse({ code: 'not-found' });
      const { person_id: personId, place_id: placeId, to_place_id: toPlaceId } = row;
      const details = await readDetails(context, tx, {
        actor,
        purpose: 'intake',
        wanted: personId ? [{ personId, requestId, sharing: sharingFromRow(row) }] : [],
      });
      return accept({
        ...showContact(details, personId),
        words: details.get(personId, 'description', requestId) ?? '',
        raw: details.get(personId, 'raw', requestId) ?? '',
        place: placeId && showExactPlace(details, personId, placeId),
        toPlace: toPlaceId && showExactPlace(details, personId, toPlaceId),
        needs: (await needIdsOf(tx, requestId)).map((needId) => ({
          needId: needId as string,
          detail: details.get(personId, 'detail', needId) ?? '',
        })),
        mustKnow: await mustKnowOf(tx, requestId, personId, details),
      });
    });
  },
});

async function needIdsOf(tx: GroupReader, requestId: RequestId): Promise<readonly NeedId[]> {
  const rows = await tx.db
    .selectFrom('needs')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

async function mustKnowOf(tx: GroupReader, requestId: RequestId, personId: PersonId | null, details: Details) {
  const rows = await tx.db
    .selectFrom('must_know_facts')
    .select(['question', 'answer'])
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .execute();
  return Object.fromEntries(
    rows.map(({ question, answer }) => {
      const code = question as MustKnowCode;
      return [code, { answer, value: details.get(personId, `must-know:${code}`, requestId) ?? '' }];
    }),
  );
}
