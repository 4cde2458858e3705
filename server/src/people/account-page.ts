import type { Role } from '@barnraise/kernel/actor.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { type PersonReading, whoReadMyDetails } from './who-read-my-details.ts';
import { listSessions, type SessionLine } from './end-session.ts';
import { memberActor, type Session } from './session.ts';

/** What stands on `/account`: where one is signed in, and the groups one belongs to. */
export interface AccountPage {
  readonly devices: readonly SessionLine[];
  readonly memberships: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
}

export async function accountPage(context: Context, session: Session): Promise<AccountPage> {
  const memberships: { slug: string; name: string; role: Role }[] = [];
  for (const { groupId, memberId, slug, name } of session.memberships) {
    const actor = await context.database.readGroup(groupId, (tx) => memberActor(tx, memberId));
    if (actor) memberships.push({ slug, name, role: actor.role });
  }
  return { devices: await listSessions(context, session), memberships };
}

/** What a group keeps about one of its members, for the member. */
export interface OwnDetailsPage {
  readonly handle: string;
  readonly phone: string;
  readonly phoneIsShown: boolean;
  readonly mail: string;
  readonly language: string;
  readonly readings: readonly PersonReading[];
}

/** One's own details in a group and who read them. Reading them oneself is not written down. */
export async function ownDetailsPage(context: Context, caller: Caller): Promise<OwnDetailsPage | undefined> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !actor.personId) return undefined;
  const { personId } = actor;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const person = await tx.db
      .selectFrom('persons')
      .select('language')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const opened = await context.vault.open(tx, { personIds: [personId], fields: ['handle', 'name', 'phone', 'mail'] });
    const own = (field: string) => opened.findLast((entry) => entry.field === field && entry.subjectId === null);
    return {
      handle: (own('handle') ?? own('name'))?.value ?? '',
      phone: own('phone')?.value ?? '',
      phoneIsShown: own('phone')?.audience === 'members',
      mail: own('mail')?.value ?? '',
      language: person.language,
      readings: await whoReadMyDetails(tx, personId),
    };
  });
}
