import { groupsHere } from '@barnraise/server/people/groups-here.ts';
import { mayStartGroup } from '@barnraise/server/people/start-group.ts';

import type { PageServerLoad } from './$types';

/** The front page of a server: a way to start, a way to look around, the groups that are here. */
export const load: PageServerLoad = async ({ locals }) => {
  const [here, mayStart] = await Promise.all([groupsHere(locals.context), mayStartGroup(locals.context)]);
  return { ...here, mayStart };
};
