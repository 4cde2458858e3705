import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { isLeaseOver } from '@barnraise/kernel/commitment.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';
import { dayWindow, type LocalDate } from '@barnraise/kernel/time.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { memberIdOf } from '../requests/finish-commitment.ts';
import type { DayRow } from '../requests/my-day.ts';
import type { WhereTo } from '../requests/where-to.ts';
import { amountText, kindText } from '../words/amount-text.ts';
import { answerLines } from '../words/answer-text.ts';
import { isLocale, localeNames } from '../words/locale.ts';
import { windowText } from '../words/window-text.ts';
import { factText, placeLines, type Printing } from './print-large-sheets.ts';
import { mayPrint, promises, providerNames, type WhichPromises } from './promises.ts';
import { whereToOnPaper } from './where-to-on-paper.ts';
import { drawWorkOrders, type Line, type WorkOrder } from './work-order.ts';
import { putWorkOrders } from './work-order-table.ts';

export interface WorkOrderRun extends Printing {
  readonly whose: WhichPromises['whose'];
  /** What is to be done by the end of that day; everything that is promised where null. */
  readonly day: LocalDate | null;
  readonly requestId: RequestId | null;
  /** A telephone number as people there write it. */
  readonly showPhone: (phone: string) => string;
  /** Where outcomes are typed in. */
  readonly typeLink: string;
}

/** A sheet should be gone by then, whether or not it came back. */
const shredDays = 14;

const fields = ['name', 'phone', 'address', 'plus-code', 'directions', 'detail', 'description', 'must-know'] as const;

/** One order for each promise, with a code that leads back to it. Printing again gives the same codes. */
export async function printWorkOrders(
  context: Context,
  caller: Caller,
  { whose, day, requestId, showPhone, typeLink, ...printing }: WorkOrderRun,
): Promise<Outcome<Uint8Array, { readonly code: 'not-allowed' }>> {
  if (!mayPrint(caller, { whose })) return refuse({ code: 'not-allowed' });
  const until = day === null ? null : dayWindow(day, printing.zone).untilAt;
  const { now, orders } = await context.database.forGroup(caller.groupId, async (tx) => {
    const rows = await promises(tx, caller, { whose, until, requestId });
    const ids = rows.map((row) => row.id);
    const codes = await putWorkOrders(tx, ids, memberIdOf(caller));
    const nameOf = await providerNames(context, tx, caller, rows);
    const whereTo = await whereToOnPaper(context, tx, caller, rows, { fields, answers: true });
    await writeAudit(tx, {
      actor: caller.actor,
      verb: 'print-work-orders',
      subjectTable: 'groups',
      subjectId: tx.groupId,
      data: { count: ids.length },
    });
    const shown = rows.map((row) => {
      const code = codes.get(row.id);
      if (!code) throw new Error(`The work order of ${row.id} got no code.`);
      const link = `${typeLink}?code=${showShortCode(code)}`;
      return orderOf({ row, code, link, provider: nameOf(row), where: whereTo(row), now: tx.now, printing, showPhone });
    });
    return { now: tx.now, orders: shown };
  });
  return accept(await drawWorkOrders({ ...printing, orders, typeLink, shredOn: now + shredDays * dayMs }));
}

interface OrderFacts {
  readonly row: DayRow;
  readonly code: ShortCode;
  readonly link: string;
  readonly provider: string;
  readonly where: WhereTo;
  readonly now: Instant;
  readonly printing: Printing;
  readonly showPhone: (phone: string) => string;
}

function orderOf({ row, code, link, provider, where, now, printing, showPhone }: OrderFacts): WorkOrder {
  const { t, zone } = printing;
  const kind = row.definition as CatalogKind;
  const { window_from: fromAt, window_to: untilAt } = row;
  const window = fromAt === null || untilAt === null ? null : { fromAt, untilAt };
  const isOver = isLeaseOver({ state: row.state, leaseUntil: row.lease_until }, now);
  const lines: readonly (Line | null)[] = [
    [t('commitment.when'), windowText(t, window, zone)],
    row.be_there_by === null ? null : [t('commitment.beThereBy'), t.instant(row.be_there_by, zone, 'dateTime')],
    line(t('paper.orderBy'), provider),
    line(t('paper.orderFor'), where.name),
    line(t('paper.orderPhone'), where.phone && [showPhone(where.phone), ...phoneCare(row, printing)].join('  ·  ')),
    line(t('paper.orderLanguage'), where.name && languageOf(row.language, printing)),
    line(t('commitment.place'), placeLines(where.place).join(' · ')),
    line(t('commitment.to'), placeLines(where.toPlace).join(' · ')),
    row.way_home === 'none' ? null : [t('commitment.wayHome'), wayHomeOf(row, printing)],
    line(t('commitment.detail'), where.detail),
    line(t('commitment.words'), where.description),
    ...where.told
      .flatMap((form) => form.answers)
      .map(({ label, value }) => line(label, answerLines(t, value).join(', '))),
    isOver ? ['!', t('paper.noDetails')] : null,
  ];
  return {
    code,
    link,
    box: 'outcome',
    what: `${kindText(t, kind)}: ${amountText(t, kind, row.quantity, row.entered_unit)}`,
    amount: amountText(t, kind, row.quantity, row.entered_unit),
    lines: lines.filter((one) => one !== null),
    heed: where.mustKnow.map((fact): Line => [t(`mustKnow.${fact.code}`), factText(fact, t)]),
  };
}

function line(name: string, value: string | undefined): Line | null {
  return value ? [name, value] : null;
}

function languageOf(language: string, { t }: Printing): string {
  return isLocale(language) && language !== t.locale ? localeNames[language] : '';
}

function phoneCare(row: DayRow, { t }: Printing): readonly string[] {
  return [
    row.safe_to_text === 'no' ? t('paper.noText') : '',
    row.safe_to_leave_message === 'no' ? t('paper.noMessage') : '',
  ].filter((one) => one !== '');
}

function wayHomeOf(row: DayRow, { t, zone }: Printing): string {
  return row.way_home === 'at' && row.way_home_at !== null
    ? t('commitment.home-at', { time: t.instant(row.way_home_at, zone, 'time') })
    : t(`commitment.home-${row.way_home === 'at' ? 'when-called' : row.way_home}`);
}
