import { askFront, kindsFor } from '@barnraise/server/requests/ask-pages.ts';

import { readForm } from '#lib/server/form-input.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { group, context, t } = locals;
  const front = await askFront(context, group.id, t.locale);
  return { ...front, emergencyNumber: group.emergencyNumber, zone: group.zone, asksOpen: group.asksOpen };
};

export const actions: Actions = {
  /** Posted, so that what somebody needs stands in no address and no log. */
  find: async ({ request, locals }) => {
    const form = await readForm(request);
    const words = form.text('words', 200);
    if (words === '') return form.refuse(400, { problems: { words: locals.t('problem.required') } });
    const found = await kindsFor(locals.context, locals.group.id, words, locals.t.locale);
    return { found, values: { words }, problems: undefined, refusal: undefined, idempotencyKey: undefined };
  },
};
