import type { LoginId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import type { Kysely } from 'kysely';

import type { Context } from '../context.ts';
import { at } from '../database/database.ts';
import type { ServerTables } from '../database/schema.ts';
import { writeAudit } from '../record/write-audit.ts';
import { memberActor, type Session } from './session.ts';
import {
  hashToken,
  newRecoveryCode,
  newToken,
  parseRecoveryCode,
  recoveryCodeOfForm,
  tokenOfForm,
} from './secret-token.ts';

/** What is printed: shown once, kept only as hashes. Each part signs in once. */
export interface RecoverySheet {
  /** Token of a link, printed as a QR code. */
  readonly linkToken: string;
  readonly codes: readonly string[];
}

const codeCount = 3;
/** A sheet lies in a drawer for years. */
const sheetDays = 5 * 365;

function newSheet(): RecoverySheet {
  return { linkToken: newToken(), codes: Array.from({ length: codeCount }, () => newRecoveryCode()) };
}

/** The sheet that one posted form leads to, so that a page sent again shows the same one. */
export function sheetOfForm(formKey: string): RecoverySheet {
  const codes = Array.from({ length: codeCount }, (_, place) => recoveryCodeOfForm(formKey, place));
  return { linkToken: tokenOfForm(formKey, 'recovery-link'), codes };
}

/** Makes a new sheet for a login; an older one is void from then on. */
export async function renewRecoverySheet(
  { db, now }: { readonly db: Kysely<ServerTables>; readonly now: Instant },
  loginId: LoginId,
  sheet: RecoverySheet = newSheet(),
): Promise<RecoverySheet> {
  await db.deleteFrom('sign_in_links').where('login_id', '=', loginId).where('purpose', '=', 'recover').execute();
  const hashes = [hashToken(sheet.linkToken), ...sheet.codes.map((code) => hashToken(parseRecoveryCode(code) ?? ''))];
  await db
    .insertInto('sign_in_links')
    .values(
      hashes.map((hash) => ({
        token_hash: hash,
        login_id: loginId,
        purpose: 'recover' as const,
        created_at: at(now),
        expires_at: at(now + sheetDays * dayMs),
      })),
    )
    .execute();
  return sheet;
}

/** Makes a new sheet for whoever is signed in; each of their groups sees in its record that it was made. */
export async function printRecoverySheet(context: Context, session: Session): Promise<RecoverySheet> {
  const sheet = await context.database.onServer((server) => renewRecoverySheet(server, session.loginId));
  for (const { groupId, memberId } of session.memberships) {
    await context.database.forGroup(groupId, async (tx) => {
      const actor = await memberActor(tx, memberId);
      if (actor)
        await writeAudit(tx, { actor, verb: 'print-recovery-sheet', subjectTable: 'members', subjectId: memberId });
    });
  }
  return sheet;
}
