import type { GroupId, MemberId } from '@barnraise/kernel/ids.ts';

import { noMailChannel } from '../../server/src/messaging/no-mail-channel.ts';
import { acceptInvitation, type Joining } from '../../server/src/people/accept-invitation.ts';
import { inviteMember, type Invitee } from '../../server/src/people/invite-member.ts';
import { actorFor, readSession, type Session } from '../../server/src/people/session.ts';
import type { GroupToStart, StartedGroup } from '../../server/src/people/group-to-start.ts';
import { startGroup } from '../../server/src/people/start-group.ts';
import type { Caller } from '../../server/src/record/caller.ts';
import { freshDatabase } from '../store/database.ts';

/** The last part of an address: the token of a private link. */
export const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';

/**
 * Two groups with a steward each, made the way visitors make them, and the ways in which others come to them. Call it at
 * the top of a test file, as `freshDatabase`.
 */
export async function peopleRoom() {
  /** Sessions go by the database's clock, so ours starts there and only runs ahead. */
  const clock = { now: Date.now() };
  /** Says that it sends, so that links are made; the tests take them from the vault. */
  const mail = { ...noMailChannel(), sends: true };
  const { context, database, owner } = await freshDatabase({ mail, clock: () => clock.now });
  const open = { ...context, config: { ...context.config, allowNewGroups: true } };

  const harbor: GroupToStart = {
    ticks: ['pantry', 'rides'],
    name: 'Harbor Street Pantry',
    slug: 'harbor-street',
    areaLabel: 'Harbor Street',
    languages: ['en', 'es'],
    zone: 'America/New_York',
    country: 'US',
    steward: { handle: 'Rosa', phone: '304-555-0142', mail: 'rosa@example.org' },
  };
  const visit = { address: '192.0.2.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

  async function started(group: Partial<GroupToStart> = {}): Promise<StartedGroup> {
    const outcome = await startGroup(open, { as: 'visitor', userAgent: visit.userAgent }, { ...harbor, ...group });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  }
  const callerOf = async ({
    groupId,
    sessionToken,
  }: Pick<StartedGroup, 'groupId' | 'sessionToken'>): Promise<Caller> => ({
    groupId,
    actor: await actorFor(context, sessionToken, groupId),
  });
  const sessionOf = async (token: string): Promise<Session> => {
    const session = await readSession(context, token);
    if (!session) throw new Error('no session');
    return session;
  };
  /** What stands in the newest mail that waits for a member: the path of its link. */
  async function mailedLink(groupId: GroupId, template: string): Promise<string> {
    return database.forGroup(groupId, async (tx) => {
      const message = await tx.db
        .selectFrom('messages')
        .select(['id', 'person_id'])
        .where('group_id', '=', groupId)
        .where('template', '=', template)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      // Ids of one millisecond have no order: what is queued next must come after this.
      clock.now += 1;
      const [link] = await context.vault.open(tx, { subjectIds: [message.id], fields: ['link'] });
      return link?.value ?? '';
    });
  }

  const first = await startGroup(context, { as: 'visitor', ...visit }, harbor);
  if (!first.ok) throw new Error(first.refusal.code);
  const here = first.value;
  const there = await started({
    slug: 'mill-valley',
    name: 'Mill Valley',
    steward: { handle: 'Del', phone: '', mail: '' },
  });
  const steward = await callerOf(here);
  const foreign = await callerOf(there);

  const invitee: Invitee = { role: 'member', handle: '', mail: '', uses: 1, language: 'en' };
  async function invited(change: Partial<Invitee> = {}, caller = steward) {
    clock.now += 1;
    const outcome = await inviteMember(context, caller, { ...invitee, ...change });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return { ...outcome.value, token: tokenOf(outcome.value.path) };
  }
  const joining = (token: string, pin: string, change: Partial<Joining> = {}): Joining => ({
    token,
    pin,
    handle: 'Ana',
    phone: '',
    mail: '',
    language: 'es',
    userAgent: visit.userAgent,
    ...change,
  });
  async function joined(
    change: Partial<Invitee> = {},
  ): Promise<Caller & { readonly memberId: MemberId; readonly token: string }> {
    const invitation = await invited(change);
    const outcome = await acceptInvitation(context, here.groupId, joining(invitation.token, invitation.pin));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const caller = await callerOf({ groupId: here.groupId, sessionToken: outcome.value.sessionToken });
    return { ...caller, memberId: outcome.value.memberId, token: outcome.value.sessionToken };
  }

  return {
    context,
    open,
    database,
    owner,
    clock,
    harbor,
    visit,
    here,
    there,
    steward,
    foreign,
    invitee,
    started,
    callerOf,
    sessionOf,
    mailedLink,
    invited,
    joining,
    joined,
  };
}
