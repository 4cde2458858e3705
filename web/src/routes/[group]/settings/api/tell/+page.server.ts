import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import { type Subject, subjects } from '@barnraise/server/api/subjects.ts';
import { addWebhook } from '@barnraise/server/api/webhooks/add-webhook.ts';
import { error } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!canManageGroup(locals.caller.actor)) error(403);
  return { subjects };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { context, caller, t } = locals;
    const form = await readForm(request);
    const chosen = form.several('subjects');
    const added = await addWebhook(context, caller, {
      address: form.text('address', 500),
      subjects: subjects.filter((subject: Subject) => chosen.includes(subject)),
      formKey: form.idempotencyKey,
    });
    if (!added.ok) {
      const sentence = refusalText(t, added.refusal);
      const field = fieldOf(added.refusal.code);
      return form.refuse(400, field ? { problems: { [field]: sentence } } : { refusal: sentence });
    }
    // In this one answer and nowhere else; the same form sent again, as by reloading, shows the same one again.
    const { secret, webhookId, actId } = added.value;
    return { added: { secret, webhookId, actId } };
  },
};

function fieldOf(code: string): string | undefined {
  if (code === 'no-scopes') return 'subjects';
  return code.startsWith('address-') ? 'address' : undefined;
}
