import type { GroupId, MemberId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';

/** What every page of a group needs to know of it. Nothing here is private. */
export interface GroupHead {
  readonly id: GroupId;
  readonly slug: string;
  readonly name: string;
  readonly state: 'active' | 'frozen' | 'demo';
  readonly about: string;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly country: string;
  readonly emergencyNumber: string;
  /** Empty for a group without an area, such as an online forum. */
  readonly areaLabel: string;
  readonly publicPhone: string;
  /** Times of day at which somebody looks at what came in, as "HH:MM" in the group's zone. */
  readonly looksAt: readonly string[];
  readonly phoneHolderId: MemberId | null;
  readonly dutyMemberId: MemberId | null;
  readonly asksOpen: boolean;
  readonly ticks: readonly string[];
}

/** The group behind an address, or undefined. */
export async function findGroup(context: Pick<Context, 'database'>, slug: string): Promise<GroupHead | undefined> {
  const group = await context.database.onServer((tx) =>
    tx.db.selectFrom('groups').select(['id', 'slug', 'name', 'state']).where('slug', '=', slug).executeTakeFirst(),
  );
  if (!group) return undefined;
  const settings = await context.database.readGroup(group.id, (tx) =>
    tx.db.selectFrom('group_settings').selectAll().where('group_id', '=', group.id).executeTakeFirstOrThrow(),
  );
  return {
    ...group,
    about: settings.about,
    languages: settings.languages,
    zone: settings.zone,
    country: settings.country,
    emergencyNumber: settings.emergency_number,
    areaLabel: settings.area_label,
    publicPhone: settings.public_phone,
    looksAt: settings.looks_at,
    phoneHolderId: settings.phone_holder_id,
    dutyMemberId: settings.duty_member_id,
    asksOpen: settings.asks_open,
    ticks: settings.ticks,
  };
}
