import { parseRequestFilter } from '@barnraise/server/requests/request-list.ts';
import { requestTable } from '@barnraise/server/requests/request-table-download.ts';
import { error } from '@sveltejs/kit';

import type { RequestHandler } from './$types';

/** The filtered list as a table for a spreadsheet: codes, states and amounts, no names. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const filter = parseRequestFilter(url.searchParams);
  const table = await requestTable(locals.context, locals.caller, filter, locals.t, locals.group.zone);
  if (table === undefined) error(403);
  return new Response(table, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="requests.csv"',
      'cache-control': 'no-store',
    },
  });
};
