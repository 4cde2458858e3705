import { type GroupId, type MemberId, parseId, type PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { openDatabase } from '../database/database.ts';
import { keepPerson } from '../people/keep-person.ts';
import { insertMember } from '../people/member-table.ts';
import { startGroup } from '../people/start-group.ts';
import type { Caller } from '../record/caller.ts';
import { members } from './cast.ts';
import { removeDemo } from './remove-demo.ts';
import { tellStory } from './tell-story.ts';

export const demoSlug = 'demo';

const demoZone = 'America/Chicago';

/** How far the demo's history goes back. */
const historyDays = 150;

/** The clock of the story. Commands read it as they would read the database's. */
export interface StoryClock {
  now: Instant;
}

/**
 * Makes the demo group with some months of history, unless it is there. Everything in it is done by the commands that
 * people use, each at its time in the story, so it looks and adds up like a real group. No mail goes out: nobody in it
 * has an address, and the jobs of the past are not kept.
 */
export async function makeDemo(context: Context, say: (line: string) => void = () => undefined): Promise<void> {
  const lock = await context.database.pools.app.connect();
  try {
    // A second visitor, or a second process, waits for the first one's demo instead of making another.
    await lock.query(`select pg_advisory_lock(hashtext('make-demo'))`);
    if (!(await isThere(context))) await tellDemo(context, say);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtext('make-demo'))`);
    lock.release();
  }
}

async function tellDemo(context: Context, say: (line: string) => void): Promise<void> {
  say('Making the demo group, which takes a few seconds …');
  const today = await databaseNow(context);
  const clock: StoryClock = { now: today - historyDays * dayMs };
  const told: Context = { ...context, database: storyDatabase(context, clock) };

  const groupId = await startDemoGroup(told);
  await setState(context, 'frozen');
  const cast = await castMembers(told, groupId);
  await tellStory(told, { groupId, cast, clock, today, historyDays, zone: demoZone });
  await setState(context, 'demo');
  say('The demo group is ready at /demo.');
}

/** True when a whole demo is there. One that was broken off in the middle is frozen: it goes, to be made anew. */
async function isThere(context: Context): Promise<boolean> {
  return context.database.onServer(async (tx) => {
    const found = await tx.db
      .selectFrom('groups')
      .select(['id', 'state'])
      .where('slug', '=', demoSlug)
      .executeTakeFirst();
    if (found?.state === 'frozen') await removeDemo(tx.db, found.id);
    return found?.state === 'demo';
  });
}

async function setState(context: Context, state: 'frozen' | 'demo'): Promise<void> {
  await context.database.onServer((tx) =>
    tx.db.updateTable('groups').set({ state }).where('slug', '=', demoSlug).execute(),
  );
}

async function databaseNow(context: Context): Promise<Instant> {
  return context.database.onServer(async (tx) => tx.now);
}

function storyDatabase(context: Context, clock: StoryClock): Context['database'] {
  return openDatabase({
    pools: context.database.pools,
    clock: () => clock.now,
    writeJobs: async () => undefined,
    onError: context.report,
  });
}

async function startDemoGroup(context: Context): Promise<GroupId> {
  const [steward] = members;
  const started = await startGroup(
    context,
    { as: 'demo' },
    {
      ticks: ['pantry', 'drives', 'rides', 'repairs', 'visits', 'meals', 'storm'],
      name: 'Maple Hollow Neighbors',
      slug: demoSlug,
      areaLabel: 'Maple Hollow and the river road',
      languages: ['en', 'es'],
      zone: demoZone,
      country: 'US',
      steward: { handle: steward?.handle ?? '', phone: '+16085550100', mail: '' },
    },
  );
  if (!started.ok) throw new Error(`The demo group could not be started: ${started.refusal.code}`);
  return started.value.groupId;
}

/** Everybody in the group, as who they act; the steward is there already. */
async function castMembers(context: Context, groupId: GroupId): Promise<readonly Caller[]> {
  return context.database.forGroup(groupId, async (tx) => {
    const steward = await tx.db
      .selectFrom('members')
      .select(['id', 'person_id'])
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow();
    const cast: { memberId: MemberId; personId: PersonId }[] = [{ memberId: steward.id, personId: steward.person_id }];
    for (const { handle, role, mayVisit = false } of members.slice(1)) {
      const details = [{ field: 'handle', value: handle, audience: 'members' }] as const;
      const personId = await keepPerson(context, tx, { sort: 'member', details });
      const memberId = await insertMember(tx, { person_id: personId, role, state: 'active', may_visit: mayVisit });
      cast.push({ memberId, personId });
    }
    await tx.db
      .updateTable('group_settings')
      .set({
        about:
          'Neighbors along the river road who look in on each other. Pantry on Tuesdays and Saturdays, rides most days, ' +
          'and a storm crew that hopes to stay bored.',
        public_phone: '+16085550100',
        phone_holder_id: cast[1]?.memberId ?? null,
        duty_member_id: cast[1]?.memberId ?? null,
      })
      .where('group_id', '=', groupId)
      .execute();
    return cast.map((one, index) => {
      const { role, mayVisit } = members[index] ?? { role: 'member' as const, mayVisit: false };
      return { groupId, actor: { kind: 'member', ...one, role, teams: [], vetted: mayVisit ?? false } };
    });
  });
}

/** The id of the demo group, where this server has one. */
export async function findDemo(context: Context): Promise<GroupId | undefined> {
  const { rows } = await context.database.pools.app.query<{ id: string }>(
    `select id from groups where slug = $1 and state = 'demo'`,
    [demoSlug],
  );
  return parseId<GroupId>(rows[0]?.id);
}
