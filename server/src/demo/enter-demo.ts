import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { linkLogin } from '../people/member-table.ts';
import { serverTables } from '../people/server-tables.ts';
import { insertLogin, insertSession } from '../people/session-table.ts';
import { findDemo } from './make-demo.ts';

/** In whose shoes a visitor looks around. */
export const demoRoles = ['steward', 'coordinator', 'member'] as const;
export type DemoRole = (typeof demoRoles)[number];

/** Signs a visitor in to the demo group, and nowhere else, as the first of its members who has that role. */
export async function enterDemo(
  context: Context,
  as: DemoRole,
  userAgent: string,
): Promise<Outcome<{ readonly sessionToken: string }, { readonly code: 'not-found' }>> {
  const groupId = await findDemo(context);
  if (!groupId) return refuse({ code: 'not-found' });
  return context.database.decide<{ sessionToken: string }, { code: 'not-found' }>(groupId, async (tx) => {
    const member = await tx.db
      .selectFrom('members')
      .select(['id', 'login_id'])
      .where('group_id', '=', groupId)
      .where('role', '=', as)
      .where('state', '=', 'active')
      .orderBy('created_at')
      .orderBy('id')
      .forUpdate()
      .executeTakeFirst();
    if (!member) return refuse({ code: 'not-found' });
    const server = { db: serverTables(tx), now: tx.now };
    const loginId = member.login_id ?? (await insertLogin(server));
    if (member.login_id === null) await linkLogin(tx, member.id, loginId);
    return accept({ sessionToken: await insertSession(server, loginId, { userAgent }) });
  });
}
