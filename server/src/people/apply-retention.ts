import type { GroupId, PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import {
  dueForErasure,
  type RetainedDetail,
  retentionDaysMin,
  type RetentionPlan,
  type RetentionPurpose,
  retentionPurposes,
} from '@barnraise/kernel/retention.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { asOf, at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { eraseNow } from './erase-now.ts';
import { sortsWithout } from './person-tokens.ts';

/** People looked at in one transaction. */
const peoplePerPage = 500;

/**
 * The job: erases what had an end of its own, then, detail by detail, what no purpose keeps any more, and whoever has no
 * detail left. It counts from the
 * person's last visit, spares what is in use or held by law, and leaves members to their own.
 */
export async function applyRetention(context: Context, job: { readonly groupId: GroupId }): Promise<void> {
  await context.database.forGroup(job.groupId, dropExpired);
  let after: Candidate | undefined;
  do {
    after = await context.database.forGroup(job.groupId, async (tx) => {
      const plan = await retentionPlan(tx);
      const page = await overdueCandidates(tx, after);
      for (const person of page) await retain(context, tx, person, plan);
      return page.length === peoplePerPage ? page.at(-1) : undefined;
    });
  } while (after);
}

/** How long this group keeps what, as far as it differs from the usual. Anything that is no number of days is left out. */
export async function retentionPlan(tx: GroupReader): Promise<RetentionPlan> {
  const row = await tx.db
    .selectFrom('group_settings')
    .select('retention')
    .where('group_id', '=', tx.groupId)
    .executeTakeFirst();
  const chosen = (row?.retention ?? {}) as Readonly<Record<string, unknown>>;
  const entries = retentionPurposes.flatMap((purpose) => {
    const days = chosen[purpose];
    return typeof days === 'number' && Number.isSafeInteger(days) ? [[purpose, days] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What was kept until a day that has passed: nobody can open it any more, and now it is gone as well. */
async function dropExpired(tx: GroupTransaction): Promise<void> {
  await tx.db
    .deleteFrom('vault_entries')
    .where('group_id', '=', tx.groupId)
    .where('expires_at', '<=', asOf(tx.now))
    .execute();
}

interface Candidate {
  readonly id: PersonId;
  readonly lastVisitAt: Instant;
  readonly heldUntil: Instant | null;
  readonly inUse: boolean;
}

/** Nobody is touched before the shortest time a purpose may last; so most people are never looked at. */
async function overdueCandidates(tx: GroupReader, after: Candidate | undefined): Promise<readonly Candidate[]> {
  const rows = await tx.db
    .selectFrom('persons as p')
    .select(['p.id', 'p.last_visit_at', 'p.held_until', inUse.as('in_use')])
    .where('p.group_id', '=', tx.groupId)
    .where('p.erased_at', 'is', null)
    .where('p.last_visit_at', '<', asOf(tx.now - retentionDaysMin * dayMs))
    .where(sql<boolean>`exists (select from vault_entries e where e.group_id = p.group_id and e.person_id = p.id)`)
    .where(
      sql<boolean>`not exists (select from members m where m.group_id = p.group_id and m.person_id = p.id and m.state <> 'ended')`,
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(p.last_visit_at, p.id) > (${at(after?.lastVisitAt ?? 0)}, ${after?.id})`),
    )
    .orderBy('p.last_visit_at')
    .orderBy('p.id')
    .limit(peoplePerPage)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lastVisitAt: row.last_visit_at,
    heldUntil: row.held_until,
    inUse: row.in_use,
  }));
}

/** A request that is not closed, a commitment that is not over, an offer that stands: then the details are needed. */
const inUse = sql<boolean>`(
  exists (select from requests r where r.group_id = p.group_id and r.person_id = p.id and r.state <> 'closed')
  or exists (
    select from commitments c where c.group_id = p.group_id and c.person_id = p.id
      and c.state in ('offered', 'accepted', 'started'))
  or exists (
    select from offers o where o.group_id = p.group_id and o.person_id = p.id and o.state = 'active'))`;

async function retain(context: Context, tx: GroupTransaction, person: Candidate, plan: RetentionPlan): Promise<void> {
  const entries = await tx.db
    .selectFrom('vault_entries')
    .select(['id', 'field', 'purpose'])
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', person.id)
    .execute();
  const holds = person.heldUntil === null ? [] : [{ program: '', law: '', endsAt: person.heldUntil }];
  const details = entries.map((entry): RetainedDetail<string> => ({
    key: entry.id,
    purposes: [isPurpose(entry.purpose) ? entry.purpose : 'deliver-help'],
    lastVisitAt: person.lastVisitAt,
    nextVisitAt: null,
    inUse: person.inUse,
    holds,
  }));
  const due = dueForErasure(details, tx.now, plan);
  if (due.length === 0) return;
  if (due.length === details.length) {
    // A refusal (held, a member again since) is right here: the next run looks again.
    await eraseNow(context, tx, { personId: person.id, actor: { kind: 'system' }, cause: 'retention' });
    return;
  }
  await tx.db.deleteFrom('vault_entries').where('group_id', '=', tx.groupId).where('id', 'in', due).execute();
  // What is gone is not found by either.
  const left = entries.filter((entry) => !due.includes(entry.id)).map((entry) => entry.field);
  await context.vault.putTokens(tx, person.id, [], sortsWithout(left));
}

function isPurpose(text: string): text is RetentionPurpose {
  return retentionPurposes.some((purpose) => purpose === text);
}
