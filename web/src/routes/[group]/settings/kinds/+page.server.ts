import { type KindId, parseId } from '@barnraise/kernel/ids.ts';
import { addKind, changeKind } from '@barnraise/server/people/change-kind.ts';
import { kindsPage } from '@barnraise/server/people/settings-page.ts';
import { error, redirect } from '@sveltejs/kit';

import { cleanText, readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const search = cleanText(url.searchParams.get('search') ?? '', 60).trim();
  const page = await kindsPage(locals.context, locals.caller, { search, language: locals.t.locale });
  if (!page.ok) error(403);
  return { ...page.value, search };
};

export const actions: Actions = {
  change: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const kindId = parseId<KindId>(form.text('kind'));
    if (!kindId) error(404);
    const use = form.text('use');
    const change = { kindId, active: use !== 'off', onAskForm: use === 'form' };
    const changed = await changeKind(locals.context, locals.caller, change);
    if (!changed.ok) return form.refuse(409, { refusal: refusalText(locals.t, changed.refusal) });
    redirect(303, `/${params.group}/settings/kinds?act=${changed.value.actId}`);
  },

  add: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const added = await addKind(locals.context, locals.caller, { code: form.text('code', 80) });
    if (!added.ok) return form.refuse(409, { refusal: refusalText(locals.t, added.refusal) });
    redirect(303, `/${params.group}/settings/kinds`);
  },
};
