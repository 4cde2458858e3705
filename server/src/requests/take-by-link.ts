import type { NeedId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { keepPerson } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { hashLinkToken, newLinkToken } from './private-link.ts';
import { type CommitAccepted, commitFor, type CommitToNeedRefusal } from './commit-to-need.ts';

export interface TakeByLink {
  readonly linkCode: string;
  readonly name: string;
  /** As normalized by the form. */
  readonly phone: string;
  readonly language: string;
  readonly quantity: Quantity;
  readonly people?: number;
}

/** `token` opens the helper's own page for this commitment; it is shown once and kept as a hash. */
export type TakenByLink = CommitAccepted & { readonly token: string; readonly personId: PersonId };

/**
 * Somebody without a login takes a need through its short link, with name and phone. From then on they are a helper:
 * the link they get opens this commitment and nothing else.
 */
export async function takeByLink(
  context: Context,
  groupId: Caller['groupId'],
  input: TakeByLink,
): Promise<Outcome<TakenByLink, CommitToNeedRefusal>> {
  return context.database.decide<TakenByLink, CommitToNeedRefusal>(groupId, async (tx) => {
    const needId = await needOfLink(tx, input.linkCode);
    if (!needId) return refuse({ code: 'not-found' });
    const personId = await keepPerson(context, tx, {
      sort: 'helper',
      language: input.language,
      details: [
        { field: 'name', value: input.name },
        { field: 'phone', value: input.phone },
      ],
    });
    const token = newLinkToken();
    const caller: Caller = { groupId, actor: { kind: 'helper', personId, needId } };
    const committed = await commitFor(
      tx,
      caller,
      { kind: 'neighbor', personId },
      { needId, quantity: input.quantity, ...(input.people && { people: input.people }) },
      { madeBy: 'link', linkHash: hashLinkToken(token) },
    );
    return committed.ok ? accept({ ...committed.value, token, personId }) : committed;
  });
}

/** The need behind a short link, while anybody may still take it: a request not taken in yet has no helpers. */
export async function needOfLink(tx: GroupReader, linkCode: string): Promise<NeedId | undefined> {
  const row = await tx.db
    .selectFrom('needs')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('link_code', '=', linkCode)
    .where('audience', 'in', ['public', 'members', 'team'])
    .executeTakeFirst();
  return row?.id;
}
