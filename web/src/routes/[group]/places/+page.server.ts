import { placesList } from '@barnraise/server/people/places-list.ts';
import { error } from '@sveltejs/kit';

import { pagesOf, searchInList } from '#lib/server/search-in-list.ts';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = searchInList(url);
  const list = await placesList(locals.context, locals.caller, asked);
  if (!list) error(403);
  return { ...list, ...pagesOf(asked, list.next), search: asked.search };
};
