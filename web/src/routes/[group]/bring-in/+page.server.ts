import { canImport, canManageGroup } from '@barnraise/kernel/group-policy.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = locals.caller;
  if (!canImport(actor)) error(403);
  return { leads: canManageGroup(actor) };
};
