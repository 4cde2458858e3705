import { parseId, type TokenId } from '@barnraise/kernel/ids.ts';
import { programsPage } from '@barnraise/server/api/programs-page.ts';
import { revokeToken } from '@barnraise/server/api/tokens/revoke-token.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const page = await programsPage(locals.context, locals.caller);
  if (!page.ok) error(403);
  return { ...page.value, zone: locals.group.zone };
};

export const actions: Actions = {
  revoke: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const tokenId = parseId<TokenId>(form.text('token')) ?? error(404);
    const revoked = await revokeToken(locals.context, locals.caller, { tokenId });
    if (!revoked.ok) return form.refuse(409, { refusal: refusalText(locals.t, revoked.refusal) });
    redirect(303, `/${params.group}/settings/api?act=${revoked.value}`);
  },
};
