import type { MemberId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canTakeIn } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { updateSettings } from './settings-table.ts';

export type DutyRefusal =
  | { readonly code: 'not-allowed' }
  /** Whoever is on duty has to be able to open what they are called about. */
  | { readonly code: 'not-a-coordinator' };

/** Who is on duty and who has the phone; null is nobody, and then alarms go to all coordinators. */
export interface Duty {
  readonly dutyMemberId: MemberId | null;
  readonly phoneHolderId: MemberId | null;
}

/** Hands the duty or the phone to somebody: any coordinator may, so that it can be passed on at the end of a shift. */
export async function setDuty(context: Context, caller: Caller, duty: Duty): Promise<Outcome<null, DutyRefusal>> {
  return context.database.decide<null, DutyRefusal>(caller.groupId, async (tx) => {
    if (!canTakeIn(caller.actor)) return refuse({ code: 'not-allowed' });
    const ids = [duty.dutyMemberId, duty.phoneHolderId].filter((id): id is MemberId => id !== null);
    if (!(await areCoordinators(tx, ids))) return refuse({ code: 'not-a-coordinator' });
    await updateSettings(tx, { duty_member_id: duty.dutyMemberId, phone_holder_id: duty.phoneHolderId });
    await writeAudit(tx, {
      actor: caller.actor,
      verb: 'set-duty',
      subjectTable: 'group_settings',
      subjectId: tx.groupId,
      data: { dutyMemberId: duty.dutyMemberId, phoneHolderId: duty.phoneHolderId },
    });
    return accept(null);
  });
}

async function areCoordinators(tx: GroupReader, ids: readonly MemberId[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await tx.db
    .selectFrom('members')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('id', 'in', ids)
    .where('state', '=', 'active')
    .where('role', 'in', ['steward', 'coordinator'])
    .execute();
  return rows.length === new Set(ids).size;
}
