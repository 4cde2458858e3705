import type { ActId, MemberId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageMembers } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { at } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { isLastSteward, lockMember, type MemberRefusal } from './change-role.ts';
import { updateMember, unlinkLogin } from './member-table.ts';
import { touchVisit } from './person-table.ts';
import { updateSettings } from './settings-table.ts';

/**
 * Ends a membership: anybody may leave, and a steward may end another's. What they did stays in the record; their
 * details go when retention says so, or at once when they ask. The last steward cannot go.
 */
export async function endMembership(
  context: Context,
  caller: Caller,
  input: { readonly memberId: MemberId },
): Promise<Outcome<{ readonly actId: ActId }, MemberRefusal>> {
  return context.database.decide<{ readonly actId: ActId }, MemberRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    const isOwn = actor.kind === 'member' && actor.memberId === input.memberId;
    if (!isOwn && !canManageMembers(actor)) return refuse({ code: 'not-allowed' });
    const member = await lockMember(tx, input.memberId);
    if (!member) return refuse({ code: 'not-found' });
    if (await isLastSteward(tx, member)) return refuse({ code: 'last-steward' });
    await updateMember(tx, member.id, { state: 'ended', ended_at: at(tx.now) });
    await unlinkLogin(tx, member.id);
    await touchVisit(tx, member.person_id);
    await takeOffDuty(tx, member.id);
    const before = { state: member.state };
    const actId = await writeAct(tx, { actor, verb: 'remove-member', subjectId: member.id, before });
    await writeAudit(tx, { actor, verb: 'end-membership', subjectTable: 'members', subjectId: member.id });
    return accept({ actId });
  });
}

/** Nobody is called who has left. */
async function takeOffDuty(tx: Parameters<typeof updateSettings>[0], memberId: MemberId): Promise<void> {
  const settings = await tx.db
    .selectFrom('group_settings')
    .select(['phone_holder_id', 'duty_member_id'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  if (settings.phone_holder_id !== memberId && settings.duty_member_id !== memberId) return;
  await updateSettings(tx, {
    phone_holder_id: settings.phone_holder_id === memberId ? null : settings.phone_holder_id,
    duty_member_id: settings.duty_member_id === memberId ? null : settings.duty_member_id,
  });
}
