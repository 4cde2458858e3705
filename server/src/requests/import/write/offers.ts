import type { OfferId, PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { GroupTransaction } from '../../../database/database.ts';
import { freshId } from '../../../database/new-id.ts';
import { changePerson, keepPeople } from '../../../people/keep-person.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import type { NewNeed } from '../../new-request.ts';
import { insertPlaces } from '../../write-request.ts';
import { offerOfRow, type OfferOfRow } from '../rows/offer-of-row.ts';
import { changePlaceOf } from './change-place.ts';
import { insertFurther, insertOffersOf } from './insert-offers.ts';
import { changedDetails, personDetails, placeOfPerson, rawDetail } from './keep-row.ts';
import { rowChange } from './row-change.ts';
import type { RowToWrite, SubjectWriter } from './subject-writer.ts';
import { takeBackPeople } from './take-back-people.ts';

/** Rows become standing offers of people without a login; a coordinator looks at each before anybody is asked. */
export const offerWriter: SubjectWriter<OfferOfRow> = {
  madeTable: 'offers',
  codesOfRow: 1,
  read: offerOfRow,

  make: async (context, tx, rows, run) => {
    const made = rows.map((row) => ({ row, id: freshId<OfferId>(tx), ...placeOfPerson(tx, row.said.giver) }));
    const personIds = await keepPeople(
      context,
      tx,
      made.map(({ row, id, details }) => ({
        sort: 'helper',
        language: row.said.giver.language,
        details: [
          ...forOffers([...personDetails(row.said.giver), ...details, saidIn(row, id)]),
          rawDetail(tx, id, row.row),
        ],
      })),
    );
    const people = made.map((one, index) => ({ ...one, personId: personIds[index] as PersonId }));
    await insertPlaces(tx, people);
    for (const { row, id, personId, place } of people)
      insertOffersOf(tx, row, { id, personId, cell: place?.cell ?? null }, run);
    return made.map(({ id }) => id);
  },

  change: async (context, tx, madeId, row, run) => {
    const known = await lockOffersOf(tx, madeId, run.source);
    const first = known.find(({ id }) => id === madeId);
    if (!first?.person_id || first.state !== 'active') return false;
    const { giver } = row.said;
    const personId = first.person_id;
    const changed = await rowChange(context, tx, run.mapping, { personId, subjectId: madeId, row: row.row });
    const place = changed.says('place') ? await changePlaceOf(tx, personId, giver.place) : undefined;
    const words = changed.says('words') ? [saidIn(row, madeId)] : [];
    const details = forOffers([...changedDetails(changed, giver), ...(place?.details ?? []), ...words]);
    await changePerson(context, tx, personId, {
      ...(changed.says('language') && { language: giver.language }),
      details: [...details, ...changed.details],
    });
    if (place) await setCell(tx, known, place.cell);
    const kept = new Set(known.map(({ kind_id }) => kind_id));
    const more = row.said.gives.filter(({ kind }) => !kept.has(kind.id));
    insertFurther(tx, row, { personId, cell: place?.cell ?? first.cell }, more, known.length, run);
    await withdrawGone(tx, known, row.said.gives);
    return true;
  },

  takeBack: async (tx, ids) => {
    const { rows } = await sql<{ id: string; person_id: string }>`
      with firsts as (
        select o.id, o.person_id from offers o
        where o.group_id = ${tx.groupId} and o.id = any(${ids}::uuid[]) and o.taken_in_at is null
          and not exists (
            select from offers s join acts a on a.group_id = s.group_id and a.subject_id = s.id and a.undone_at is null
            where s.group_id = o.group_id and s.person_id = o.person_id
          )
          and not exists (
            select from offers s join asks a on a.group_id = s.group_id and a.offer_id = s.id
            where s.group_id = o.group_id and s.person_id = o.person_id
          )
      ), gone as (
        delete from offers o using firsts f where o.group_id = ${tx.groupId} and o.person_id = f.person_id
      )
      select id, person_id from firsts`.execute(tx.db);
    await takeBackPeople(
      tx,
      rows.map(({ person_id }) => person_id),
    );
    for (const { id } of rows) tx.changed('offers', id);
    return rows.map(({ id }) => id);
  },
};

const forOffers = (details: readonly Detail[]): readonly Detail[] =>
  details.map((detail) => ({ ...detail, purpose: 'offer-help' as const }));

const saidIn = ({ said }: RowToWrite<OfferOfRow>, offerId: string): Detail => ({
  field: 'description',
  value: said.words,
  subjectId: offerId,
});

async function lockOffersOf(tx: GroupTransaction, madeId: string, source: string) {
  const first = await tx.db
    .selectFrom('offers')
    .select('person_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', madeId as OfferId)
    .executeTakeFirst();
  if (!first?.person_id) return [];
  return tx.db
    .selectFrom('offers')
    .select(['id', 'person_id', 'kind_id', 'state', 'cell', 'taken_in_at'])
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', first.person_id)
    .where('source', '=', source)
    .forUpdate()
    .execute();
}

async function setCell(
  tx: GroupTransaction,
  offers: Awaited<ReturnType<typeof lockOffersOf>>,
  cell: string | null,
): Promise<void> {
  const ids = offers.map(({ id }) => id);
  await tx.db.updateTable('offers').set({ cell }).where('group_id', '=', tx.groupId).where('id', 'in', ids).execute();
}

/** What a row no longer names is offered no more, unless a coordinator has looked at it: then it is theirs to end. */
async function withdrawGone(
  tx: GroupTransaction,
  known: Awaited<ReturnType<typeof lockOffersOf>>,
  gives: readonly NewNeed[],
): Promise<void> {
  const said = new Set(gives.map(({ kind }) => kind.id));
  const gone = known.filter(({ kind_id, taken_in_at }) => !said.has(kind_id) && taken_in_at === null);
  for (const { id } of gone) {
    await tx.db
      .updateTable('offers')
      .set((eb) => ({ state: 'withdrawn', version: eb('version', '+', 1) }))
      .where('group_id', '=', tx.groupId)
      .where('id', '=', id)
      .execute();
    tx.changed('offers', id);
  }
}
