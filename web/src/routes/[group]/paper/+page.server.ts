import { localDateOf } from '@barnraise/kernel/time.ts';
import { paperPage } from '@barnraise/server/paper/paper-page.ts';
import { paperSizeOf } from '@barnraise/server/paper/paper-size.ts';
import { redirect } from '@sveltejs/kit';

import { signInFirst } from '#lib/server/way-back.ts';

import type { PageServerLoad } from './$types';

/** One at a time on the page: each is a form of its own. */
const allSheets = ['slip', 'order', 'day', 'flyer'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { group } = locals;
  const page = await paperPage(locals.context, locals.caller);
  if (!page) redirect(303, signInFirst(url));
  const sheets = page.mayPrintAll ? allSheets : allSheets.filter((one) => one !== 'slip');
  return {
    ...page,
    sheets,
    sheet: sheets.find((one) => one === url.searchParams.get('sheet')) ?? sheets[0] ?? 'flyer',
    today: localDateOf(page.now, group.zone),
    size: paperSizeOf(group.country),
    languages: group.languages,
  };
};
