import type { OfferId, PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import { at, type GroupTransaction } from '../../../database/database.ts';
import { insertRows } from '../../../database/insert-rows.ts';
import { freshId } from '../../../database/new-id.ts';
import { changePerson, keepPeople } from '../../../people/keep-person.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { freshShortCode } from '../../fresh-code.ts';
import type { NewNeed } from '../../new-request.ts';
import { insertPlaces } from '../../write-request.ts';
import { offerOfRow, type OfferOfRow } from '../rows/offer-of-row.ts';
import { personDetails, placeOfPerson, rawChange, rawDetail } from './keep-row.ts';
import type { RowToWrite, SubjectWriter, WritingImport } from './subject-writer.ts';
import { takeBackPeople } from './take-back-people.ts';

/** Rows become standing offers of people without a login; a coordinator looks at each before anybody is asked. */
export const offerWriter: SubjectWriter<OfferOfRow> = {
  madeTable: 'offers',
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
    const raw = await rawChange(context, tx, { personId: first.person_id, subjectId: madeId, row: row.row });
    const details = forOffers([...personDetails(row.said.giver), saidIn(row, madeId)]);
    await changePerson(context, tx, first.person_id, {
      language: row.said.giver.language,
      details: [...details, ...raw],
    });
    const kept = new Set(known.map(({ kind_id }) => kind_id));
    const more = row.said.gives.filter(({ kind }) => !kept.has(kind.id));
    const place = { personId: first.person_id, cell: first.cell };
    insertFurther(tx, row, place, more, known.length, run);
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

interface Giver {
  readonly personId: PersonId;
  readonly cell: string | null;
}

function insertOffersOf(
  tx: GroupTransaction,
  row: RowToWrite<OfferOfRow>,
  giver: Giver & { readonly id: OfferId },
  run: WritingImport,
): void {
  const [first, ...further] = row.said.gives;
  if (!first) throw new Error('A row without a kind came as far as being written.');
  tx.later(insertRows('offers', [offerRow(tx, first, giver, { id: giver.id, source: run.source, key: row.key })]));
  tx.changed('offers', giver.id);
  insertFurther(tx, row, giver, further, 1, run);
}

/** The other kinds of one row: offers of the same person, numbered behind the first. */
function insertFurther(
  tx: GroupTransaction,
  row: RowToWrite<OfferOfRow>,
  giver: Giver,
  gives: readonly NewNeed[],
  taken: number,
  run: WritingImport,
): void {
  const rows = gives.map((one, index) =>
    offerRow(tx, one, giver, { id: freshId<OfferId>(tx), source: run.source, key: `${row.key}/${taken + index + 1}` }),
  );
  if (rows.length > 0) tx.later(insertRows('offers', rows));
  for (const { id } of rows) tx.changed('offers', id);
}

function offerRow(
  tx: GroupTransaction,
  { kind, quantity, entered }: NewNeed,
  { personId, cell }: Giver,
  named: { readonly id: OfferId; readonly source: string; readonly key: string },
) {
  return {
    group_id: tx.groupId,
    id: named.id,
    code: freshShortCode(),
    provider_kind: 'neighbor' as const,
    person_id: personId,
    kind_id: kind.id,
    standing: true,
    quantity,
    entered_amount: entered.figure,
    entered_unit: entered.unit,
    cell,
    source: named.source,
    source_key: named.key,
    last_confirmed_at: at(tx.now),
    created_at: at(tx.now),
  };
}

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
