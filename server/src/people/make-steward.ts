import { parseMail } from '@barnraise/kernel/contact.ts';
import type { PersonId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { GroupToStart, StartedGroup, Starter } from './group-to-start.ts';
import { keepPerson } from './keep-person.ts';
import { sendMailCheck } from './mail-sign-in-link.ts';
import { insertMember, linkLogin } from './member-table.ts';
import { renewRecoverySheet, sheetOfForm } from './recovery-sheet.ts';
import { serverTables } from './server-tables.ts';
import { insertLogin, insertSession } from './session-table.ts';

/** The first member of a new group: its lead, with a login, a session on this device and a recovery sheet. */
export async function makeSteward(
  context: Context,
  tx: GroupTransaction,
  starter: Starter,
  { steward, languages }: GroupToStart,
): Promise<Pick<StartedGroup, 'memberId' | 'loginId' | 'sessionToken' | 'sheet'>> {
  const server = { db: serverTables(tx), now: tx.now };
  const personId: PersonId = await keepPerson(context, tx, {
    sort: 'member',
    language: languages[0],
    details: [
      { field: 'handle', value: steward.handle, audience: 'members' },
      { field: 'phone', value: steward.phone },
      { field: 'mail', value: steward.mail },
    ],
  });
  const memberId = await insertMember(tx, { person_id: personId, role: 'steward', state: 'active' });
  const loginId = starter.loginId ?? (await insertLogin(server));
  await linkLogin(tx, memberId, loginId);
  const mail = parseMail(steward.mail);
  if (mail) await sendMailCheck(context, tx, { loginId, personId, memberId, mail });
  const actor = { kind: 'member', memberId, role: 'steward', teams: [] } as const;
  await writeAudit(tx, { actor, verb: 'start-group', subjectTable: 'groups', subjectId: tx.groupId });
  return {
    memberId,
    loginId,
    sessionToken: await insertSession(server, loginId, {
      userAgent: starter.userAgent ?? '',
      formKey: starter.formKey,
    }),
    sheet: await renewRecoverySheet(
      server,
      loginId,
      starter.formKey === undefined ? undefined : sheetOfForm(starter.formKey),
    ),
  };
}
