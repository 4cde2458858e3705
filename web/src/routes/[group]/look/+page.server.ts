import { canManageGroup } from '@barnraise/kernel/policy.ts';
import { deleteDemo } from '@barnraise/server/demo/delete-demo.ts';
import { demoRoles, enterDemo } from '@barnraise/server/demo/enter-demo.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { rememberSession } from '#lib/server/sign-in-cookie.ts';

import type { Actions, PageServerLoad } from './$types';

/** Asks once more before the demo goes; for everybody else there is nothing to see here. */
export const load: PageServerLoad = ({ locals, params }) => {
  const { group, caller } = locals;
  if (group.state !== 'demo' || !canManageGroup(caller.actor)) redirect(303, `/${params.group}`);
  return { base: `/${group.slug}` };
};

export const actions: Actions = {
  enter: async (event) => {
    const { context, group } = event.locals;
    const form = await readForm(event.request);
    const as = demoRoles.find((role) => role === form.text('as'));
    if (group.state !== 'demo' || !as) error(404);
    const entered = await enterDemo(context, as, event.request.headers.get('user-agent') ?? '');
    if (!entered.ok) error(404);
    rememberSession(event, entered.value.sessionToken);
    redirect(303, `/${group.slug}/${as === 'member' ? 'needs' : 'inbox'}`);
  },
  delete: async ({ locals }) => {
    const deleted = await deleteDemo(locals.context, locals.caller);
    if (!deleted.ok) error(403);
    redirect(303, '/');
  },
};
