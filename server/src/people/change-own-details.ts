import { parseMail } from '@barnraise/kernel/contact.ts';
import type { LoginId, MemberId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { changePerson, groupCountry } from './keep-person.ts';
import { isPhone } from './posted-fields.ts';
import { sendMailCheck } from './mail-sign-in-link.ts';

export interface OwnDetails {
  readonly handle: string;
  readonly phone: string;
  readonly phoneIsShown: boolean;
  readonly mail: string;
  readonly language: string;
}

export type OwnDetailsRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'name-needed' }
  | { readonly code: 'not-a-phone' }
  | { readonly code: 'not-a-mail' };

/** Changes how a member is called, reached and written to. A new mail address has to be confirmed before it signs in. */
export async function changeOwnDetails(
  context: Context,
  caller: Caller,
  details: OwnDetails,
): Promise<Outcome<null, OwnDetailsRefusal>> {
  return context.database.decide<null, OwnDetailsRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (actor.kind !== 'member' || !actor.personId) return refuse({ code: 'not-allowed' });
    if (details.handle === '') return refuse({ code: 'name-needed' });
    if (details.phone !== '' && !isPhone(details.phone, await groupCountry(tx))) return refuse({ code: 'not-a-phone' });
    if (details.mail !== '' && !parseMail(details.mail)) return refuse({ code: 'not-a-mail' });
    const { personId, memberId } = actor;
    const opened = await context.vault.open(tx, { personIds: [personId], fields: ['mail'] });
    const purpose = 'keep-in-touch' as const;
    await changePerson(context, tx, personId, {
      language: details.language,
      details: [
        { field: 'handle', value: details.handle, audience: 'members', purpose },
        { field: 'phone', value: details.phone, audience: details.phoneIsShown ? 'members' : 'coordinators', purpose },
        { field: 'mail', value: details.mail, purpose },
      ],
    });
    const mail = details.mail === opened.at(-1)?.value ? undefined : parseMail(details.mail);
    const loginId = mail && (await loginOf(tx, memberId));
    if (mail && loginId) await sendMailCheck(context, tx, { loginId, personId, memberId, mail });
    return accept(null);
  });
}

async function loginOf(tx: GroupTransaction, memberId: MemberId): Promise<LoginId | null> {
  const member = await tx.db
    .selectFrom('members')
    .select('login_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  return member.login_id;
}
