import { error } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import type { Actions, PageServerLoad } from './$types';

/** Every component on one page, for whoever changes one and for the tests that look at them all. */
export const load: PageServerLoad = ({ locals }) => {
  if (!locals.isTest) error(404);
  return { now: Date.UTC(2026, 2, 3, 17, 30) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request);
    const required = locals.t('errors.required');
    return form.refuse(400, {
      problems: { name: required, kind: locals.t('errors.chooseOne'), reach: required },
    });
  },
};
