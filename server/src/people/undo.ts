import type { Role } from '@barnraise/kernel/actor.ts';
import type { KindId, MemberId, PersonId, TeamId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';

import { at } from '../database/database.ts';
import type { Undoers } from '../record/undo-act.ts';
import { isLastSteward, lockMember } from './change-role.ts';
import { type GroupSettings, writeSettings } from './change-settings.ts';
import { updateInvitation } from './invitation-table.ts';
import { updateKind } from './kind-table.ts';
import { linkLogin, setTeams, updateMember } from './member-table.ts';
import { endVerdict } from './merge-table.ts';
import { updatePerson } from './person-table.ts';

const gone = refuse({ code: 'not-found' });

/** How the acts of this room are undone. */
export const peopleUndoers: Undoers = {
  'invite-member': async (tx, act) => {
    await updateInvitation(tx, act.subjectId, { uses_left: 0, expires_at: at(tx.now) });
    return accept(null);
  },

  'change-role': async (tx, act) => {
    const before = act.before as { readonly role: Role; readonly teamIds: readonly TeamId[] };
    const member = await lockMember(tx, act.subjectId as MemberId);
    if (!member || (before.role !== 'steward' && (await isLastSteward(tx, member)))) return gone;
    await updateMember(tx, member.id, { role: before.role });
    await setTeams(tx, member.id, before.teamIds);
    return accept(null);
  },

  'remove-member': async (tx, act) => {
    const { state } = act.before as { readonly state: 'invited' | 'active' };
    const memberId = act.subjectId as MemberId;
    const member = await tx.db
      .selectFrom('members')
      .select('login_id')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', memberId)
      .forUpdate()
      .executeTakeFirst();
    if (!member) return gone;
    await updateMember(tx, memberId, { state, ended_at: null });
    if (member.login_id !== null) await linkLogin(tx, memberId, member.login_id);
    return accept(null);
  },

  'change-group': async (tx, act) => {
    await writeSettings(tx, act.before as unknown as GroupSettings);
    return accept(null);
  },

  'change-kind': async (tx, act) => {
    const before = act.before as { readonly active: boolean; readonly onAskForm: boolean };
    await updateKind(tx, act.subjectId as KindId, { active: before.active, on_ask_form: before.onAskForm });
    return accept(null);
  },

  'say-different': async (tx, act) => ((await endVerdict(tx, act.subjectId)) ? accept(null) : gone),
};

/** Keeps somebody who was to be erased; the request that ended with it is put back by its own room. */
export const keepErased: NonNullable<Undoers['erase-person']> = async (tx, act) => {
  const { keepUntil } = act.before as { readonly keepUntil: Instant | null };
  const personId = act.subjectId as PersonId;
  const person = await tx.db
    .selectFrom('persons')
    .select('erased_at')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!person || person.erased_at !== null) return refuse({ code: 'out-of-hand', because: 'details-erased' });
  await updatePerson(tx, personId, { keep_until: at(keepUntil) });
  return accept(null);
};

/** Takes back that two records are one person; requests and households bring their own. */
export const unmergePeople: NonNullable<Undoers['merge']> = async (tx, act) => {
  const verdict = await endVerdict(tx, act.subjectId);
  if (!verdict) return gone;
  await updatePerson(tx, verdict.otherId, { merged_into_id: null });
  return accept(null);
};
