import { canListNeeds } from '@barnraise/kernel/policy.ts';
import { needsList } from '@barnraise/server/requests/needs-list.ts';
import { error, redirect } from '@sveltejs/kit';

import { signInFirst } from '#lib/server/way-back.ts';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, caller, group } = locals;
  const { actor } = caller;
  if (actor.kind !== 'member') redirect(303, signInFirst(url));
  if (!canListNeeds(actor)) error(403);
  const theme = url.searchParams.get('theme');
  const page = Math.max(1, Math.min(1000, Number(url.searchParams.get('page')) || 1));
  const list = await needsList(context, { groupId: group.id, actor }, { theme, page });
  return { ...list, theme, page, zone: group.zone, base: `/${group.slug}` };
};
