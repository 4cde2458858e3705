import { canImport } from '@barnraise/kernel/policy.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!canImport(locals.caller.actor)) error(403);
};
