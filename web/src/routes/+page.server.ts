import { makeDemo } from '@barnraise/server/demo/make-demo.ts';
import { groupsHere } from '@barnraise/server/people/groups-here.ts';
import { mayStartGroup } from '@barnraise/server/people/start-group.ts';
import { error, redirect } from '@sveltejs/kit';

import type { Actions, PageServerLoad } from './$types';

/** The front page of a server: a way to start, a way to look around, the groups that are here. */
export const load: PageServerLoad = async ({ locals }) => {
  const [here, mayStart] = await Promise.all([groupsHere(locals.context), mayStartGroup(locals.context)]);
  return { ...here, mayStart };
};

let making: Promise<void> | undefined;

export const actions: Actions = {
  /** Makes the demo group where a visitor may start a group at all. Pressed twice, it is made once. */
  look: async ({ locals }) => {
    if (!(await mayStartGroup(locals.context))) error(403);
    making ??= makeDemo(locals.context).finally(() => (making = undefined));
    await making;
    redirect(303, '/demo');
  },
};
