import { randomBytes } from 'node:crypto';

import type { MemberActor, Role } from '@barnraise/kernel/actor.ts';
import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import type { GroupId, KindId, MemberId, NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../../server/src/context.ts';
import { at } from '../../server/src/database/column-types.ts';
import type { GroupTransaction } from '../../server/src/database/database.ts';
import { freshId } from '../../server/src/database/new-id.ts';
import { keepPerson } from '../../server/src/people/keep-person.ts';
import { freshShortCode } from '../../server/src/requests/fresh-code.ts';
import { insertNeeds, type NewNeedRow } from '../../server/src/requests/need-table.ts';
import { insertRequests, type NewRequestRow } from '../../server/src/requests/request-table.ts';
import type { Caller } from '../../server/src/record/caller.ts';

/** A member with a name, as who they act. */
export async function seedMember(
  context: Context,
  groupId: GroupId,
  { name, role = 'member', mayVisit = false }: { name: string; role?: Role; mayVisit?: boolean },
): Promise<Caller & { readonly actor: MemberActor }> {
  return context.database.forGroup(groupId, async (tx) => {
    const personId = await keepPerson(context, tx, { sort: 'member', details: [{ field: 'name', value: name }] });
    const memberId = freshId<MemberId>(tx);
    await tx.db
      .insertInto('members')
      .values({ group_id: groupId, id: memberId, person_id: personId, role, state: 'active', may_visit: mayVisit })
      .execute();
    return { groupId, actor: { kind: 'member', memberId, role, teams: [], personId, vetted: mayVisit } };
  });
}

/** A kind of the built-in catalog, switched on. */
export async function seedKind(context: Context, groupId: GroupId, code: string): Promise<KindId> {
  const definition = catalogKind(code);
  if (!definition) throw new Error(`The catalog has no kind ${code}`);
  return context.database.forGroup(groupId, async (tx) => {
    const id = freshId<KindId>(tx);
    await tx.db
      .insertInto('kinds')
      .values({
        group_id: groupId,
        id,
        code,
        definition: JSON.stringify(definition),
        nature: definition.nature,
        base_unit: definition.baseUnit,
        on_ask_form: true,
      })
      .execute();
    return id;
  });
}

export interface SeededNeed {
  readonly requestId: RequestId;
  readonly needId: NeedId;
  readonly linkCode: string;
}

/** A request that was taken in and is open to members, with one need in it. */
export async function seedNeed(
  context: Context,
  groupId: GroupId,
  need: { readonly kindId: KindId; readonly quantity: number } & Partial<NewNeedRow>,
  request: Partial<NewRequestRow> = {},
): Promise<SeededNeed> {
  return context.database.forGroup(groupId, async (tx) => {
    const personId = await keepPerson(context, tx, {
      sort: 'neighbor',
      details: [{ field: 'name', value: 'Odalys Ferrer' }],
    });
    const requestId = freshId<RequestId>(tx);
    const needId = freshId<NeedId>(tx);
    const linkCode = freshShortCode();
    await insertRequests(tx, [requestRow(requestId, { person_id: personId, ...request })]);
    const { kindId, quantity, ...rest } = need;
    await insertNeeds(tx, [
      await needRow(tx, { id: needId, request_id: requestId, link_code: linkCode, kind_id: kindId, quantity, ...rest }),
    ]);
    return { requestId, needId, linkCode };
  });
}

function requestRow(id: RequestId, rest: Partial<NewRequestRow>): NewRequestRow {
  return {
    id,
    code: randomBytes(5).toString('hex'),
    requester_kind: 'neighbor',
    state: 'open',
    channel: 'phone',
    sharing: JSON.stringify(sharingUntilAsked),
    ...rest,
  };
}

async function needRow(
  tx: GroupTransaction,
  row: Pick<NewNeedRow, 'id' | 'request_id' | 'link_code' | 'kind_id' | 'quantity'> & Partial<NewNeedRow>,
): Promise<NewNeedRow> {
  const kind = await tx.db
    .selectFrom('kinds')
    .select('definition')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', row.kind_id)
    .executeTakeFirstOrThrow();
  const { lease } = kind.definition as { lease: unknown };
  return {
    audience: 'members',
    entered_amount: String(row.quantity),
    entered_unit: 'each',
    lease: JSON.stringify(lease),
    last_confirmed_at: at(tx.now),
    ...row,
  };
}
