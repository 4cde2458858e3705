import type { MemberId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { peopleRoom, tokenOf } from '../../../tests/seed/people-room.ts';
import type { Caller } from '../record/caller.ts';
import { undoAct } from '../record/undo-act.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addTeam } from './add-team.ts';
import { changeRole, vetMember } from './change-role.ts';
import { endMembership } from './end-membership.ts';
import { inviteMember } from './invite-member.ts';
import { actorFor } from './session.ts';
import { setDuty } from './set-duty.ts';

const { context, owner, here, steward, foreign, invitee, started, callerOf, joining, joined } = await peopleRoom();

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
