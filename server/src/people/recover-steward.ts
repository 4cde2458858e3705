import type { MemberId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { at } from '../database/database.ts';
import { writeAudit } from '../record/write-audit.ts';
import { findGroup } from './find-group.ts';
import { linkLogin } from './member-table.ts';
import { hashToken, newToken } from './secret-token.ts';
import { serverTables } from './server-tables.ts';
import { insertLogin } from './session-table.ts';

/** An operator sends the link on by phone or chat; a day is enough. */
const linkHours = 24;

export interface Recovery {
  /** From the slash on; the operator's tool puts the server's address in front. */
  readonly path: string;
  readonly memberId: MemberId;
  readonly untilAt: Instant;
}

export type RecoveryRefusal = { readonly code: 'group-not-found' } | { readonly code: 'no-steward' };

/**
 * Makes a link with which the longest-serving steward of a group signs in once, for a group that has lost its way in.
 * Only the operator can call it, who holds the server anyway; the group sees it in its record.
 */
export async function recoverSteward(
  context: Context,
  input: { readonly slug: string },
): Promise<Outcome<Recovery, RecoveryRefusal>> {
  const group = await findGroup(context, input.slug);
  if (!group) return refuse({ code: 'group-not-found' });
  return context.database.decide<Recovery, RecoveryRefusal>(group.id, async (tx) => {
    const steward = await tx.db
      .selectFrom('members')
      .select(['id', 'login_id'])
      .where('group_id', '=', tx.groupId)
      .where('role', '=', 'steward')
      .where('state', '=', 'active')
      .orderBy('id')
      .executeTakeFirst();
    if (!steward) return refuse({ code: 'no-steward' });
    const db = serverTables(tx);
    const loginId = steward.login_id ?? (await insertLogin({ db, now: tx.now }));
    if (steward.login_id === null) await linkLogin(tx, steward.id, loginId);
    const token = newToken();
    const untilAt = tx.now + linkHours * hourMs;
    await db
      .insertInto('sign_in_links')
      .values({
        token_hash: hashToken(token),
        login_id: loginId,
        purpose: 'recover',
        created_at: at(tx.now),
        expires_at: at(untilAt),
      })
      .execute();
    await writeAudit(tx, {
      actor: { kind: 'system' },
      verb: 'recover-steward',
      subjectTable: 'members',
      subjectId: steward.id,
    });
    return accept({ path: `/sign-in/link/${token}`, memberId: steward.id, untilAt });
  });
}
