import { randomBytes } from 'node:crypto';

import { emergencyLines } from '@barnraise/kernel/emergency-lines.ts';
import { starterPlan } from '@barnraise/kernel/group.ts';
import { type GroupId, idRandomBytes, newId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { takeTicket } from '../database/limits.ts';
import { wordsFor } from '../words/words.ts';
import { addressFault } from './group-address.ts';
import type { GroupToStart, StartedGroup, Starter, StartRefusal } from './group-to-start.ts';
import { insertCatalogKinds } from './kind-table.ts';
import { makeSteward } from './make-steward.ts';
import { insertTeam } from './member-table.ts';
import { sheetOfForm } from './recovery-sheet.ts';
import { hashToken } from './secret-token.ts';
import { serverTables } from './server-tables.ts';
import { sessionOfForm } from './session-table.ts';
import { insertSettings } from './settings-table.ts';

/** A class of ten who try it out in one room may; a program that fills the server with groups may not. */
const startLimit = { capacity: 10, refillPerMinute: 1 / 30 };

/**
 * Sets a whole group up in one transaction: keys, settings, the kinds and teams that follow from the ticks, its steward
 * with a login, a session and a recovery sheet. Either all of it is there or nothing.
 */
export async function startGroup(
  context: Context,
  starter: Starter,
  group: GroupToStart,
): Promise<Outcome<StartedGroup, StartRefusal>> {
  const fault = addressFault(group.slug);
  if (fault && starter.as !== 'demo') return refuse({ code: 'address-not-good', fault });
  if (starter.address !== undefined) {
    const bucket = `start-group:${hashToken(starter.address).toString('base64url').slice(0, 22)}`;
    const ticket = await takeTicket(context.database, bucket, 1, startLimit);
    if (!ticket.ok) return refuse({ code: 'too-many-tries', retryAfterSeconds: ticket.retryAfterSeconds });
  }
  const groupId = newId<GroupId>(Date.now(), randomBytes(idRandomBytes));
  return context.database.decide<StartedGroup, StartRefusal>(groupId, async (tx) => {
    // One at a time: of two visitors on an empty server only the first finds it empty.
    await sql`select pg_advisory_xact_lock(hashtext('start-group'))`.execute(tx.db);
    const repeated = await startedBefore(tx, starter.formKey, group.slug);
    if (repeated) return accept(repeated);
    const refusal = await whyNot(context, tx, starter, group.slug);
    if (refusal) return refuse(refusal);
    await serverTables(tx)
      .insertInto('groups')
      .values({
        id: groupId,
        slug: group.slug,
        name: group.name,
        state: starter.as === 'demo' ? 'demo' : 'active',
        created_at: at(tx.now),
      })
      .execute();
    await context.vault.startGroup(tx);
    await setUp(tx, group);
    return accept({ groupId, slug: group.slug, ...(await makeSteward(context, tx, starter, group)) });
  });
}

/** Whether a visitor may start a group on this server now. */
export async function mayStartGroup(context: Pick<Context, 'config' | 'database'>): Promise<boolean> {
  if (context.config.allowNewGroups) return true;
  const { rows } = await context.database.pools.app.query(`select 1 from groups where state <> 'demo' limit 1`);
  return rows.length === 0;
}

/** The group that an earlier sending of the same form started. */
async function startedBefore(
  tx: GroupTransaction,
  formKey: string | undefined,
  slug: string,
): Promise<StartedGroup | undefined> {
  const db = serverTables(tx);
  const session = await sessionOfForm({ db, now: tx.now }, formKey);
  if (!session || formKey === undefined) return undefined;
  const group = await db
    .selectFrom('login_members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(['g.id', 'm.member_id'])
    .where('m.login_id', '=', session.loginId)
    .where('g.slug', '=', slug)
    .executeTakeFirst();
  if (!group) return undefined;
  const { token: sessionToken, loginId } = session;
  return { groupId: group.id, slug, memberId: group.member_id, loginId, sessionToken, sheet: sheetOfForm(formKey) };
}

async function whyNot(
  context: Context,
  tx: GroupTransaction,
  { as }: Starter,
  slug: string,
): Promise<StartRefusal | undefined> {
  const groups = serverTables(tx).selectFrom('groups').select('id');
  if (as === 'visitor' && !context.config.allowNewGroups) {
    if (await groups.where('state', '!=', 'demo').limit(1).executeTakeFirst()) return { code: 'new-groups-closed' };
  }
  return (await groups.where('slug', '=', slug).executeTakeFirst()) ? { code: 'address-taken' } : undefined;
}

async function setUp(tx: GroupTransaction, group: GroupToStart): Promise<void> {
  const plan = starterPlan(group.ticks);
  await insertSettings(tx, {
    ticks: [...group.ticks],
    languages: [...group.languages],
    zone: group.zone,
    country: group.country,
    emergency_number: emergencyLines(group.country).emergency,
    area_label: group.areaLabel,
    created_at: at(tx.now),
  });
  await insertCatalogKinds(tx, plan.kindCodes);
  const words = wordsFor(group.languages[0] ?? 'en');
  for (const team of plan.teams) await insertTeam(tx, words(`start.team-${team}`));
}
