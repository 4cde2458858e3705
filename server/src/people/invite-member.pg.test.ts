import { minuteMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, test } from 'vitest';

import { peopleRoom, tokenOf } from '../../../tests/seed/people-room.ts';
import type { Caller } from '../record/caller.ts';
import { undoAct } from '../record/undo-act.ts';
import { acceptInvitation, invitationState, wrongPinsMax } from './accept-invitation.ts';
import { endInvitation, openInvitations } from './end-invitation.ts';
import { inviteMember, type Invitee } from './invite-member.ts';
import { tokenOfForm } from './secret-token.ts';

const {
  context,
  database,
  owner,
  clock,
  here,
  there,
  steward,
  foreign,
  invitee,
  sessionOf,
  mailedLink,
  invited,
  joining,
  joined,
} = await peopleRoom();

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
    clock.now += 15 * 24 * 60 * minuteMs;
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

  test('one form sent many times at once is one invitation, with one link and PIN', async () => {
    const counted = async () =>
      (await owner.query('select id from invitations union all select id from members')).rowCount ?? 0;
    const before = await counted();
    const form = { handle: 'Pia', mail: 'pia@example.org', formKey: crypto.randomUUID() };
    const made = await Promise.all(Array.from({ length: 10 }, () => invited(form)));
    expect(new Set(made.map(({ path, pin, actId }) => `${path} ${pin} ${actId}`)).size).toBe(1);
    expect(await counted()).toBe(before + 2);
    expect(await invited(form)).toEqual(made[0]);
    const [first] = made;
    expect(await acceptInvitation(context, here.groupId, joining(first?.token ?? '', first?.pin ?? ''))).toMatchObject({
      ok: true,
    });
    const next = await invited({ ...form, handle: 'Rui', mail: '' });
    expect(next.path).not.toBe(first?.path);
    const { rows } = await owner.query<{ key: string }>(
      `select key from idempotency_keys where scope = 'invite-member'`,
    );
    expect(rows.map(({ key }) => tokenOfForm(key, 'invitation'))).not.toContain(next.token);
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
