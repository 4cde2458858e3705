import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import { isScope, scopes } from '@barnraise/kernel/scope.ts';
import { makeToken } from '@barnraise/server/api/tokens/make-token.ts';
import { error } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

/** For how long a token may be good, in days; empty is until it is taken back. */
const lasting = ['30', '90', '365', ''] as const;

export const load: PageServerLoad = ({ locals }) => {
  if (!canManageGroup(locals.caller.actor)) error(403);
  return { scopes, lasting };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const { context, caller, t } = locals;
    const form = await readForm(request);
    const name = form.text('name', 80);
    const granted = form.several('scopes').filter(isScope);
    const problems = {
      ...(name === '' && { name: t('problem.required') }),
      ...(granted.length === 0 && { scopes: t('refusal.no-scopes') }),
    };
    if (Object.keys(problems).length > 0) return form.refuse(400, { problems });
    const days = lasting.find((one) => one === form.text('days', 4)) ?? '90';
    const made = await makeToken(context, caller, {
      name,
      scopes: granted,
      days: days === '' ? null : Number(days),
      formKey: form.idempotencyKey,
    });
    if (!made.ok) return form.refuse(409, { refusal: refusalText(t, made.refusal) });
    // In this one answer and nowhere else; the same form sent again, as by reloading, shows the same one again.
    return { made: { token: made.value.token, actId: made.value.actId, origin: url.origin } };
  },
};
