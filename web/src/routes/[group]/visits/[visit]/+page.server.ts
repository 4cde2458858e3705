import { parseId, type VisitId } from '@barnraise/kernel/ids.ts';
import { comeOut } from '@barnraise/server/requests/come-out.ts';
import { visitPage } from '@barnraise/server/requests/visit-page.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, caller, group } = locals;
  if (caller.actor.kind !== 'member') redirect(303, signInFirst(url));
  const visitId = parseId<VisitId>(params.visit) ?? error(404);
  const page = (await visitPage(context, caller, visitId)) ?? error(404);
  return { page, zone: group.zone, number: group.emergencyNumber };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await readForm(request);
    const visitId = parseId<VisitId>(params.visit) ?? error(404);
    const done = await comeOut(locals.context, locals.caller, { visitId });
    if (!done.ok) return form.refuse(409, { refusal: refusalText(locals.t, done.refusal) });
    redirect(303, url.pathname);
  },
};
