import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../../context.ts';
import { groupCountry } from '../../people/keep-person.ts';
import { nameableKinds } from './kinds-by-code.ts';
import type { ProposalRules } from './proposal-form.ts';

/** What reading the form of a message needs: every kind that can be named, and how a number without a code is read. */
export async function proposalRules(context: Pick<Context, 'database'>, groupId: GroupId): Promise<ProposalRules> {
  return context.database.readGroup(groupId, async (tx) => ({
    kinds: await nameableKinds(tx),
    country: await groupCountry(tx),
  }));
}
