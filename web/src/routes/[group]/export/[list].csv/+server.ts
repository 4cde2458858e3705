import { exportedLists } from '@barnraise/kernel/group-policy.ts';
import { exportList } from '@barnraise/server/export/export-list.ts';
import { error } from '@sveltejs/kit';

import { streamOf } from '#lib/server/stream-of.ts';

import type { RequestHandler } from './$types';

/** A list as a table, with the filters that its page has in its address. docs/export.md says what stands in it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { context, caller, group, t } = locals;
  const list = exportedLists.find((one) => one === params.list) ?? error(404);
  const table = await exportList(context, caller, {
    list,
    query: url.searchParams,
    isPrivate: url.searchParams.get('details') === 'yes',
    style: url.searchParams.get('style') === 'codes' ? 'codes' : 'words',
    t,
    zone: group.zone,
  });
  if (!table.ok) error(403);
  return new Response(streamOf(table.value), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${group.slug}-${list}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
