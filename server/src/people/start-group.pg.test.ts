import type { GroupId, KindId, MemberId } from '@barnraise/kernel/ids.ts';
import { minuteMs } from '@barnraise/kernel/instant.ts';
import { parseId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase } from '../../../tests/store/database.ts';
import { noMailChannel } from '../messaging/no-mail-channel.ts';
import type { Caller } from '../record/caller.ts';
import { undoAct } from '../record/undo-act.ts';
import { acceptInvitation, invitationState, type Joining, wrongPinsMax } from './accept-invitation.ts';
import { addTeam } from './add-team.ts';
import { addKind, changeKind } from './change-kind.ts';
import { changeOwnDetails } from './change-own-details.ts';
import { changeRole, vetMember } from './change-role.ts';
import { changeSettings, type GroupSettings } from './change-settings.ts';
import { endAllSessions, endSession, listSessions } from './end-session.ts';
import { endInvitation, openInvitations } from './end-invitation.ts';
import { endMembership } from './end-membership.ts';
import { findGroup } from './find-group.ts';
import { inviteMember, type Invitee } from './invite-member.ts';
import { recoverSteward } from './recover-steward.ts';
import { requestSignInLink } from './request-sign-in-link.ts';
import { actorFor, readSession, type Session } from './session.ts';
import { hashToken } from './secret-token.ts';
import { dropEndedSessions } from './session-table.ts';
import { setDuty } from './set-duty.ts';
import { type GroupToStart, mayStartGroup, startGroup, type StartedGroup } from './start-group.ts';
import { peopleUndoers } from './undo.ts';
import { signInLinkWorks, useRecoveryCode, useSignInLink } from './use-sign-in-link.ts';

/** Sessions go by the database's clock, so ours starts there and only runs ahead. */
let clock = Date.now();
/** Says that it sends, so that links are made; the tests take them from the vault. */
const mail = { ...noMailChannel(), sends: true };
const { context, database, owner } = await freshDatabase({ mail, undoers: peopleUndoers, clock: () => clock });
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
    const [link] = await context.vault.open(tx, { subjectIds: [message.id], fields: ['link'] });
    return link?.value ?? '';
  });
}
const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';

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

describe('starting a group', () => {
  test('sets everything up at once: kinds from the ticks, teams, keys, steward', async () => {
    const kinds = await owner.query('select code, on_ask_form from kinds where group_id = $1 order by position', [
      here.groupId,
    ]);
    expect(kinds.rows).toContainEqual({ code: 'goods.food.box', on_ask_form: true });
    expect(kinds.rows).toContainEqual({ code: 'work.shift.pantry', on_ask_form: false });
    const teams = await owner.query('select name from teams where group_id = $1 order by id', [here.groupId]);
    expect(teams.rows).toEqual(expect.arrayContaining([{ name: 'Drivers' }, { name: 'Pantry' }]));
    const group = await owner.query('select public_key is not null as has_key, state from groups where id = $1', [
      here.groupId,
    ]);
    expect(group.rows).toEqual([{ has_key: true, state: 'active' }]);
    expect(await findGroup(context, 'harbor-street')).toMatchObject({
      id: here.groupId,
      emergencyNumber: '911',
      languages: ['en', 'es'],
    });
    expect(steward.actor).toMatchObject({ kind: 'member', role: 'steward' });
  });

  test('an online group without an area is as welcome as a street', async () => {
    const online = await started({
      slug: 'night-owls',
      ticks: ['online-forum'],
      areaLabel: '',
      country: 'DE',
      zone: 'Europe/Berlin',
    });
    expect(await findGroup(context, 'night-owls')).toMatchObject({ areaLabel: '', emergencyNumber: '112' });
    expect(await actorFor(context, online.sessionToken, here.groupId)).toEqual({ kind: 'public' });
  });

  test("a second group needs the operator's word", async () => {
    expect(await mayStartGroup(context)).toBe(false);
    expect(await startGroup(context, { as: 'visitor' }, { ...harbor, slug: 'another' })).toMatchObject({
      refusal: { code: 'new-groups-closed' },
    });
    expect(await mayStartGroup(open)).toBe(true);
    expect(await startGroup(context, { as: 'operator' }, { ...harbor, slug: 'by-operator' })).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['harbor-street', 'address-taken'],
    ['sign-in', 'address-not-good'],
    ['demo', 'address-not-good'],
    ['A b', 'address-not-good'],
  ])('the address %s is refused: %s', async (slug, code) => {
    const before = await owner.query('select count(*)::int as n from groups');
    expect(await startGroup(open, { as: 'visitor' }, { ...harbor, slug })).toMatchObject({ refusal: { code } });
    expect((await owner.query('select count(*)::int as n from groups')).rows).toEqual(before.rows);
  });

  test('the same form sent again gets the same group, cookie and sheet', async () => {
    const formKey = '5b3a1c0e-8f1d-4f0a-9a57-0a1d5b1c2d3e';
    const group = { ...harbor, slug: 'sent-twice' };
    const send = () => startGroup(open, { as: 'visitor', formKey }, group);
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(await useRecoveryCode(context, { code: first.value.sheet.codes[2] ?? '', visit })).toMatchObject({
      ok: true,
    });
    expect(await startGroup(open, { as: 'visitor', formKey: 'another' }, group)).toMatchObject({
      refusal: { code: 'address-taken' },
    });
  });

  test('nobody fills the server with groups from one place', async () => {
    const crowd = { as: 'visitor', userAgent: '', address: '203.0.113.9' } as const;
    for (let index = 0; index < 10; index += 1) await startGroup(open, crowd, { ...harbor, slug: 'harbor-street' });
    expect(await startGroup(open, crowd, { ...harbor, slug: 'one-more' })).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
  });

  test('of several at once with one address exactly one is made', async () => {
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => startGroup(open, { as: 'visitor' }, { ...harbor, slug: 'rushed' })),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
  });
});

describe('signing in', () => {
  test('the recovery sheet works, each part once, also typed carelessly', async () => {
    const { sheet } = await started({ slug: 'sheet-group' });
    const code = sheet.codes[0] ?? '';
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(await useRecoveryCode(context, { code: typed, visit })).toMatchObject({
      ok: true,
      value: { slug: 'sheet-group' },
    });
    expect(await useRecoveryCode(context, { code, visit })).toMatchObject({ refusal: { code: 'link-used-up' } });
    expect(await useRecoveryCode(context, { code: 'ABCD', visit })).toMatchObject({
      refusal: { code: 'not-a-recovery-code' },
    });
    expect(await useSignInLink(context, { token: sheet.linkToken, visit })).toMatchObject({ ok: true });
    expect(await useSignInLink(context, { token: sheet.linkToken, visit })).toMatchObject({
      refusal: { code: 'link-used-up' },
    });
    expect(await useSignInLink(context, { token: '../x', visit })).toMatchObject({ refusal: { code: 'link-used-up' } });
  });

  test('a form sent twice over a bad line signs in both times, and once', async () => {
    const { sheet } = await started({ slug: 'bad-line' });
    const send = (formKey: string) => useSignInLink(context, { token: sheet.linkToken, visit: { ...visit, formKey } });
    const [first, second] = [await send('key-one'), await send('key-one')];
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await send('key-two')).toMatchObject({ refusal: { code: 'link-used-up' } });
  });

  test('a link proves the mailbox it was mailed to, and no other', async () => {
    const group = await started({ slug: 'two-mails', steward: { handle: 'Eve', phone: '', mail: 'eve@example.org' } });
    const token = tokenOf(await mailedLink(group.groupId, 'confirmMail'));
    const caller = await callerOf(group);
    const details = { handle: 'Eve', phone: '', phoneIsShown: false, mail: 'victim@example.org', language: 'en' };
    expect(await changeOwnDetails(context, caller, details)).toMatchObject({ ok: true });
    expect(await useSignInLink(context, { token, visit })).toMatchObject({ ok: true });
    const proved = async (mail: string): Promise<boolean> => {
      const hash = context.vault.server.hash('mail', mail);
      return (await owner.query('select 1 from logins where mail_hash = $1', [hash])).rowCount === 1;
    };
    expect(await proved('victim@example.org')).toBe(false);
    const second = tokenOf(await mailedLink(group.groupId, 'confirmMail'));
    await useSignInLink(context, { token: second, visit });
    expect(await proved('victim@example.org')).toBe(true);
  });

  test('sessions and links that are over are taken away', async () => {
    const { sessionToken } = await started({ slug: 'over-soon' });
    await owner.query(`update sessions set expires_at = now() - interval '1 minute' where token_hash = $1`, [
      hashToken(sessionToken),
    ]);
    await dropEndedSessions(database);
    expect(
      (await owner.query('select 1 from sessions where token_hash = $1', [hashToken(sessionToken)])).rowCount,
    ).toBe(0);
    expect(await readSession(context, here.sessionToken)).toBeDefined();
  });

  test('codes cannot be tried out', async () => {
    const attacker = { ...visit, address: '198.51.100.1' };
    const tries = [];
    for (let index = 0; index < 12; index += 1)
      tries.push(await useRecoveryCode(context, { code: 'AAAA', visit: attacker }));
    expect(tries.at(-1)).toMatchObject({ refusal: { code: 'too-many-tries' } });
  });

  test('a mailed link works once, for a quarter of an hour, and looking at it uses nothing up', async () => {
    const group = await started({ slug: 'mail-group', steward: { handle: 'Bo', phone: '', mail: 'bo@example.org' } });
    // Not before the address is confirmed.
    expect(await requestSignInLink(context, { mail: 'bo@example.org', address: visit.address })).toMatchObject({
      ok: true,
    });
    await expect(mailedLink(group.groupId, 'signIn')).rejects.toThrow();
    const check = tokenOf(await mailedLink(group.groupId, 'confirmMail'));
    expect(await useSignInLink(context, { token: check, visit })).toMatchObject({ ok: true });

    expect(await requestSignInLink(context, { mail: ' BO@example.org', address: visit.address })).toMatchObject({
      ok: true,
    });
    const token = tokenOf(await mailedLink(group.groupId, 'signIn'));
    expect(await signInLinkWorks(context, token)).toBe(true);
    expect(await signInLinkWorks(context, token)).toBe(true);
    const used = await Promise.all([1, 2, 3].map(() => useSignInLink(context, { token, visit })));
    expect(used.filter((one) => one.ok)).toHaveLength(1);
    expect(await signInLinkWorks(context, token)).toBe(false);

    await requestSignInLink(context, { mail: 'bo@example.org', address: visit.address });
    const late = tokenOf(await mailedLink(group.groupId, 'signIn'));
    clock += 16 * minuteMs;
    expect(await useSignInLink(context, { token: late, visit })).toMatchObject({ refusal: { code: 'link-used-up' } });
  });

  test('nobody learns from the answer who belongs here, and no mailbox is buried', async () => {
    expect(await requestSignInLink(context, { mail: 'nobody@example.org', address: visit.address })).toEqual({
      ok: true,
      value: null,
    });
    expect(await requestSignInLink(context, { mail: 'not a mail', address: visit.address })).toMatchObject({
      refusal: { code: 'not-a-mail' },
    });
    expect(
      await requestSignInLink({ ...context, mail: noMailChannel() }, { mail: 'a@example.org', address: visit.address }),
    ).toMatchObject({
      refusal: { code: 'no-mail-here' },
    });
    for (let index = 0; index < 5; index += 1)
      await requestSignInLink(context, { mail: 'flood@example.org', address: visit.address });
    expect(await requestSignInLink(context, { mail: 'flood@example.org', address: visit.address })).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
  });

  test('sessions are listed, ended one by one and everywhere; tokens are nowhere', async () => {
    const { sheet, sessionToken } = await started({ slug: 'session-group' });
    const second = await useSignInLink(context, { token: sheet.linkToken, visit });
    if (!second.ok) throw new Error(second.refusal.code);
    const session = await sessionOf(sessionToken);
    const lines = await listSessions(context, session);
    expect(lines).toMatchObject([{ isThisOne: true, device: 'Firefox, Linux' }, { isThisOne: false }]);
    const { rows } = await owner.query('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(sessionToken);
    await endSession(context, session, lines[1]?.name);
    expect(await readSession(context, second.value.sessionToken)).toBeUndefined();
    await endAllSessions(context, session);
    expect(await readSession(context, sessionToken)).toBeUndefined();
    expect(await readSession(context, 'x')).toBeUndefined();
    expect(await readSession(context, undefined)).toBeUndefined();
  });

  test('the operator lets a steward in again, and the group sees it', async () => {
    const recovered = await recoverSteward(context, { slug: 'mill-valley' });
    if (!recovered.ok) throw new Error(recovered.refusal.code);
    const token = tokenOf(recovered.value.path);
    expect(await useSignInLink(context, { token, visit })).toMatchObject({ ok: true, value: { slug: 'mill-valley' } });
    const { rows } = await owner.query(`select verb from audit_entries where group_id = $1 order by id`, [
      there.groupId,
    ]);
    expect(rows.map((row) => row.verb)).toEqual(expect.arrayContaining(['recover-steward', 'sign-in-by-recovery']));
    expect(await recoverSteward(context, { slug: 'nowhere' })).toMatchObject({ refusal: { code: 'group-not-found' } });
  });
});

describe('invitations', () => {
  test('a named one makes the member with that role', async () => {
    const coordinator = await joined({ role: 'coordinator', handle: 'Ana' });
    expect(coordinator.actor).toMatchObject({ kind: 'member', role: 'coordinator' });
    const { rows } = await owner.query('select count(*)::int as n from members where id = $1', [coordinator.memberId]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('a wrong PIN is counted however many try, and five make it void', async () => {
    const { token, pin } = await invited();
    const wrong = pin === '0000' ? '1111' : '0000';
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => acceptInvitation(context, here.groupId, joining(token, wrong))),
    );
    expect(tries.filter((one) => !one.ok && one.refusal.code === 'wrong-pin')).toHaveLength(wrongPinsMax);
    expect(await acceptInvitation(context, here.groupId, joining(token, pin))).toMatchObject({
      refusal: { code: 'invitation-over' },
    });
    expect(await database.readGroup(here.groupId, (tx) => invitationState(tx, token))).toBeUndefined();
  });

  test('works once, or as often as it says, and never in another group', async () => {
    const single = await invited();
    expect(await acceptInvitation(context, there.groupId, joining(single.token, single.pin))).toMatchObject({
      refusal: { code: 'invitation-over' },
    });
    const poster = await invited({ uses: 3 });
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => acceptInvitation(context, here.groupId, joining(poster.token, poster.pin))),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(3);
  });

  test('ends with its time, and when it is undone', async () => {
    const late = await invited();
    const undone = await invited();
    expect(await undoAct(context, steward, { actId: undone.actId })).toMatchObject({ ok: true });
    expect(await acceptInvitation(context, here.groupId, joining(undone.token, undone.pin))).toMatchObject({
      refusal: { code: 'invitation-over' },
    });
    clock += 15 * 24 * 60 * minuteMs;
    expect(await acceptInvitation(context, here.groupId, joining(late.token, late.pin))).toMatchObject({
      refusal: { code: 'invitation-over' },
    });
  });

  test('open ones are listed and made worthless, by those who may invite', async () => {
    const invitation = await invited({ uses: 5 });
    const end = (caller: Caller) => endInvitation(context, caller, invitation);
    expect((await openInvitations(context, steward)).map((one) => one.id)).toContain(invitation.invitationId);
    expect(await openInvitations(context, await joined())).toEqual([]);
    expect(await end(await joined())).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await end(foreign)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await end(steward)).toMatchObject({ ok: true });
    expect((await openInvitations(context, steward)).map((one) => one.id)).not.toContain(invitation.invitationId);
    expect(await acceptInvitation(context, here.groupId, joining(invitation.token, invitation.pin))).toMatchObject({
      refusal: { code: 'invitation-over' },
    });
  });

  test('the form of a joining member may come twice', async () => {
    const { token, pin } = await invited();
    const send = () => acceptInvitation(context, here.groupId, joining(token, pin, { formKey: 'join-key' }));
    const [first, second] = [await send(), await send()];
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  });

  test('a login joins a group once', async () => {
    const { token, pin } = await invited();
    const { loginId } = await sessionOf(here.sessionToken);
    expect(await acceptInvitation(context, here.groupId, joining(token, pin, { loginId }))).toMatchObject({
      refusal: { code: 'already-a-member' },
    });
    expect(await acceptInvitation(context, here.groupId, joining(token, pin, { mail: 'x' }))).toMatchObject({
      refusal: { code: 'not-a-mail' },
    });
    expect(await acceptInvitation(context, here.groupId, joining(token, pin))).toMatchObject({ ok: true });
  });

  test('who may invite whom', async () => {
    const coordinator = await joined({ role: 'coordinator', handle: 'C' });
    const plain = await joined();
    const invite = (caller: Caller, change: Partial<Invitee>) =>
      inviteMember(context, caller, { ...invitee, ...change });
    expect(await invite(coordinator, {})).toMatchObject({ ok: true });
    expect(await invite(coordinator, { role: 'treasurer', handle: 'T' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await invite(plain, {})).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await invite(steward, { role: 'treasurer' })).toMatchObject({ refusal: { code: 'name-needed' } });
    expect(await invite(steward, { role: 'treasurer', handle: 'T', uses: 2 })).toMatchObject({
      refusal: { code: 'one-person-for-a-role' },
    });
    expect(await invite(steward, { handle: 'T', mail: 'nope' })).toMatchObject({ refusal: { code: 'not-a-mail' } });
  });

  test('one that is mailed holds no PIN and no token in clear', async () => {
    const { token, pin } = await invited({ handle: 'Mia', mail: 'mia@example.org' });
    expect(tokenOf(await mailedLink(here.groupId, 'invitation'))).toBe(token);
    const { rows } = await owner.query('select * from messages');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(`"${pin}"`);
  });
});

describe('members', () => {
  const role = (caller: Caller, memberId: MemberId, to: 'steward' | 'coordinator' | 'member') =>
    changeRole(context, caller, { memberId, role: to, teamIds: [] });

  test('the last steward stays, whichever way', async () => {
    const { memberId } = here;
    expect(await role(steward, memberId, 'member')).toMatchObject({ refusal: { code: 'last-steward' } });
    expect(await endMembership(context, steward, { memberId })).toMatchObject({ refusal: { code: 'last-steward' } });
  });

  test('two stewards cannot both leave at the same moment', async () => {
    const group = await started({ slug: 'two-leads' });
    const one = await callerOf(group);
    const invitation = await inviteMember(context, one, { ...invitee, role: 'steward', handle: 'Two' });
    if (!invitation.ok) throw new Error(invitation.refusal.code);
    const two = await acceptInvitation(
      context,
      group.groupId,
      joining(tokenOf(invitation.value.path), invitation.value.pin),
    );
    if (!two.ok) throw new Error(two.refusal.code);
    const left = await Promise.all(
      [group.memberId, two.value.memberId].map((memberId) => endMembership(context, one, { memberId })),
    );
    expect(left.filter((each) => each.ok)).toHaveLength(1);
  });

  test('a role and teams are changed by a steward, and undone', async () => {
    const plain = await joined();
    expect(await role(plain, plain.memberId, 'steward')).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await role(foreign, plain.memberId, 'steward')).toMatchObject({ refusal: { code: 'not-found' } });
    const changed = await role(steward, plain.memberId, 'coordinator');
    expect(await actorFor(context, plain.token, here.groupId)).toMatchObject({ role: 'coordinator' });
    if (!changed.ok) throw new Error(changed.refusal.code);
    expect(await undoAct(context, steward, changed.value)).toMatchObject({ ok: true });
    expect(await actorFor(context, plain.token, here.groupId)).toMatchObject({ role: 'member' });
  });

  test('whoever leaves is out at once, and an undo lets them in again', async () => {
    const plain = await joined();
    expect(await endMembership(context, await joined(), plain)).toMatchObject({ refusal: { code: 'not-allowed' } });
    const ended = await endMembership(context, plain, plain);
    expect(await actorFor(context, plain.token, here.groupId)).toEqual({ kind: 'public' });
    if (!ended.ok) throw new Error(ended.refusal.code);
    expect(await undoAct(context, steward, ended.value)).toMatchObject({ ok: true });
    expect(await actorFor(context, plain.token, here.groupId)).toMatchObject({ kind: 'member' });
    expect(await endMembership(context, foreign, plain)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('a team is made once, by a steward', async () => {
    const added = await addTeam(context, steward, { name: 'Night crew' });
    expect(added).toMatchObject({ ok: true });
    expect(await addTeam(context, steward, { name: 'Night crew' })).toEqual(added);
    expect(await addTeam(context, steward, { name: '' })).toMatchObject({ refusal: { code: 'name-needed' } });
    expect(await addTeam(context, await joined(), { name: 'X' })).toMatchObject({ refusal: { code: 'not-allowed' } });
  });

  test("approval for visits is a coordinator's", async () => {
    const plain = await joined();
    expect(await vetMember(context, plain, { memberId: plain.memberId, vetted: true })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await vetMember(context, foreign, { memberId: plain.memberId, vetted: true })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await vetMember(context, steward, { memberId: plain.memberId, vetted: true })).toMatchObject({ ok: true });
    expect(await actorFor(context, plain.token, here.groupId)).toMatchObject({ vetted: true });
  });

  test('duty goes to coordinators, is passed on, and ends with the membership', async () => {
    const coordinator = await joined({ role: 'coordinator', handle: 'On duty' });
    const plain = await joined();
    const duty = (memberId: MemberId | null) => ({ dutyMemberId: memberId, phoneHolderId: memberId });
    expect(await setDuty(context, plain, duty(coordinator.memberId))).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await setDuty(context, steward, duty(plain.memberId))).toMatchObject({
      refusal: { code: 'not-a-coordinator' },
    });
    expect(await setDuty(context, foreign, duty(coordinator.memberId))).toMatchObject({
      refusal: { code: 'not-a-coordinator' },
    });
    expect(await setDuty(context, coordinator, duty(coordinator.memberId))).toMatchObject({ ok: true });
    await endMembership(context, steward, coordinator);
    const { rows } = await owner.query(
      'select duty_member_id, phone_holder_id from group_settings where group_id = $1',
      [here.groupId],
    );
    expect(rows).toEqual([{ duty_member_id: null, phone_holder_id: null }]);
  });
});

describe('settings', () => {
  const settings: GroupSettings = {
    name: 'Harbor Street',
    about: 'Neighbors.',
    areaLabel: 'Harbor',
    languages: ['es'],
    zone: 'America/Chicago',
    country: 'ES',
    emergencyNumber: '',
    publicPhone: '304-555-0100',
    looksAt: ['08:00'],
    asksOpen: false,
    retention: { photo: 20 },
  };

  test('a steward changes them, nobody else, and takes it back', async () => {
    const coordinator = await joined({ role: 'coordinator', handle: 'C' });
    expect(await changeSettings(context, coordinator, settings)).toMatchObject({ refusal: { code: 'not-allowed' } });
    const changed = await changeSettings(context, steward, settings);
    expect(await findGroup(context, 'harbor-street')).toMatchObject({
      name: 'Harbor Street',
      emergencyNumber: '112',
      asksOpen: false,
    });
    if (!changed.ok) throw new Error(changed.refusal.code);
    expect(await undoAct(context, steward, changed.value)).toMatchObject({ ok: true });
    expect(await findGroup(context, 'harbor-street')).toMatchObject({
      name: 'Harbor Street Pantry',
      emergencyNumber: '911',
      asksOpen: true,
    });
  });

  test('kinds go out of use, come back, and are added from the catalog', async () => {
    const { rows } = await owner.query(`select id from kinds where group_id = $1 and code = 'goods.food.box'`, [
      here.groupId,
    ]);
    const kindId = rows[0].id as KindId;
    const off = { kindId, active: false, onAskForm: true };
    expect(await changeKind(context, foreign, off)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await changeKind(context, await joined(), off)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await changeKind(context, steward, off)).toMatchObject({ ok: true });
    expect((await owner.query('select active, on_ask_form from kinds where id = $1', [kindId])).rows).toEqual([
      { active: false, on_ask_form: false },
    ]);
    expect(await addKind(context, steward, { code: 'goods.food.box' })).toMatchObject({ value: { kindId } });
    const added = await addKind(context, steward, { code: 'goods.diapers.any' });
    expect(added.ok && parseId(added.value.kindId)).toBeTruthy();
    expect(await addKind(context, steward, { code: 'goods.nothing' })).toMatchObject({
      refusal: { code: 'unknown-kind' },
    });
    expect(await addKind(context, await joined(), { code: 'goods.diapers.any' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });
});
