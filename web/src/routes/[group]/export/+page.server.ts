import { canExportDetails, canExportList, exportedLists } from '@barnraise/kernel/group-policy.ts';
import { exportTables } from '@barnraise/server/export/export-list.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = locals.caller;
  const lists = exportedLists.filter((list) => canExportList(actor, list));
  if (lists.length === 0) error(403);
  // Those of which more could stand in the table than does.
  const personal = lists.filter(
    (list) => exportTables[list].columns(true).length > exportTables[list].columns(false).length,
  );
  return { lists, personal: canExportDetails(actor) ? personal : [] };
};
