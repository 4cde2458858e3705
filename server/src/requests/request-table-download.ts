import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { amountText, kindText } from '../words/amount-text.ts';
import type { Words } from '../words/words.ts';
import { csvText } from './csv-text.ts';
import { type ListedRequest, type RequestFilter, requestList } from './request-list.ts';

/** More rows than any spreadsheet is good for; the whole of a group leaves by its export. */
const rowsMax = 20_000;

/** The filtered list as one table, in the reader's words, without anything private; undefined where it may not be seen. */
export async function requestTable(
  context: Context,
  caller: Caller,
  filter: RequestFilter,
  t: Words,
  zone: string,
): Promise<string | undefined> {
  const rows: (readonly (string | number)[])[] = [
    [
      t('inbox.csvCode'),
      t('inbox.csvState'),
      t('inbox.csvUrgency'),
      t('inbox.csvNeeds'),
      t('inbox.csvAsked'),
      t('inbox.csvSource'),
      t('inbox.csvOwner'),
    ],
  ];
  let after = filter.after;
  do {
    const page = await requestList(context, caller, { ...filter, after });
    if (!page) return undefined;
    const owners = new Map(page.owners.map((owner) => [owner.memberId, owner.name]));
    for (const row of page.rows) rows.push(tableRow(row, row.ownerId ? (owners.get(row.ownerId) ?? '') : '', t, zone));
    after = page.next;
  } while (after && rows.length < rowsMax);
  return csvText(rows);
}

function tableRow(row: ListedRequest, owner: string, t: Words, zone: string): readonly string[] {
  const needs = row.needs.map(
    ({ kind, quantity, unit }) => `${kindText(t, kind)}: ${amountText(t, kind, quantity, unit)}`,
  );
  return [
    showShortCode(row.code as ShortCode),
    t(`request.state-${row.state}`),
    t(`request.urgency-${row.urgency >= 2 ? 2 : row.urgency >= 1 ? 1 : 0}`),
    needs.join('; '),
    t.instant(row.askedAt, zone, 'dateTime'),
    t(`request.channel-${row.channel}`),
    owner,
  ];
}
