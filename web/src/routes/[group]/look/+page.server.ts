import { demoRoles, enterDemo } from '@barnraise/server/demo/enter-demo.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { rememberSession } from '#lib/server/sign-in-cookie.ts';

import type { Actions, PageServerLoad } from './$types';

// Nothing to see here: the form below the demo group's pages posts to it.
export const load: PageServerLoad = ({ params }) => redirect(303, `/${params.group}`);

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
};
