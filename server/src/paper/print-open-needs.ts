import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { canUsePaper } from '@barnraise/kernel/group-policy.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { openNeeds } from '../requests/needs-list.ts';
import { amountText, kindText } from '../words/amount-text.ts';
import { windowText } from '../words/window-text.ts';
import type { Printing } from './print-large-sheets.ts';
import { promisesMax } from './promises.ts';
import { drawWorkOrders, type Line, type WorkOrder } from './work-order.ts';

export interface OpenNeedsRun extends Printing {
  /** Where a need is taken by its code, which follows. */
  readonly takeLink: string;
  readonly typeLink: string;
}

const shredDays = 14;

/**
 * One sheet for each need that nobody has taken yet, to be handed out at a table: what, how much and when, and room for who
 * takes it. For whom and where stands on the work order, which is printed once it is promised.
 */
export async function printOpenNeeds(
  context: Context,
  { actor, groupId }: Caller,
  { takeLink, typeLink, ...printing }: OpenNeedsRun,
): Promise<Outcome<Uint8Array, { readonly code: 'not-allowed' }>> {
  if (actor.kind !== 'member' || !canUsePaper(actor)) return refuse({ code: 'not-allowed' });
  const { now, rows } = await context.database.readGroup(groupId, async (tx) => ({
    now: tx.now,
    rows: await readOpenNeeds(tx, actor),
  }));
  const orders = rows.map((row) => sheetOf(row, takeLink, printing));
  return accept(await drawWorkOrders({ ...printing, orders, typeLink, shredOn: now + shredDays * dayMs }));
}

type OpenNeedRow = Awaited<ReturnType<typeof readOpenNeeds>>[number];

function readOpenNeeds(tx: GroupReader, actor: Parameters<typeof openNeeds>[1]) {
  return openNeeds(tx, actor)
    .select(['needs.quantity', 'needs.cap', 'needs.live_quantity', 'needs.done_quantity', 'needs.entered_unit'])
    .select(['needs.window_from', 'needs.window_to', 'needs.people_minimum', 'needs.link_code'])
    .select(['kinds.definition', 'requests.be_there_by'])
    .orderBy('requests.urgency', 'desc')
    .orderBy('needs.window_to', (order) => order.asc().nullsLast())
    .orderBy('requests.asked_at')
    .orderBy('needs.id')
    .limit(promisesMax)
    .execute();
}

function sheetOf(row: OpenNeedRow, takeLink: string, { t, zone }: Printing): WorkOrder {
  const kind = row.definition as CatalogKind;
  const { window_from: fromAt, window_to: untilAt, be_there_by: beThereBy } = row;
  const open = Math.min(row.quantity, row.cap ?? row.quantity) - row.live_quantity - row.done_quantity;
  const amount = amountText(t, kind, open, row.entered_unit);
  const window = fromAt === null || untilAt === null ? null : { fromAt, untilAt };
  const lines: readonly (Line | null)[] = [
    [t('commitment.when'), windowText(t, window, zone)],
    beThereBy === null ? null : [t('commitment.beThereBy'), t.instant(beThereBy, zone, 'dateTime')],
    row.people_minimum > 1 ? [t('paper.orderPeople'), t.number(row.people_minimum)] : null,
  ];
  const code = row.link_code as ShortCode;
  return {
    code,
    link: `${takeLink}/${code}`,
    box: 'taker',
    what: `${kindText(t, kind)}: ${amount}`,
    amount,
    lines: lines.filter((one) => one !== null),
    heed: [],
  };
}
