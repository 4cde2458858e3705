import type { Role } from '@barnraise/kernel/actor.ts';
import type { MemberId, PersonId, TeamId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canInvite, canManageMembers, canSeeMembers, canVet } from '@barnraise/kernel/group-policy.ts';
import { canTakeIn, isCoordinator } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { type Details, readDetails } from './read-details.ts';

export interface MemberLine {
  readonly id: MemberId;
  /** What members call them; empty for somebody who was invited and is not named. */
  readonly name: string;
  /** Only where the member shows it to all, or to a coordinator. */
  readonly phone: string | undefined;
  readonly role: Role;
  readonly state: 'invited' | 'active';
  readonly teams: readonly string[];
  readonly vetted: boolean;
  readonly isOnDuty: boolean;
  readonly hasPhone: boolean;
  readonly isSelf: boolean;
}

export interface MembersPage {
  readonly members: readonly MemberLine[];
  readonly teams: readonly string[];
  readonly may: { readonly invite: boolean; readonly manage: boolean; readonly setDuty: boolean };
}

type Refused = { readonly code: 'not-allowed' };

/** Who belongs, for everybody who belongs. Coordinators see phone numbers too, and that is written down. */
export async function membersPage(context: Context, caller: Caller): Promise<Outcome<MembersPage, Refused>> {
  const { actor } = caller;
  return context.database.decide<MembersPage, Refused>(caller.groupId, async (tx) => {
    if (!canSeeMembers(actor)) return refuse({ code: 'not-allowed' });
    const rows = await memberRows(tx);
    const names = await namesOf(
      context,
      tx,
      caller,
      rows.map((row) => row.person_id),
    );
    const duty = await dutyOf(tx);
    const teams = await teamNames(tx);
    const members = rows.map((row): MemberLine => ({
      id: row.id,
      name: names.get(row.person_id, 'handle') ?? names.get(row.person_id, 'name') ?? '',
      phone: names.get(row.person_id, 'phone'),
      role: row.role,
      state: row.state === 'invited' ? 'invited' : 'active',
      teams: teams.get(row.id) ?? [],
      vetted: row.may_visit,
      isOnDuty: duty.dutyMemberId === row.id,
      hasPhone: duty.phoneHolderId === row.id,
      isSelf: actor.kind === 'member' && actor.memberId === row.id,
    }));
    const may = { invite: canInvite(actor), manage: canManageMembers(actor), setDuty: canTakeIn(actor) };
    const allTeams = await tx.db
      .selectFrom('teams')
      .select('name')
      .where('group_id', '=', tx.groupId)
      .orderBy('name')
      .execute();
    return accept({ members: members.toSorted(byName), teams: allTeams.map((team) => team.name), may });
  });
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** As people look for each other; those who have no name yet come last. */
function byName(a: MemberLine, b: MemberLine): number {
  return Number(a.name === '') - Number(b.name === '') || compare(a.name, b.name);
}

export interface MemberPage {
  readonly member: MemberLine;
  readonly mail: string | undefined;
  readonly joinedAt: Instant;
  readonly teamIds: readonly TeamId[];
  readonly allTeams: readonly { readonly id: TeamId; readonly name: string }[];
  readonly may: { readonly manage: boolean; readonly vet: boolean };
}

/** One member, for those who lead or coordinate. */
export async function memberPage(
  context: Context,
  caller: Caller,
  input: { readonly memberId: MemberId },
): Promise<Outcome<MemberPage, Refused | { readonly code: 'not-found' }>> {
  const { actor } = caller;
  return context.database.decide<MemberPage, Refused | { readonly code: 'not-found' }>(caller.groupId, async (tx) => {
    if (!isCoordinator(actor)) return refuse({ code: 'not-allowed' });
    const row = (await memberRows(tx)).find((one) => one.id === input.memberId);
    if (!row) return refuse({ code: 'not-found' });
    const names = await namesOf(context, tx, caller, [row.person_id]);
    const duty = await dutyOf(tx);
    const teamIds = await tx.db
      .selectFrom('member_teams')
      .select('team_id')
      .where('group_id', '=', tx.groupId)
      .where('member_id', '=', row.id)
      .execute();
    const allTeams = await tx.db
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('group_id', '=', tx.groupId)
      .orderBy('name')
      .execute();
    return accept({
      member: {
        id: row.id,
        name: names.get(row.person_id, 'handle') ?? names.get(row.person_id, 'name') ?? '',
        phone: names.get(row.person_id, 'phone'),
        role: row.role,
        state: row.state === 'invited' ? 'invited' : 'active',
        teams: [],
        vetted: row.may_visit,
        isOnDuty: duty.dutyMemberId === row.id,
        hasPhone: duty.phoneHolderId === row.id,
        isSelf: actor.kind === 'member' && actor.memberId === row.id,
      },
      mail: names.get(row.person_id, 'mail'),
      joinedAt: row.created_at,
      teamIds: teamIds.map((team) => team.team_id),
      allTeams,
      may: { manage: canManageMembers(actor), vet: canVet(actor) },
    });
  });
}

async function memberRows(tx: GroupReader) {
  return tx.db
    .selectFrom('members')
    .select(['id', 'person_id', 'role', 'state', 'may_visit', 'created_at'])
    .where('group_id', '=', tx.groupId)
    .where('state', '!=', 'ended')
    .orderBy('id')
    .execute();
}

/** Names and numbers as far as the reader may see them: coordinators to call somebody, members what is shown to them. */
async function namesOf(
  context: Context,
  tx: Parameters<typeof readDetails>[1],
  { actor }: Caller,
  people: readonly PersonId[],
): Promise<Details> {
  return readDetails(context, tx, {
    actor,
    purpose: isCoordinator(actor) ? 'call-back' : 'members-list',
    fields: ['handle', 'name', 'phone', 'mail'],
    wanted: people.map((personId) => ({ personId })),
  });
}

async function dutyOf(tx: GroupReader) {
  const row = await tx.db
    .selectFrom('group_settings')
    .select(['duty_member_id', 'phone_holder_id'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  return { dutyMemberId: row.duty_member_id, phoneHolderId: row.phone_holder_id };
}

export async function teamNames(tx: GroupReader): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const rows = await tx.db
    .selectFrom('member_teams as mt')
    .innerJoin('teams as t', (join) => join.onRef('t.group_id', '=', 'mt.group_id').onRef('t.id', '=', 'mt.team_id'))
    .select(['mt.member_id', 't.name'])
    .where('mt.group_id', '=', tx.groupId)
    .orderBy('t.name')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.member_id)].map(([id, teams]) => [id, teams.map((team) => team.name)]),
  );
}
