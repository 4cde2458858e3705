import { type ActId, parseId } from '@barnraise/kernel/ids.ts';
import { undoAct } from '@barnraise/server/record/undo-act.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, params }) => ({ back: backTo(url, params.group) });

export const actions: Actions = {
  default: async ({ request, locals, url, params }) => {
    const form = await readForm(request);
    const actId = parseId<ActId>(form.text('actId'));
    if (!actId) error(404);
    const undone = await undoAct(locals.context, locals.caller, { actId });
    if (!undone.ok) return form.refuse(409, { refusal: locals.t(`refusal.${undone.refusal.code}`) });
    redirect(303, `${backTo(url, params.group)}?undone=1`);
  },
};

/** Only pages of this group: an address from outside could lead anywhere. */
function backTo(url: URL, slug: string): string {
  const back = url.searchParams.get('back') ?? '';
  return back.startsWith(`/${slug}/`) && !back.includes('//') && !back.includes('\\') ? back : `/${slug}`;
}
