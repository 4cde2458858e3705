import type { MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import { at, type GroupTransaction } from '../../../database/database.ts';
import { insertRows } from '../../../database/insert-rows.ts';
import { freshId } from '../../../database/new-id.ts';
import { changePerson, keepPeople } from '../../../people/keep-person.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { insertPlaces } from '../../write-request.ts';
import { memberOfRow, type MemberOfRow } from '../rows/member-of-row.ts';
import { changePlaceOf } from './change-place.ts';
import { filled, placeOfPerson, rawDetail } from './keep-row.ts';
import { rowChange, type RowPart } from './row-change.ts';
import type { SubjectWriter } from './subject-writer.ts';
import { takeBackPeople } from './take-back-people.ts';

/** Rows become members who are not invited yet: nobody is contacted before a group lead says so. */
export const memberWriter: SubjectWriter<MemberOfRow> = {
  madeTable: 'members',
  codesOfRow: 0,
  read: memberOfRow,

  make: async (context, tx, rows) => {
    const made = rows.map((row) => ({ row, id: freshId<MemberId>(tx), ...placeOfPerson(tx, row.said) }));
    const personIds = await keepPeople(
      context,
      tx,
      made.map(({ row, id, details }) => ({
        sort: 'member',
        language: row.said.language,
        details: [...filled(ownDetails(row.said)), ...details, rawDetail(tx, id, row.row)],
      })),
    );
    const people = made.map((one, index) => ({ ...one, personId: personIds[index] as PersonId }));
    await insertPlaces(tx, people);
    const members = people.map(({ id, personId, place }) => ({
      group_id: tx.groupId,
      id,
      person_id: personId,
      role: 'member' as const,
      state: 'invited' as const,
      cell: place?.cell ?? null,
      created_at: at(tx.now),
    }));
    if (members.length > 0) tx.later(insertRows('members', members));
    for (const { id } of members) tx.changed('members', id);
    return members.map(({ id }) => id);
  },

  change: async (context, tx, madeId, { row, said }, { mapping }) => {
    const known = await tx.db
      .selectFrom('members')
      .select(['person_id', 'state'])
      .where('group_id', '=', tx.groupId)
      .where('id', '=', madeId as MemberId)
      .forUpdate()
      .executeTakeFirst();
    // Who has joined looks after their own details.
    if (known?.state !== 'invited') return false;
    const personId = known.person_id;
    const changed = await rowChange(context, tx, mapping, { personId, subjectId: madeId, row });
    const place = changed.says('place') ? await changePlaceOf(tx, personId, said.place) : undefined;
    const own = ownDetails(said).filter(({ field }) => changed.says(field === 'handle' ? 'name' : (field as RowPart)));
    await changePerson(context, tx, personId, {
      ...(changed.says('language') && { language: said.language }),
      details: [...own, ...(place?.details ?? []), ...changed.details],
    });
    if (place) await setCell(tx, madeId as MemberId, place.cell);
    tx.changed('members', madeId);
    return true;
  },

  takeBack: async (tx, ids) => {
    const { rows } = await sql<{ id: string; person_id: string }>`
      delete from members m
      where m.group_id = ${tx.groupId} and m.id = any(${ids}::uuid[]) and m.state = 'invited' and m.login_id is null
        and m.role = 'member'
        and not exists (select from invitations i where i.group_id = m.group_id and i.member_id = m.id)
      returning m.id, m.person_id`.execute(tx.db);
    await takeBackPeople(
      tx,
      rows.map(({ person_id }) => person_id),
    );
    for (const { id } of rows) tx.changed('members', id);
    return rows.map(({ id }) => id);
  },
};

/** What members see of each other is the handle; until they choose one themselves it is the name on the list. */
function ownDetails({ name, phone, mail }: MemberOfRow): readonly Detail[] {
  const details: readonly Detail[] = [
    { field: 'handle', value: name, audience: 'members' },
    { field: 'name', value: name },
    { field: 'phone', value: phone },
    { field: 'mail', value: mail },
  ];
  return details.map((detail) => ({ ...detail, purpose: 'keep-in-touch' }));
}

async function setCell(tx: GroupTransaction, memberId: MemberId, cell: string | null): Promise<void> {
  await tx.db
    .updateTable('members')
    .set({ cell })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .execute();
}
