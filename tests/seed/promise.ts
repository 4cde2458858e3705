import type { CommitmentId, KindId, PersonId, PlaceId, RequestId } from '@barnraise/kernel/ids.ts';
import { type Sharing, sharingUntilAsked } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../../server/src/context.ts';
import { freshId } from '../../server/src/database/new-id.ts';
import { keepPerson } from '../../server/src/people/keep-person.ts';
import type { Detail } from '../../server/src/people/vault-fields.ts';
import type { Caller } from '../../server/src/record/caller.ts';
import { commitToNeed } from '../../server/src/requests/commit-to-need.ts';
import { seedNeed } from './people-and-needs.ts';

export interface SeededPromise {
  readonly commitmentId: CommitmentId;
  readonly requestId: RequestId;
  readonly personId: PersonId;
}

/** A promise to somebody with a name, a phone, an address and more, who lets helpers see what `sharing` says. */
export async function seedPromise(
  context: Context,
  provider: Caller,
  { kindId, sharing, quantity }: { kindId: KindId; sharing: Partial<Sharing>; quantity: number },
): Promise<SeededPromise> {
  const { groupId } = provider;
  const { personId, placeId } = await context.database.forGroup(groupId, async (tx) => {
    const person = await keepPerson(context, tx, { sort: 'neighbor', details: [] });
    const place = freshId<PlaceId>(tx);
    await tx.db.insertInto('places').values({ group_id: groupId, id: place, person_id: person }).execute();
    return { personId: person, placeId: place };
  });
  const { needId, requestId } = await seedNeed(
    context,
    groupId,
    { kindId, quantity },
    { person_id: personId, place_id: placeId, sharing: JSON.stringify({ ...sharingUntilAsked, ...sharing }) },
  );
  const details: readonly Detail[] = [
    { field: 'name', value: 'Odalys Ferrer' },
    { field: 'phone', value: '+13045550144' },
    { field: 'address', value: '9 Mill Lane', subjectId: placeId },
    { field: 'note', value: 'owes rent', subjectId: requestId },
    { field: 'raw', value: 'as it came in', subjectId: requestId },
    { field: 'must-know:allergy', value: 'peanuts', subjectId: requestId },
  ];
  await context.database.forGroup(groupId, (tx) => context.vault.seal(tx, personId, details));
  const taken = await commitToNeed(context, provider, { needId, quantity });
  if (!taken.ok) throw new Error(taken.refusal.code);
  return { commitmentId: taken.value.commitment.id, requestId, personId };
}
