import type { GroupId } from '@barnraise/kernel/ids.ts';
import { requestChannels, requestEndings, requestStates } from '@barnraise/kernel/request.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { sharingFromRow } from '../../requests/request-row.ts';
import { waysHome } from '../../requests/request-fields.ts';
import { id, idOrNull, instant, instantOrNull, party, shownAt, shownWindow, window } from '../fields.ts';

const shareWith = z.enum(['coordinators', 'helpers']);
const safe = z.union([z.boolean(), z.literal('not-asked')]);

const sharing = z.strictObject({
  listedPublicly: z.boolean(),
  name: shareWith,
  contact: shareWith,
  exactPlace: shareWith,
  safeToText: safe,
  safeToLeaveMessage: safe,
});

/** A request without anything private: who asked and what they said are behind `personal:read`. */
export const requestShape = z
  .strictObject({
    id,
    code: z.string().describe('Short and speakable; no secret.'),
    state: z.enum(requestStates),
    ending: z.enum(requestEndings).nullable(),
    held: z.boolean().describe('Waits for a look: it came in a flood, or a machine filled it in.'),
    urgency: z.int(),
    urgencyReasons: z.array(z.string()),
    danger: z.array(z.string()).describe('Codes of dangers that its words speak of.'),
    channel: z.enum(requestChannels),
    language: z.string(),
    askedFor: z.enum(['self', 'somebody', 'household']),
    requester: party,
    ownerId: idOrNull.describe('The member who answers for it.'),
    cell: z.string().nullable().describe('Rough area, an H3 cell of resolution 7.'),
    placeId: idOrNull,
    toPlaceId: idOrNull,
    window,
    trip: z
      .strictObject({
        beThereBy: instantOrNull,
        wayHome: z.enum(waysHome),
        wayHomeAt: instantOrNull,
        passengers: z.int().nullable(),
      })
      .nullable(),
    repeats: z.boolean(),
    sharing,
    askedAt: instant,
    takenInAt: instantOrNull,
    confirmedAt: instantOrNull,
    closedAt: instantOrNull,
    mergedIntoId: idOrNull,
    version: z.int(),
  })
  .meta({ id: 'Request' });

export function selectRequestRows(db: GroupReads, groupId: GroupId) {
  return db
    .selectFrom('requests')
    .select(['id', 'code', 'state', 'ending', 'held_at', 'urgency', 'urgency_reasons', 'danger', 'channel', 'language'])
    .select(['asked_for', 'requester_kind', 'person_id', 'member_id', 'partner_id', 'remote_group_id', 'owner_id'])
    .select(['cell', 'place_id', 'to_place_id', 'window_from', 'window_to', 'be_there_by', 'way_home', 'way_home_at'])
    .select(['passengers', 'recurrence', 'sharing', 'asked_at', 'taken_in_at', 'last_confirmed_at', 'closed_at'])
    .select(['merged_into_id', 'version'])
    .where('group_id', '=', groupId);
}

type Row = InferResult<ReturnType<typeof selectRequestRows>>[number];

export function showRequest(row: Row): z.infer<typeof requestShape> {
  return {
    id: row.id,
    code: row.code,
    state: row.state,
    ending: row.ending,
    held: row.held_at !== null,
    urgency: row.urgency,
    urgencyReasons: row.urgency_reasons,
    danger: row.danger,
    channel: row.channel,
    language: row.language,
    askedFor: row.asked_for,
    requester: {
      kind: row.requester_kind,
      id: row.member_id ?? row.partner_id ?? row.remote_group_id ?? row.person_id,
    },
    ownerId: row.owner_id,
    cell: row.cell,
    placeId: row.place_id,
    toPlaceId: row.to_place_id,
    window: shownWindow(row.window_from, row.window_to),
    trip: tripOf(row),
    repeats: row.recurrence !== null,
    sharing: sharingFromRow(row),
    askedAt: shownAt(row.asked_at),
    takenInAt: shownAt(row.taken_in_at),
    confirmedAt: shownAt(row.last_confirmed_at),
    closedAt: shownAt(row.closed_at),
    mergedIntoId: row.merged_into_id,
    version: row.version,
  };
}

function tripOf(row: Row): z.infer<typeof requestShape>['trip'] {
  if (row.to_place_id === null && row.be_there_by === null && row.way_home === 'none') return null;
  return {
    beThereBy: shownAt(row.be_there_by),
    wayHome: row.way_home,
    wayHomeAt: shownAt(row.way_home_at),
    passengers: row.passengers,
  };
}
