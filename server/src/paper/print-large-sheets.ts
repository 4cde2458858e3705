import { isLeaseOver } from '@barnraise/kernel/commitment.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { dayWindow, type LocalDate, localDateOf } from '@barnraise/kernel/time.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import type { DayRow } from '../requests/my-day.ts';
import type { WhereTo } from '../requests/where-to.ts';
import { amountText, kindText } from '../words/amount-text.ts';
import { windowText } from '../words/window-text.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Words } from '../words/words.ts';
import { type DayOfOne, drawLargeSheets, type Stop } from './large-sheet.ts';
import type { PaperSize } from './paper-size.ts';
import { mayPrint, promises, providerNames, providerOf, type WhichPromises } from './promises.ts';
import { shortName } from './short-name.ts';
import { whereToOnPaper } from './where-to-on-paper.ts';

/** How sheets look, and in whose words. */
export interface Printing {
  readonly groupName: string;
  readonly zone: string;
  readonly size: PaperSize;
  readonly t: Words;
}

export interface LargeSheetOrder extends Printing {
  readonly whose: WhichPromises['whose'];
  readonly day: LocalDate;
}

/** Where to go and what to heed. A sheet is lost more easily than a phone: no numbers, no mail, no own words. */
const fields = ['name', 'address', 'plus-code', 'directions', 'detail', 'must-know'] as const;

/** What a day holds, in large type for whoever carries paper. What is opened for it is on record. */
export async function printLargeSheets(
  context: Context,
  caller: Caller,
  { whose, day, ...printing }: LargeSheetOrder,
): Promise<Outcome<Uint8Array, { readonly code: 'not-allowed' }>> {
  if (!mayPrint(caller, { whose })) return refuse({ code: 'not-allowed' });
  const { fromAt, untilAt } = dayWindow(day, printing.zone);
  const days = await context.database.forGroup(caller.groupId, async (tx): Promise<readonly DayOfOne[]> => {
    const rows = await promises(tx, caller, { whose, until: untilAt });
    const nameOf = await providerNames(context, tx, caller, rows);
    const whereTo = await whereToOnPaper(context, tx, caller, rows, { fields, answers: false });
    return [...Map.groupBy(rows, providerOf).values()].map((ofOne) => ({
      provider: ofOne[0] ? nameOf(ofOne[0]) : '',
      stops: ofOne.map((row) => stopOf(row, whereTo(row), { day, now: tx.now }, printing)),
    }));
  });
  return accept(await drawLargeSheets({ ...printing, days, day: fromAt, shredOn: untilAt + dayMs / 2 }));
}

function stopOf(
  row: DayRow,
  where: WhereTo,
  { day, now }: { readonly day: LocalDate; readonly now: Instant },
  { t, zone }: Printing,
): Stop {
  const kind = row.definition as CatalogKind;
  return {
    when: whenOf(row, day, t, zone),
    what: `${kindText(t, kind)}: ${amountText(t, kind, row.quantity, row.entered_unit)}`,
    name: shortName(where.name ?? ''),
    where: [
      ...placeLines(where.place),
      ...(Object.values(where.toPlace).some(Boolean)
        ? [`${t('commitment.to')}: ${placeLines(where.toPlace).join(', ')}`]
        : []),
      ...(where.detail ? [where.detail] : []),
    ],
    heed: [...(isUnconfirmed(row, now) ? [t('paper.noDetails')] : []), ...factsOf(where, t)],
  };
}

function isUnconfirmed(row: DayRow, now: Instant): boolean {
  return isLeaseOver({ state: row.state, leaseUntil: row.lease_until }, now);
}

/** What is known, or known to be unclear; what nobody asked would only fill the sheet. */
function factsOf(where: WhereTo, t: Words): readonly string[] {
  return where.mustKnow
    .filter((fact) => fact.answer === 'known' || fact.answer === 'unknown')
    .map((fact) => `${t(`mustKnow.${fact.code}`)}: ${factText(fact, t)}`);
}

/** The hours, where it is that day's; else the whole window. */
function whenOf(row: DayRow, day: LocalDate, t: Words, zone: string): string {
  if (row.be_there_by !== null) return `${t('commitment.beThereBy')} ${t.instant(row.be_there_by, zone, 'time')}`;
  const { window_from: fromAt, window_to: untilAt } = row;
  if (fromAt === null || untilAt === null) return t('commitment.whenAny');
  const isThatDay = localDateOf(fromAt, zone) === day && localDateOf(untilAt - 1, zone) === day;
  if (!isThatDay) return windowText(t, { fromAt, untilAt }, zone);
  return t('commitment.whenBetween', {
    from: t.instant(fromAt, zone, 'time'),
    until: t.instant(untilAt, zone, 'time'),
  });
}

export function placeLines({ address, plusCode, directions }: WhereTo['place']): readonly string[] {
  return [address, plusCode, directions].filter((line): line is string => Boolean(line));
}

export function factText(fact: WhereTo['mustKnow'][number], t: Words): string {
  return fact.answer === 'known' ? fact.value : t(`mustKnow.answer-${fact.answer}`);
}
