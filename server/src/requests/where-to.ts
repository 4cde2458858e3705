import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { PersonId, PlaceId, RequestId } from '@barnraise/kernel/ids.ts';
import type { MustKnowCode } from '@barnraise/kernel/must-know.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';
import type { Tie } from '@barnraise/kernel/vault-policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { type Details, readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';
import type { DayRow } from './my-day.ts';
import { sharingFromRow } from './request-row.ts';
import { formsAnsweredFor, type ShownAnswers, shownAnswers } from '../people/shown-answer.ts';

/** An exact place as far as the reader may know it. */
export interface KnownPlace {
  readonly address?: string;
  readonly plusCode?: string;
  /** "latitude,longitude" in decimal degrees. */
  readonly point?: string;
  readonly directions?: string;
}

/** For whom and where; empty where the step, the neighbor's wish or the time that has passed does not allow it. */
export interface WhereTo {
  readonly name?: string;
  readonly phone?: string;
  readonly mail?: string;
  readonly description?: string;
  readonly detail?: string;
  readonly place: KnownPlace;
  readonly toPlace: KnownPlace;
  /** What was answered to a form of the group's own and is for those who come. */
  readonly told: readonly ShownAnswers[];
  /** What the kind asks for, and whatever else was answered. */
  readonly mustKnow: readonly ShownFact[];
}

/** One fact to heed: its words, or which of the answers without words it is. */
export type ShownFact = { readonly code: MustKnowCode } & (
  | { readonly answer: 'known'; readonly value: string }
  | { readonly answer: 'none' | 'unknown' | 'not-asked' }
);

/**
 * Opens what the provider of these commitments may see of the neighbors behind them, all at once. The kernel's vault
 * policy decides by their ties: from "accepted" until it is over, and a while after "done".
 */
export async function readWhereTo(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  rows: readonly DayRow[],
): Promise<(row: DayRow) => WhereTo> {
  const read = await Promise.all(
    [...Map.groupBy(rows, (row) => row.request_id)].map(async ([requestId, ofRequest]) => {
      const [first] = ofRequest;
      if (!first?.neighbor_id) return undefined;
      const details = await readDetails(context, tx, {
        actor,
        purpose: 'deliver-help',
        wanted: [
          {
            personId: first.neighbor_id,
            requestId,
            sharing: sharingFromRow(first) satisfies Sharing,
            ties: ofRequest.map(tieOf),
          },
        ],
      });
      return [requestId, details] as const;
    }),
  );
  const byRequest = new Map(read.filter((one) => one !== undefined));
  const answers = await answersOf(tx, [...byRequest.keys()]);
  const forms = Map.groupBy(await formsAnsweredFor(tx, [...byRequest.keys()]), (form) => form.request_id);
  return (row) => {
    const details = byRequest.get(row.request_id);
    const opened = details && row.neighbor_id ? details.all(row.neighbor_id) : [];
    const told = (forms.get(row.request_id) ?? []).map((form) => shownAnswers(form, opened));
    return {
      ...whereToOf(row, details, answers.get(row.request_id) ?? []),
      told: told.filter((shown) => shown.answers.length > 0),
    };
  };
}

export function tieOf(row: DayRow): Tie {
  return { state: row.state, leaseUntil: row.lease_until, endedAt: row.ended_at };
}

/** What is shown of one commitment, of the details that were opened. */
export function whereToOf(
  row: DayRow,
  details: Details | undefined,
  answers: readonly AnswerRow[],
): Omit<WhereTo, 'told'> {
  const personId = row.neighbor_id;
  if (!details || personId === null) return { place: {}, toPlace: {}, mustKnow: [] };
  return {
    name: details.get(personId, 'name'),
    phone: details.get(personId, 'phone'),
    mail: details.get(personId, 'mail'),
    description: details.get(personId, 'description', row.request_id),
    detail: details.get(personId, 'detail', row.need_id),
    place: placeOf(details, personId, row.place_id),
    toPlace: placeOf(details, personId, row.to_place_id),
    mustKnow: factsOf(row, details, personId, answers),
  };
}

export type AnswerRow = {
  readonly request_id: RequestId;
  readonly question: string;
  readonly answer: ShownFact['answer'];
};

/** The answers to must-know questions that have no words of their own. */
export async function answersOf(
  tx: GroupTransaction,
  requestIds: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, readonly AnswerRow[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('must_know_facts')
    .select(['request_id', 'question', 'answer'])
    .where('group_id', '=', tx.groupId)
    .where('request_id', 'in', requestIds)
    .execute();
  return Map.groupBy(rows, (row) => row.request_id);
}

/** Nothing is left out silently: what the kind wants known and nobody asked says so. */
function factsOf(
  row: DayRow,
  details: Details,
  personId: PersonId,
  answers: readonly AnswerRow[],
): readonly ShownFact[] {
  const { mustKnow } = row.definition as CatalogKind;
  const codes = new Set<MustKnowCode>([...mustKnow, ...answers.map((one) => one.question as MustKnowCode)]);
  return [...codes].map((code): ShownFact => {
    const value =
      details.get(personId, `must-know:${code}`, row.request_id) ?? details.get(personId, `must-know:${code}`);
    if (value !== undefined) return { code, answer: 'known', value };
    const answer = answers.find((one) => one.question === code)?.answer ?? 'not-asked';
    return { code, answer: answer === 'known' ? 'unknown' : answer };
  });
}

function placeOf(details: Details, personId: PersonId, placeId: PlaceId | null): KnownPlace {
  if (placeId === null) return {};
  return {
    address: details.get(personId, 'address', placeId),
    plusCode: details.get(personId, 'plus-code', placeId),
    point: details.get(personId, 'point', placeId),
    directions: details.get(personId, 'directions', placeId),
  };
}
