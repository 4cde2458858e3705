import type { Instant } from '@barnraise/kernel/instant.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';

import type { NewRequest } from '../../new-request.ts';
import { sizeOfRow } from './household-of-row.ts';
import { kindsOfRow } from './kinds-of-row.ts';
import { personOfRow } from './person-of-row.ts';
import { rawOf, type RowReader, type RowRefusal, type RowRemark, type RowRules } from './read-row.ts';
import { type RowCells, rowCells, wordsMax } from './row-cells.ts';

export interface RequestOfRow {
  readonly request: NewRequest;
  readonly askedAt: Instant | undefined;
  /** Set when somebody was called and did not answer. */
  readonly noAnswerAt: Instant | null;
}

const yearMs = 366 * 24 * 3_600_000;

export const requestOfRow: RowReader<RequestOfRow> = (row, rules) => {
  const { columns, kinds, channel } = rules.mapping;
  const cells = rowCells(row);
  const asked = columns.askedAt ? readInstant(cells.cell(columns.askedAt.column), rules) : undefined;
  if (typeof asked === 'object') return { refusal: asked };
  const who = personOfRow(cells, rules);
  const needsText = cells.joined(columns.needs, '\n', wordsMax);
  const words = cells.words(needsText, ...(columns.words ?? []).map(cells.cell));
  const household = sizeOfRow(cells, rules);
  if ('code' in household) return { refusal: household };
  const needs = kindsOfRow(needsText, cells.cell(kinds?.column), rules);
  // A category alone says what is needed.
  if (words === '' && who.name === '' && needs.length === 0) return { refusal: { code: 'nothing-said' } };
  const remarks: readonly RowRemark[] = needs.length === 0 && words !== '' ? ['no-kind-found'] : [];
  const { name, phone, mail, language, place } = who;
  const request: NewRequest = {
    ...unsaid,
    channel,
    language,
    asker: { name, phone, mail, safeToText: 'not-asked', safeToLeaveMessage: 'not-asked' },
    household: household.size === null ? null : household,
    needs,
    place,
    words,
    raw: rawOf(row),
  };
  return {
    said: { request, askedAt: asked, noAnswerAt: noAnswerAt(cells, rules, asked) },
    remarks: [...who.remarks, ...remarks, ...cells.remarks()],
  };
};

/** What a list does not tell. */
const unsaid = {
  askedFor: 'self',
  consent: false,
  window: null,
  trip: null,
  recurrence: null,
  mustKnow: {},
  sharing: sharingUntilAsked,
} as const;

/** A stated date, or why it cannot be one. An empty cell is no date, and no mistake. */
function readInstant(
  text: string,
  { readAskedAt, now }: RowRules,
): Instant | undefined | Extract<RowRefusal, { value: string }> {
  if (text === '') return undefined;
  const at = readAskedAt?.(text);
  if (at === undefined) return { code: 'date-not-read', value: text.slice(0, 40) };
  if (at > now + yearMs || at < now - 60 * yearMs) return { code: 'date-out-of-range', value: text.slice(0, 40) };
  return at;
}

/** "Did not respond" is an outcome of a call, and differs from "needs nothing". */
function noAnswerAt({ cell }: RowCells, rules: RowRules, askedAt: Instant | undefined): Instant | null {
  const { answered } = rules.mapping;
  if (!answered?.noAnswer.includes(cell(answered.column))) return null;
  return rules.readTriedAt?.(cell(answered.triedAt?.column)) ?? askedAt ?? rules.now;
}
