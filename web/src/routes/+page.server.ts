import { groupsHere } from '@barnraise/server/people/groups-here.ts';

import type { PageServerLoad } from './$types';

/** The front page of a server: a way to start, a way to look around, the groups that are here. */
export const load: PageServerLoad = async ({ locals }) => {
  const { groups, hasDemo } = await groupsHere(locals.context);
  return { groups, hasDemo, mayStart: groups.length === 0 || locals.context.config.allowNewGroups };
};
