import type { CommitmentId, PersonId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { canSeeCommitments, isCoordinator } from '@barnraise/kernel/policy.ts';
import { z } from 'zod';

import type { GroupReader } from '../../../database/database.ts';
import { readDetails } from '../../../people/read-details.ts';
import { endpoint } from '../../endpoint.ts';
import { idIn } from '../../fields.ts';
import { contact, showContact } from '../../shown/details.ts';

export const getCommitmentDetails = endpoint({
  method: 'GET',
  path: '/commitments/{commitmentId}/details',
  name: 'getCommitmentDetails',
  says: 'Who has promised it, by name, and how to reach them. That it was opened, and by which token, is written down.',
  scopes: ['commitments:read', 'personal:read'],
  parameters: z.strictObject({ commitmentId: idIn<CommitmentId>() }),
  answers: z.strictObject(contact).meta({ id: 'CommitmentDetails' }),
  refuses: ['not-allowed', 'not-found'],
  run: async ({ context, program: { actor, groupId }, parameters: { commitmentId } }) => {
    if (!canSeeCommitments(actor) || !isCoordinator(actor)) return refuse({ code: 'not-allowed' });
    return context.database.forGroup(groupId, async (tx) => {
      const found = await providerOf(tx, commitmentId);
      if (!found) return refuse({ code: 'not-found' });
      const { personId } = found;
      const details = await readDetails(context, tx, {
        actor,
        purpose: 'call-back',
        fields: ['name', 'handle', 'phone', 'mail'],
        wanted: personId ? [{ personId }] : [],
      });
      const shown = showContact(details, personId);
      // Members are known by the name they show each other.
      return accept({ ...shown, name: details.get(personId, 'handle') ?? shown.name });
    });
  },
});

/** The person behind a provider: a helper by themselves, a member by their own record. */
async function providerOf(
  tx: GroupReader,
  commitmentId: CommitmentId,
): Promise<{ readonly personId: PersonId | null } | undefined> {
  const row = await tx.db
    .selectFrom('commitments as c')
    .leftJoin('members as m', (join) => join.onRef('m.group_id', '=', 'c.group_id').onRef('m.id', '=', 'c.member_id'))
    .select(['c.person_id as helper_id', 'm.person_id as member_person_id'])
    .where('c.group_id', '=', tx.groupId)
    .where('c.id', '=', commitmentId)
    .executeTakeFirst();
  return row && { personId: row.helper_id ?? row.member_person_id };
}
