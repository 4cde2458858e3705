import type { HouseholdId, PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import { freshId } from '../../../database/new-id.ts';
import { bandsOf, insertHouseholds } from '../../../people/household-table.ts';
import { changePerson, keepPeople } from '../../../people/keep-person.ts';
import { insertPlaces } from '../../write-request.ts';
import { householdOfRow, type HouseholdOfRow } from '../rows/household-of-row.ts';
import { changePlaceOf } from './change-place.ts';
import { changedDetails, filled, personDetails, placeOfPerson, rawDetail } from './keep-row.ts';
import { rowChange } from './row-change.ts';
import type { SubjectWriter } from './subject-writer.ts';
import { takeBackPeople } from './take-back-people.ts';

/** Rows become families that the group knows, each with the person who speaks for it; nothing is asked for yet. */
export const householdWriter: SubjectWriter<HouseholdOfRow> = {
  madeTable: 'households',
  codesOfRow: 0,
  read: householdOfRow,

  make: async (context, tx, rows) => {
    const made = rows.map((row) => ({ row, id: freshId<HouseholdId>(tx), ...placeOfPerson(tx, row.said.head) }));
    const personIds = await keepPeople(
      context,
      tx,
      made.map(({ row, id, details }) => ({
        sort: 'neighbor',
        language: row.said.head.language,
        details: filled([
          ...personDetails(row.said.head),
          ...details,
          { field: 'description', value: row.said.words, subjectId: id },
          rawDetail(tx, id, row.row),
        ]),
      })),
    );
    const people = made.map((one, index) => ({ ...one, personId: personIds[index] as PersonId }));
    await insertPlaces(tx, people);
    insertHouseholds(
      tx,
      people.map(({ id, personId, row: { said } }) => {
        return { id, personId, language: said.head.language, household: said.household };
      }),
    );
    return made.map(({ id }) => id);
  },

  change: async (context, tx, madeId, { row, said: { head, household, words } }, { mapping }) => {
    const id = madeId as HouseholdId;
    const known = await tx.db
      .selectFrom('households as h')
      .innerJoin('household_persons as p', (join) =>
        join.onRef('p.group_id', '=', 'h.group_id').onRef('p.household_id', '=', 'h.id').on('p.part', '=', 'head'),
      )
      .innerJoin('persons as o', (join) =>
        join.onRef('o.group_id', '=', 'p.group_id').onRef('o.id', '=', 'p.person_id'),
      )
      .select(['p.person_id', 'h.merged_into_id', 'o.erased_at'])
      .where('h.group_id', '=', tx.groupId)
      .where('h.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!known || known.merged_into_id !== null || known.erased_at !== null) return false;
    const personId = known.person_id;
    const changed = await rowChange(context, tx, mapping, { personId, subjectId: id, row });
    const language = changed.says('language') ? head.language : undefined;
    const details = [
      ...changedDetails(changed, head),
      ...(changed.says('place') ? (await changePlaceOf(tx, personId, head.place)).details : []),
      ...(changed.says('words') ? [{ field: 'description', value: words, subjectId: id } as const] : []),
      ...changed.details,
    ];
    await changePerson(context, tx, personId, { ...(language && { language }), details });
    await tx.db
      .updateTable('households')
      .set((eb) => ({
        ...(changed.says('size') && { bands: bandsOf(household) }),
        ...(language && { language }),
        version: eb('version', '+', 1),
      }))
      .where('group_id', '=', tx.groupId)
      .where('id', '=', id)
      .execute();
    tx.changed('households', id);
    return true;
  },

  takeBack: async (tx, ids) => {
    const { rows } = await sql<{ id: string; person_id: string }>`
      with gone as (
        select h.id, p.person_id from households h
        join household_persons p on p.group_id = h.group_id and p.household_id = h.id and p.part = 'head'
        where h.group_id = ${tx.groupId} and h.id = any(${ids}::uuid[]) and h.merged_into_id is null
          and not exists (select from requests r where r.group_id = h.group_id and r.household_id = h.id)
          and not exists (select from requests r where r.group_id = h.group_id and r.person_id = p.person_id)
          and not exists (select from households o where o.group_id = h.group_id and o.merged_into_id = h.id)
      ), deleted as (
        delete from households h using gone g where h.group_id = ${tx.groupId} and h.id = g.id
      )
      select id, person_id from gone`.execute(tx.db);
    await takeBackPeople(
      tx,
      rows.map(({ person_id }) => person_id),
    );
    for (const { id } of rows) tx.changed('households', id);
    return rows.map(({ id }) => id);
  },
};
