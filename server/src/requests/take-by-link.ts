import { createHash } from 'node:crypto';

import type { NeedId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { keepPerson } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { hashLinkToken, linkTokenFrom } from './private-link.ts';
import { type CommitAccepted, commitFor, type CommitToNeedRefusal } from './commit-to-need.ts';

export interface TakeByLink {
  readonly linkCode: string;
  readonly name: string;
  /** As normalized by the form. */
  readonly phone: string;
  readonly language: string;
  readonly quantity: Quantity;
  readonly people?: number;
  /** The key the form came with: sent twice it is one commitment, with the same private link. */
  readonly formKey: string;
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
  const token = linkTokenFrom(`take|${input.formKey}`);
  // The link is made from the form's key, so what the database keeps of the key must not be enough to make it.
  const key = createHash('sha256').update(input.formKey).digest('hex');
  const taken = await context.database.decide<Taken, CommitToNeedRefusal>(groupId, (tx) =>
    once(tx, key, 'take-by-link', () => takeAsHelper(context, tx, groupId, input, hashLinkToken(token))),
  );
  return taken.ok ? accept({ ...taken.value, token }) : taken;
}

type Taken = Omit<TakenByLink, 'token'>;

async function takeAsHelper(
  context: Context,
  tx: GroupTransaction,
  groupId: Caller['groupId'],
  input: TakeByLink,
  linkHash: Buffer,
): Promise<Outcome<Taken, CommitToNeedRefusal>> {
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
  const caller: Caller = { groupId, actor: { kind: 'helper', personId, needId } };
  const wish = { needId, quantity: input.quantity, ...(input.people && { people: input.people }) };
  const extras = { madeBy: 'link', linkHash } as const;
  const committed = await commitFor(context, tx, caller, { kind: 'neighbor', personId }, wish, extras);
  return committed.ok ? accept({ ...committed.value, personId }) : committed;
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
