import { type MemberId, parseId } from '@barnraise/kernel/ids.ts';
import { membersPage } from '@barnraise/server/people/members-page.ts';
import { setDuty } from '@barnraise/server/people/set-duty.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const page = await membersPage(locals.context, locals.caller);
  if (!page.ok) error(403);
  return page.value;
};

export const actions: Actions = {
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
