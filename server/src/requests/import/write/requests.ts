import type { ContactAttemptId, RequestId } from '@barnraise/kernel/ids.ts';
import { alertsDuty } from '@barnraise/kernel/danger-words.ts';
import { sql } from 'kysely';

import { at, type GroupTransaction } from '../../../database/database.ts';
import { insertRows } from '../../../database/insert-rows.ts';
import { freshId } from '../../../database/new-id.ts';
import { keepDetails } from '../../../people/keep-person.ts';
import { dangerIn } from '../../intake-urgency.ts';
import { lockRequest } from '../../request-table.ts';
import { writeAskChange } from '../../write-ask-change.ts';
import { type WrittenRequest, writeRequests } from '../../write-request.ts';
import { requestOfRow, type RequestOfRow } from '../rows/request-of-row.ts';
import { changeNeedsOf } from './change-needs.ts';
import { rowChange } from './row-change.ts';
import type { RowToWrite, SubjectWriter, WritingImport } from './subject-writer.ts';
import { takeBackHouseholds, takeBackPeople } from './take-back-people.ts';

/** Rows become requests that nobody has taken in yet. */
export const requestWriter: SubjectWriter<RequestOfRow> = {
  madeTable: 'requests',
  codesOfRow: 3,
  read: requestOfRow,

  make: async (context, tx, rows, run) => {
    const arriving = rows.map((row) => arrivingOf(row, run));
    const written = await writeRequests(context, tx, arriving);
    insertNoAnswers(tx, rows, written);
    if (run.alarms) {
      for (const [index, { intake }] of arriving.entries()) {
        const requestId = written[index]?.requestId;
        if (requestId && alertsDuty(intake.danger)) await tx.enqueue('alert-duty', { requestId });
      }
    }
    return written.map(({ requestId }) => requestId);
  },

  change: async (context, tx, madeId, { row, said: { request } }, { mapping }) => {
    const known = await lockRequest(tx, madeId as RequestId);
    if (!known?.person_id || known.state === 'closed' || known.merged_into_id !== null) return false;
    const { says, details } = await rowChange(context, tx, mapping, {
      personId: known.person_id,
      subjectId: madeId,
      row,
    });
    const { asker, words, place } = request;
    const said = {
      asker: {
        ...(says('name') && { name: asker.name }),
        ...(says('phone') && { phone: asker.phone }),
        ...(says('mail') && { mail: asker.mail }),
      },
      ...(says('words') && { words }),
      ...(says('place') && { place }),
    };
    if (!(await writeAskChange(context, tx, known, said, 'asker'))) return false;
    await keepDetails(context, tx, known.person_id, details);
    await changeNeedsOf(tx, known, request);
    return true;
  },

  takeBack: async (tx, ids) => {
    const { rows } = await sql<{ id: string; person_id: string | null; household_id: string | null }>`
      delete from requests r
      where r.group_id = ${tx.groupId} and r.id = any(${ids}::uuid[])
        and r.state = 'new' and r.owner_id is null and r.merged_into_id is null
        and not exists (
          select from acts a where a.group_id = r.group_id and a.request_id = r.id and a.undone_at is null
        )
        and not exists (select from requests o where o.group_id = r.group_id and o.merged_into_id = r.id)
        and not exists (
          select from needs n join commitments c on c.group_id = n.group_id and c.need_id = n.id
          where n.group_id = r.group_id and n.request_id = r.id
        )
      returning r.id, r.person_id, r.household_id`.execute(tx.db);
    await takeBackHouseholds(
      tx,
      rows.flatMap(({ household_id }) => (household_id === null ? [] : [household_id])),
    );
    await takeBackPeople(
      tx,
      rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])),
    );
    for (const { id } of rows) tx.changed('requests', id);
    return rows.map(({ id }) => id);
  },
};

function arrivingOf({ said: { request, askedAt }, key }: RowToWrite<RequestOfRow>, { source, alarms }: WritingImport) {
  return {
    request,
    intake: {
      danger: alarms ? dangerIn(request) : [],
      linkHash: null,
      owner: null,
      heldForALook: false,
      ...(askedAt !== undefined && { askedAt }),
      source: { name: source, key },
    },
  };
}

function insertNoAnswers(
  tx: GroupTransaction,
  rows: readonly RowToWrite<RequestOfRow>[],
  written: readonly WrittenRequest[],
): void {
  const attempts = rows.flatMap(({ said: { noAnswerAt } }, index) => {
    const made = written[index];
    if (noAnswerAt === null || !made) return [];
    return [
      {
        group_id: tx.groupId,
        id: freshId<ContactAttemptId>(tx),
        request_id: made.requestId,
        person_id: made.personId,
        way: 'call' as const,
        outcome: 'no-answer' as const,
        tried_at: at(noAnswerAt),
      },
    ];
  });
  if (attempts.length > 0) tx.later(insertRows('contact_attempts', attempts));
}
