import { createHash } from 'node:crypto';

import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import { takeTicket, type TicketLimit } from '../database/limits.ts';

/**
 * Forty asks at once and one a minute after that, from one address: a shelter with one line and a volunteer at a tablet
 * pass unseen. Above it nobody is turned away either: the request is kept, and waits for a look.
 */
const limits: Readonly<Record<'ask' | 'offer', TicketLimit>> = {
  ask: { capacity: 40, refillPerMinute: 1 },
  offer: { capacity: 20, refillPerMinute: 0.5 },
};

/** A form that comes back sooner than this was not filled in by a person. */
const fastestMs = 2_500;

/** What tells a flood from people. */
export interface Arrival {
  /** The network address it came from; kept only as a hash. */
  readonly address: string;
  /** The field that no person sees was filled in. */
  readonly trapped: boolean;
  /** When the form was shown, as the form itself says; a machine can lie, but most do not bother. */
  readonly shownAt: number;
  readonly postedAt: number;
}

/** True when a request should wait for a look before anybody is told about it. It is never refused for this. */
export async function waitsForALook(
  context: Pick<Context, 'database'>,
  groupId: GroupId,
  what: 'ask' | 'offer',
  arrival: Arrival,
): Promise<boolean> {
  const isTooFast = arrival.postedAt - arrival.shownAt < fastestMs;
  const ticket = await takeTicket(context.database, bucketOf(groupId, what, arrival.address), 1, limits[what]);
  return arrival.trapped || isTooFast || !ticket.ok;
}

function bucketOf(groupId: GroupId, what: string, address: string): string {
  return `${what}:${createHash('sha256').update(`${groupId}|${address}`).digest('base64url').slice(0, 22)}`;
}
