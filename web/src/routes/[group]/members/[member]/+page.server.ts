import { type Role, roles } from '@barnraise/kernel/actor.ts';
import { type MemberId, parseId, type TeamId } from '@barnraise/kernel/ids.ts';
import { changeRole, vetMember } from '@barnraise/server/people/change-role.ts';
import { endMembership } from '@barnraise/server/people/end-membership.ts';
import { memberPage } from '@barnraise/server/people/members-page.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await memberPage(locals.context, locals.caller, { memberId: memberOf(params.member) });
  if (!page.ok) error(page.refusal.code === 'not-found' ? 404 : 403);
  return { ...page.value, zone: locals.group.zone };
};

export const actions: Actions = {
  role: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const changed = await changeRole(locals.context, locals.caller, {
      memberId: memberOf(params.member),
      role: roles.find((role: Role) => role === form.text('role')) ?? 'member',
      teamIds: form.several('teams').flatMap((id) => parseId<TeamId>(id) ?? []),
    });
    if (!changed.ok) return form.refuse(409, { refusal: refusalText(locals.t, changed.refusal) });
    redirect(303, `/${params.group}/members?act=${changed.value.actId}`);
  },

  vet: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const vetted = form.text('vetted') === 'yes';
    const done = await vetMember(locals.context, locals.caller, { memberId: memberOf(params.member), vetted });
    if (!done.ok) return form.refuse(409, { refusal: refusalText(locals.t, done.refusal) });
    redirect(303, `/${params.group}/members/${params.member}`);
  },

  end: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const ended = await endMembership(locals.context, locals.caller, { memberId: memberOf(params.member) });
    if (!ended.ok) return form.refuse(409, { refusal: refusalText(locals.t, ended.refusal) });
    redirect(303, `/${params.group}/members?act=${ended.value.actId}`);
  },
};

function memberOf(text: string): MemberId {
  return parseId<MemberId>(text) ?? error(404);
}
