import type { MemberId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { addDays, instantOf, localDateOf, parseWallTime, type WallTime } from '@barnraise/kernel/time.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';

/** What somebody who asks should know beforehand: when a person looks, and where to call when it cannot wait so long. */
export interface IntakeNotice {
  readonly nextLookAt: Instant | null;
  /** The group's own number; empty where it has none. */
  readonly phone: string;
  /** The name that whoever has the phone goes by in the group. */
  readonly phoneHolder: string | null;
}

/** Powers the ask, offer and status pages. */
export async function intakeNotice(context: Pick<Context, 'vault'>, tx: GroupReader): Promise<IntakeNotice> {
  const settings = await tx.db
    .selectFrom('group_settings')
    .select(['zone', 'looks_at', 'public_phone', 'phone_holder_id'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  const { phone_holder_id: holderId, public_phone: phone } = settings;
  return {
    nextLookAt: nextLook(settings.looks_at, settings.zone, tx.now),
    phone,
    phoneHolder: phone !== '' && holderId ? await handleOf(context, tx, holderId) : null,
  };
}

/** The next time of the day at which a person looks, on the group's own clock. */
export function nextLook(times: readonly string[], zone: string, now: Instant): Instant | null {
  const walls = times.map(parseWallTime).filter((time): time is WallTime => time !== undefined);
  const today = localDateOf(now, zone);
  const ahead = [today, addDays(today, 1)]
    .flatMap((day) => walls.map((time) => instantOf(day, time, zone)))
    .filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** A member's handle, which they chose for others to see; their name stays with the group. */
async function handleOf(context: Pick<Context, 'vault'>, tx: GroupReader, memberId: MemberId): Promise<string | null> {
  const member = await tx.db
    .selectFrom('members')
    .select('person_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!member) return null;
  const [handle] = await context.vault.open(tx, { personIds: [member.person_id], fields: ['handle'] });
  return handle?.value ?? null;
}
