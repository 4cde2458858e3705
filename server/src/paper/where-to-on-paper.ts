import type { Actor } from '@barnraise/kernel/actor.ts';
import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';
import { canSeeVault } from '@barnraise/kernel/vault-policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { type Details, readDetails, type WantedPerson } from '../people/read-details.ts';
import { type DetailField, policyFieldOf } from '../people/vault-fields.ts';
import type { Caller } from '../record/caller.ts';
import type { DayRow } from '../requests/my-day.ts';
import { sharingFromRow } from '../requests/request-row.ts';
import { type AnsweredForm, formsAnsweredFor, shownAnswers } from '../people/shown-answer.ts';
import { answersOf, tieOf, type WhereTo, whereToOf } from '../requests/where-to.ts';

/** What a sheet needs of the person behind a promise. */
export interface PaperNeeds {
  readonly fields: readonly PaperField[];
  /** With what was answered to the group's own forms and is for those who come. */
  readonly answers: boolean;
}

type PaperField = DetailField | 'must-know';

/**
 * Opens what goes onto paper: of what the sheet needs, what the one who carries it may see, though whoever prints it may
 * see more. The reading is on record under whoever prints.
 */
export async function whereToOnPaper(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  rows: readonly DayRow[],
  needs: PaperNeeds,
): Promise<(row: DayRow) => WhereTo> {
  const byRow = Map.groupBy(rows, (row) => row.request_id);
  const answered = needs.answers ? await formsAnsweredFor(tx, [...byRow.keys()]) : [];
  const forms = Map.groupBy(answered, (form) => form.request_id);
  const opened = new Map<RequestId, Details>();
  for (const [requestId, ofRequest] of byRow) {
    const wanted = wantedOf(ofRequest, forms.get(requestId) ?? []);
    const asked = [...needs.fields, ...(forms.get(requestId) ?? []).flatMap(answerFields)];
    const fields = asked.filter((field) => ofRequest.some((row) => mayCarry(row, field, tx.now)));
    if (!wanted || fields.length === 0) continue;
    opened.set(requestId, await readDetails(context, tx, { actor, purpose: 'deliver-help', fields, wanted: [wanted] }));
  }
  const answers = await answersOf(tx, [...opened.keys()]);
  return (row) => {
    const all = opened.get(row.request_id);
    const details = all && narrowed(all, (field) => mayCarry(row, field, tx.now));
    const mine = details && row.neighbor_id ? details.all(row.neighbor_id) : [];
    const told = (forms.get(row.request_id) ?? []).map((form) => shownAnswers(form, mine));
    const mayHeed = mayCarry(row, 'must-know', tx.now);
    return {
      ...whereToOf(row, mayHeed ? details : undefined, answers.get(row.request_id) ?? []),
      told: told.filter((shown) => shown.answers.length > 0),
    };
  };
}

/** The person behind one request, and of what is kept of them only what belongs to it. */
function wantedOf(rows: readonly DayRow[], forms: readonly AnsweredForm[]): WantedPerson | undefined {
  const [first] = rows;
  if (!first?.neighbor_id) return undefined;
  const subjects = rows.flatMap((row) => [row.need_id, row.place_id, row.to_place_id]);
  return {
    personId: first.neighbor_id,
    requestId: first.request_id,
    sharing: sharingFromRow(first),
    ties: rows.map(tieOf),
    subjectIds: [first.request_id, ...forms.map((form) => form.id), ...subjects.filter((id) => id !== null)],
  };
}

function answerFields({ definition }: AnsweredForm): readonly DetailField[] {
  return (definition as FormDefinition).questions.map(({ id }): DetailField => `helper-answer:${id}`);
}

/** May whoever provides this see the field, as the kernel has it for a helper without any office? */
function mayCarry(row: DayRow, field: PaperField, now: number): boolean {
  const { neighbor_id: personId, request_id: requestId } = row;
  if (personId === null) return false;
  const subject = { personId, requestId, sharing: sharingFromRow(row), ties: [tieOf(row)] };
  const policyField = field === 'must-know' ? field : policyFieldOf(field);
  return canSeeVault(carrierOf(row), subject, policyField, 'deliver-help', now);
}

function carrierOf(row: DayRow): Actor {
  if (row.member_id) return { kind: 'member', memberId: row.member_id, role: 'member', teams: [] };
  return row.person_id ? { kind: 'helper', personId: row.person_id, needId: row.need_id } : { kind: 'public' };
}

function narrowed(details: Details, may: (field: PaperField) => boolean): Details {
  return {
    get: (personId, field, subjectId) => (may(field) ? details.get(personId, field, subjectId) : undefined),
    all: (personId) => details.all(personId).filter(({ field }) => may(field)),
  };
}
