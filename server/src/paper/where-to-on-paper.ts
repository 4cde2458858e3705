import type { Actor } from '@barnraise/kernel/actor.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';
import { canSeeVault } from '@barnraise/kernel/vault-policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { type Details, readDetails } from '../people/read-details.ts';
import { type DetailField, policyFieldOf } from '../people/vault-fields.ts';
import type { Caller } from '../record/caller.ts';
import type { DayRow } from '../requests/my-day.ts';
import { sharingFromRow } from '../requests/request-row.ts';
import { answersOf, tieOf, type WhereTo, whereToOf } from '../requests/where-to.ts';

/** As on the provider's own page, without the answers to forms: those stay on the screen. */
export type WhereOnPaper = Omit<WhereTo, 'told'>;

/** What a sheet needs of the person behind a promise. */
export type PaperField = DetailField | 'must-know';

/**
 * Opens what goes onto paper: of what the sheet needs, what the one who carries it may see, though whoever prints it may
 * see more. The reading is on record under whoever prints.
 */
export async function whereToOnPaper(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  rows: readonly DayRow[],
  fields: readonly PaperField[],
): Promise<(row: DayRow) => WhereOnPaper> {
  const byRequest = new Map<RequestId, Details>();
  for (const [requestId, ofRequest] of Map.groupBy(rows, (row) => row.request_id)) {
    const personId = ofRequest[0]?.neighbor_id;
    const allowed = fields.filter((field) => ofRequest.some((row) => mayCarry(row, field, tx.now)));
    if (!ofRequest[0] || !personId || allowed.length === 0) continue;
    const wanted = { personId, requestId, sharing: sharingFromRow(ofRequest[0]), ties: ofRequest.map(tieOf) };
    byRequest.set(
      requestId,
      await readDetails(context, tx, { actor, purpose: 'deliver-help', fields: allowed, wanted: [wanted] }),
    );
  }
  const answers = await answersOf(tx, [...byRequest.keys()]);
  return (row) => {
    const opened = byRequest.get(row.request_id);
    const details = opened && narrowed(opened, (field) => mayCarry(row, field, tx.now));
    const mayHeed = details !== undefined && mayCarry(row, 'must-know', tx.now);
    return whereToOf(row, mayHeed ? details : undefined, answers.get(row.request_id) ?? []);
  };
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
