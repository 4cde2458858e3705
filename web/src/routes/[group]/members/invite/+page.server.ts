import { type Role, roles } from '@barnraise/kernel/actor.ts';
import { canInvite, canManageMembers } from '@barnraise/kernel/group-policy.ts';
import { inviteMember, type InviteRefusal, usesMax } from '@barnraise/server/people/invite-member.ts';
import { qrCode } from '@barnraise/server/people/qr-code.ts';
import { error } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!canInvite(locals.caller.actor)) error(403);
  const mayChooseRole = canManageMembers(locals.caller.actor);
  return { roles: mayChooseRole ? roles : (['member'] as const), sendsMail: locals.context.mail.sends, usesMax };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const { context, caller, group, t } = locals;
    const form = await readForm(request);
    const isMany = form.text('who') === 'many';
    const invited = await inviteMember(context, caller, {
      role: isMany ? 'member' : (roles.find((role: Role) => role === form.text('role')) ?? 'member'),
      handle: isMany ? '' : form.text('handle', 60),
      mail: isMany ? '' : form.text('mail', 254),
      uses: isMany ? Math.min(usesMax, Math.max(1, Math.trunc(Number(form.text('uses', 4))) || 1)) : 1,
      language: group.languages[0] ?? 'en',
      formKey: form.idempotencyKey,
    });
    if (!invited.ok) {
      const field = fieldOf(invited.refusal);
      const sentence = refusalText(t, invited.refusal);
      return form.refuse(400, field ? { problems: { [field]: sentence } } : { refusal: sentence });
    }
    // In this one answer and nowhere else; the same form sent again, as by reloading, shows the same one again.
    const { path, pin, expiresAt, isMailed } = invited.value;
    const link = url.origin + path;
    const until = t.instant(expiresAt, group.zone, 'dateTime');
    return { invitation: { link, pin, until, isMailed, qr: await qrCode(link) } };
  },
};

function fieldOf({ code }: InviteRefusal): string | undefined {
  if (code === 'name-needed') return 'handle';
  return code === 'not-a-mail' ? 'mail' : undefined;
}
