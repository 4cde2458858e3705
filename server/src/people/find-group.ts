import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';

/** What every page of a group knows about it. */
export interface GroupHead {
  readonly id: GroupId;
  readonly slug: string;
  readonly name: string;
  readonly state: 'active' | 'frozen' | 'demo';
  readonly zone: string;
  readonly country: string;
  readonly emergencyNumber: string;
  /** Languages the group speaks, its own first. */
  readonly languages: readonly string[];
  /** Empty for a group without an area. */
  readonly areaLabel: string;
  /** False while the group takes no requests from outside. */
  readonly asksOpen: boolean;
}

const slugShape = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** The group of an address, or undefined. */
export async function findGroup(context: Pick<Context, 'database'>, slug: string): Promise<GroupHead | undefined> {
  if (!slugShape.test(slug)) return undefined;
  const [group] = await context.database.runOnServer<Pick<GroupHead, 'id' | 'slug' | 'name' | 'state'>>(
    'select id, slug, name, state from groups where slug = $1',
    [slug],
  );
  if (!group) return undefined;
  const { rows } = await context.database.readAtOnce(group.id, (db) => ({
    settings: db
      .selectFrom('group_settings')
      .select(['zone', 'country', 'emergency_number', 'languages', 'area_label', 'asks_open'])
      .where('group_id', '=', group.id),
  }));
  const [settings] = rows.settings;
  if (!settings) throw new Error(`The group ${slug} has no settings.`);
  return {
    ...group,
    zone: settings.zone,
    country: settings.country,
    emergencyNumber: settings.emergency_number,
    languages: settings.languages,
    areaLabel: settings.area_label,
    asksOpen: settings.asks_open,
  };
}
