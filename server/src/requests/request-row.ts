import type { Recurrence } from '@barnraise/kernel/recurrence.ts';
import type { Request, Trip } from '@barnraise/kernel/request.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { type Sharing, sharingUntilAsked } from '@barnraise/kernel/sharing.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';

import type { RequestRow } from './request-table.ts';

/** A row as the kernel's value. */
export function requestFromRow(row: RequestRow): Request {
  return {
    id: row.id,
    requester: requesterFromRow(row),
    householdId: row.household_id,
    askedFor: row.asked_for === 'somebody' ? { kind: 'somebody', consentAt: row.consent_at } : { kind: row.asked_for },
    channel: row.channel,
    language: row.language,
    state: row.state,
    ending: row.ending,
    owner: row.owner_id,
    sharing: sharingFromRow(row),
    trip: tripFromRow(row),
    recurrence: row.recurrence as Recurrence | null,
    receivedAt: row.asked_at,
    closedAt: row.closed_at,
    lastConfirmedAt: row.last_confirmed_at ?? row.asked_at,
    mergedInto: row.merged_into_id as RequestId | null,
  };
}

/** What the neighbor lets others see; a row from before anybody asked them keeps to what holds until then. */
export function sharingFromRow(row: Pick<RequestRow, 'sharing'>): Sharing {
  return { ...sharingUntilAsked, ...(row.sharing as Partial<Sharing>) };
}

function requesterFromRow(row: RequestRow): Party {
  if (row.requester_kind === 'member' && row.member_id) return { kind: 'member', memberId: row.member_id };
  if (row.requester_kind === 'partner' && row.partner_id) return { kind: 'partner', partnerId: row.partner_id };
  if (row.remote_group_id) return { kind: 'remote-group', groupId: row.remote_group_id };
  if (row.person_id) return { kind: 'neighbor', personId: row.person_id };
  throw new Error(`Request ${row.id} comes from nobody`);
}

function tripFromRow(row: RequestRow): Trip | null {
  if (row.to_place_id === null && row.be_there_by === null && row.way_home === 'none') return null;
  return {
    fromPlaceId: row.place_id,
    toPlaceId: row.to_place_id,
    beThereBy: row.be_there_by,
    wayHome:
      row.way_home === 'at' && row.way_home_at !== null
        ? { kind: 'at', at: row.way_home_at }
        : { kind: row.way_home === 'at' ? 'when-called' : row.way_home },
    passengers: row.passengers ?? 1,
  };
}
