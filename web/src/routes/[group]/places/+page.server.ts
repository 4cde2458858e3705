import { placesList } from '@barnraise/server/people/places-list.ts';
import { error } from '@sveltejs/kit';

import { cleanText } from '#lib/server/form-input.ts';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const search = cleanText(url.searchParams.get('search') ?? '', 100).trim();
  const after = url.searchParams.get('after');
  const list = await placesList(locals.context, locals.caller, { search, after });
  if (!list) error(403);
  const first = new URLSearchParams(search ? { search } : {});
  const next = list.next && `?${new URLSearchParams({ ...(search && { search }), after: list.next }).toString()}`;
  return { ...list, search, next, first: after ? `?${first.toString()}` : undefined };
};
