import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { type Commitment, isLeaseOver } from '@barnraise/kernel/commitment.ts';
import type { NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant, TimeWindow } from '@barnraise/kernel/instant.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';
import type { Visit } from '@barnraise/kernel/visit.ts';

import type { DayRow } from './my-day.ts';
import type { WhereTo } from './where-to.ts';

/** One thing somebody promised, with all they need to do it and nothing else. */
export interface DayItem {
  readonly commitment: Commitment;
  readonly needId: NeedId;
  readonly requestId: RequestId;
  readonly requestCode: string;
  readonly kind: CatalogKind;
  readonly enteredUnit: string;
  readonly window: TimeWindow | null;
  readonly beThereBy: Instant | null;
  readonly wayHome: DayRow['way_home'];
  readonly wayHomeAt: Instant | null;
  readonly cell: string | null;
  /** The language to write to the neighbor in. */
  readonly language: string;
  readonly safeToText: 'yes' | 'no' | 'not-asked';
  readonly safeToLeaveMessage: 'yes' | 'no' | 'not-asked';
  readonly whereTo: WhereTo;
  /** Whoever is in there now; null when nobody is. */
  readonly visit: Visit | null;
  readonly needsVisit: boolean;
}

export function dayItem(row: DayRow, commitment: Commitment, whereTo: WhereTo, visits: readonly Visit[]): DayItem {
  const kind = row.definition as CatalogKind;
  return {
    commitment,
    needId: row.need_id,
    requestId: row.request_id,
    requestCode: showShortCode(row.request_code as ShortCode),
    kind,
    enteredUnit: row.entered_unit,
    window:
      row.window_from === null || row.window_to === null ? null : { fromAt: row.window_from, untilAt: row.window_to },
    beThereBy: row.be_there_by,
    wayHome: row.way_home,
    wayHomeAt: row.way_home_at,
    cell: row.cell,
    language: row.language,
    safeToText: row.safe_to_text ?? 'not-asked',
    safeToLeaveMessage: row.safe_to_leave_message ?? 'not-asked',
    whereTo,
    visit: visits.find((visit) => visit.leftAt === null) ?? null,
    needsVisit: kind.precautions.some((one) => one === 'two-people' || one === 'never-alone' || one === 'vetted'),
  };
}

/** True when the lease is over though nobody has written the lapse yet: the page then offers to take it again. */
export function isOverdue(item: DayItem, now: Instant): boolean {
  return isLeaseOver(item.commitment, now);
}
