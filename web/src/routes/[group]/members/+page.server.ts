import { type MemberId, parseId } from '@barnraise/kernel/ids.ts';
import { addTeam } from '@barnraise/server/people/add-team.ts';
import { endInvitation, openInvitations } from '@barnraise/server/people/end-invitation.ts';
import type { InvitationId } from '@barnraise/server/people/invitation-table.ts';
import { membersPage } from '@barnraise/server/people/members-page.ts';
import { setDuty } from '@barnraise/server/people/set-duty.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const page = await membersPage(locals.context, locals.caller);
  if (!page.ok) error(403);
  const invitations = await openInvitations(locals.context, locals.caller);
  return { ...page.value, invitations, zone: locals.group.zone };
};

export const actions: Actions = {
  team: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const added = await addTeam(locals.context, locals.caller, { name: form.text('team', 60) });
    if (!added.ok) return form.refuse(400, { problems: { team: refusalText(locals.t, added.refusal) } });
    redirect(303, `/${params.group}/members`);
  },

  endInvitation: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const invitationId = parseId<InvitationId>(form.text('invitation'));
    if (!invitationId) error(404);
    const ended = await endInvitation(locals.context, locals.caller, { invitationId });
    if (!ended.ok) return form.refuse(409, { refusal: refusalText(locals.t, ended.refusal) });
    redirect(303, `/${params.group}/members`);
  },

  duty: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const set = await setDuty(locals.context, locals.caller, {
      dutyMemberId: parseId<MemberId>(form.text('duty')) ?? null,
      phoneHolderId: parseId<MemberId>(form.text('phoneHolder')) ?? null,
    });
    if (!set.ok) return form.refuse(409, { refusal: refusalText(locals.t, set.refusal) });
    redirect(303, `/${params.group}/members`);
  },
};
