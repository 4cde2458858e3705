import type { PersonId, PlaceId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import { insertRows } from '../../../database/insert-rows.ts';
import { freshId } from '../../../database/new-id.ts';
import { changePerson, keepPeople } from '../../../people/keep-person.ts';
import { publicCell } from '../../../people/point.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { placeOfRow, type PlaceOfRow } from '../rows/place-of-row.ts';
import { placeDetails } from '../../request-columns.ts';
import { filled, rawDetail } from './keep-row.ts';
import { rowChange, type RowPart } from './row-change.ts';
import type { SubjectWriter } from './subject-writer.ts';

/** Rows become places that the group knows, each with a contact who holds its address and number in the vault. */
export const placeWriter: SubjectWriter<PlaceOfRow> = {
  madeTable: 'places',
  codesOfRow: 0,
  read: placeOfRow,

  make: async (context, tx, rows) => {
    const made = rows.map((row) => ({ row, id: freshId<PlaceId>(tx) }));
    const personIds = await keepPeople(
      context,
      tx,
      made.map(({ row, id }) => ({
        sort: 'partner-contact',
        language: row.said.contact.language,
        details: [...filled(detailsAt(id, row.said)), rawDetail(tx, id, row.row)],
      })),
    );
    const places = made.map(({ row: { said }, id }, index) => ({
      group_id: tx.groupId,
      id,
      person_id: personIds[index] as PersonId,
      cell: cellOf(said),
      label: said.label,
    }));
    if (places.length > 0) tx.later(insertRows('places', places));
    for (const { id } of places) tx.changed('places', id);
    return places.map(({ id }) => id);
  },

  change: async (context, tx, madeId, { row, said }, { mapping }) => {
    const id = madeId as PlaceId;
    const known = await tx.db
      .selectFrom('places')
      .select('person_id')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!known?.person_id) return false;
    const changed = await rowChange(context, tx, mapping, { personId: known.person_id, subjectId: id, row });
    const details = detailsAt(id, said).filter(({ field }) => changed.says(partOf(field)));
    await changePerson(context, tx, known.person_id, {
      ...(changed.says('language') && { language: said.contact.language }),
      details: [...details, ...changed.details],
    });
    await tx.db
      .updateTable('places')
      .set({ label: said.label, ...(changed.says('place') && { cell: cellOf(said) }) })
      .where('group_id', '=', tx.groupId)
      .where('id', '=', id)
      .execute();
    tx.changed('places', id);
    return true;
  },

  takeBack: async (tx, ids) => {
    // Their contacts go first, and the places with them.
    const { rows } = await sql<{ id: string }>`
      with gone as (
        select p.id, p.person_id from places p
        where p.group_id = ${tx.groupId} and p.id = any(${ids}::uuid[])
          and not exists (select from requests r where r.group_id = p.group_id and r.place_id = p.id)
          and not exists (select from requests r where r.group_id = p.group_id and r.to_place_id = p.id)
      ), deleted as (
        delete from persons o using gone g where o.group_id = ${tx.groupId} and o.id = g.person_id
      )
      select id from gone`.execute(tx.db);
    for (const { id } of rows) tx.changed('places', id);
    return rows.map(({ id }) => id);
  },
};

function cellOf({ contact }: PlaceOfRow): string | null {
  return contact.place.point ? publicCell(contact.place.point) : null;
}

/** The name of the place is clear; what is kept of it here is what its contact holds. */
function detailsAt(id: PlaceId, { contact, words }: PlaceOfRow): readonly Detail[] {
  const details: readonly Detail[] = [
    { field: 'phone', value: contact.phone },
    { field: 'mail', value: contact.mail },
    { field: 'description', value: words, subjectId: id },
    ...placeDetails({ id, cell: null, given: contact.place }),
  ];
  return details.map((detail) => ({ ...detail, purpose: 'keep-in-touch' }));
}

function partOf(field: Detail['field']): RowPart {
  if (field === 'phone' || field === 'mail') return field;
  return field === 'description' ? 'words' : 'place';
}
