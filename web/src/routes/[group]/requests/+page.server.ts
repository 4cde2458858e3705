import { cursorText, parseRequestFilter, requestList } from '@barnraise/server/requests/request-list.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = parseRequestFilter(url.searchParams);
  const list = await requestList(locals.context, locals.caller, filter);
  if (!list) error(403);
  const { actor } = locals.caller;
  return {
    list,
    filter,
    next: list.next ? linkTo(url, { after: cursorText(list.next) }) : undefined,
    first: filter.after ? linkTo(url, { after: null }) : undefined,
    download: linkTo(new URL('export/requests.csv' + url.search, url), { after: null }),
    meId: actor.kind === 'member' ? actor.memberId : null,
    zone: locals.group.zone,
  };
};

/** The same page with another part of its address. */
function linkTo(url: URL, change: Readonly<Record<string, string | null>>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.pathname + next.search;
}
