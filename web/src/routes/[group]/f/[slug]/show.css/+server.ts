import { publicForm } from '@barnraise/server/forms/public-form.ts';
import { error } from '@sveltejs/kit';

import { conditionStyles } from '#lib/server/condition-styles.ts';

import type { RequestHandler } from './$types';

/** What hides the questions that do not apply. It never changes for a version, so a phone fetches it once. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const no = Number(url.searchParams.get('v'));
  if (!Number.isSafeInteger(no) || no < 1 || no > 1_000_000) error(404);
  const form = await publicForm(locals.context, locals.group.id, { slug: params.slug, no });
  if (!form) error(404);
  return new Response(conditionStyles(form.definition), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, max-age=604800, immutable' },
  });
};
