import { canExportDetails, canExportList, exportedLists } from '@barnraise/kernel/policy.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = locals.caller;
  const lists = exportedLists.filter((list) => canExportList(actor, list));
  if (lists.length === 0) error(403);
  return { lists, mayTakeDetails: canExportDetails(actor) };
};
