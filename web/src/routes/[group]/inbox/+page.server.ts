import { inbox } from '@barnraise/server/requests/inbox.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const page = await inbox(locals.context, locals.caller);
  if (!page) error(403);
  return { page, zone: locals.group.zone };
};
