import { type MemberId, parseId } from '@barnraise/kernel/ids.ts';
import { canManageMembers } from '@barnraise/kernel/group-policy.ts';
import { inviteKnownMembers, invitedAtOnceMax } from '@barnraise/server/people/invite-known-members.ts';
import { importPage } from '@barnraise/server/requests/import/import-page.ts';
import type { ImportId } from '@barnraise/server/requests/import/import-table.ts';
import { uninvitedOf } from '@barnraise/server/requests/import/imported-members.ts';
import { error } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, caller } = locals;
  if (!canManageMembers(caller.actor)) error(403);
  const importId = parseId<ImportId>(params.import) ?? error(404);
  const one = await importPage(context, caller, importId);
  if (!one.ok || one.value.subject !== 'members') error(404);
  return {
    source: one.value.source,
    memberIds: await uninvitedOf(context, caller, importId, invitedAtOnceMax),
    sendsMail: context.mail.sends,
  };
};

export const actions: Actions = {
  // Whom it invites stands in the form, so that the same form sent again shows the same links and PINs.
  default: async ({ request, locals, url }) => {
    const form = await readForm(request);
    const memberIds = form
      .lines('members')
      .split(' ')
      .map((text) => parseId<MemberId>(text))
      .filter((id) => id !== undefined)
      .slice(0, invitedAtOnceMax);
    const invited = await inviteKnownMembers(locals.context, locals.caller, {
      memberIds,
      formKey: form.idempotencyKey,
    });
    if (!invited.ok) return form.refuse(409, { refusal: refusalText(locals.t, invited.refusal) });
    return { invited: invited.value.map((one) => ({ ...one, link: `${url.origin}${one.path}` })) };
  },
};
