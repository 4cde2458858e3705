import type { TimeWindow } from '@barnraise/kernel/instant.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';

import type { Words } from './words.ts';

/** When something is wanted, as a line of a list says it; the day is said once when both ends are on it. */
export function windowText(t: Words, window: TimeWindow | null, zone: string): string {
  if (window === null) return t('commitment.whenAny');
  const { fromAt, untilAt } = window;
  const sameDay = localDateOf(fromAt, zone) === localDateOf(untilAt - 1, zone);
  return t('commitment.whenBetween', {
    from: t.instant(fromAt, zone, 'dateTime'),
    until: t.instant(untilAt, zone, sameDay ? 'time' : 'dateTime'),
  });
}
