import { dayMs, type Instant } from './instant.ts';

/** For what a personal detail is kept. Each purpose ends by itself; what serves none any more is erased. */
export const retentionPurposes = [
  'deliver-help',
  'keep-in-touch',
  'raw-message',
  'contact-log',
  'photo',
  'offer-help',
  'safety',
] as const;
export type RetentionPurpose = (typeof retentionPurposes)[number];

/**
 * Days a purpose lasts after the last visit of the person, request or offer. A family that comes every Tuesday is seen
 * every 7 days, so nothing it needs lasts less than two weeks; `deliver-help` and `keep-in-touch` outlive a missed month.
 */
export const retentionDays: { readonly [Purpose in RetentionPurpose]: number } = {
  'deliver-help': 45,
  'keep-in-touch': 90,
  'raw-message': 30,
  'contact-log': 45,
  photo: 30,
  'offer-help': 365,
  safety: 180,
};

/** A record that a program must keep by law: named, shown to the person, and over on a date. */
export type LegalHold = { readonly program: string; readonly law: string; readonly endsAt: Instant };

/** One detail that may be erased, with all that keeps it. */
export type RetainedDetail<Key> = {
  readonly key: Key;
  readonly purposes: readonly RetentionPurpose[];
  /** The newest of: asked, helped, called, offered, confirmed. */
  readonly lastVisitAt: Instant;
  /** Next date this person is expected, where help repeats; nothing is erased before it has passed. */
  readonly nextVisitAt: Instant | null;
  /** True while a request is not closed or a commitment not over. */
  readonly inUse: boolean;
  readonly holds: readonly LegalHold[];
};

/** A group may keep details for a shorter or longer time, within these bounds. */
export type RetentionPlan = { readonly [Purpose in RetentionPurpose]?: number };
export const retentionDaysMin = 14;
export const retentionDaysMax = 730;

/** When a detail is to be erased, and what keeps it until then. */
export type RetentionEnd =
  | { readonly kind: 'in-use' }
  | {
      readonly kind: 'at';
      readonly eraseAt: Instant;
      readonly because: RetentionPurpose | 'next-visit' | 'legal-hold';
    };

/** The days a group keeps a purpose, held within the bounds. */
export function daysFor(purpose: RetentionPurpose, plan: RetentionPlan = {}): number {
  const days = plan[purpose] ?? retentionDays[purpose];
  return Math.min(retentionDaysMax, Math.max(retentionDaysMin, days));
}

/** The last moment anything keeps this detail. A detail without a purpose ends with its last visit. */
export function retentionEnd(detail: RetainedDetail<unknown>, plan: RetentionPlan = {}): RetentionEnd {
  if (detail.inUse) return { kind: 'in-use' };
  let end: RetentionEnd = { kind: 'at', eraseAt: detail.lastVisitAt, because: 'deliver-help' };
  const later = (eraseAt: Instant, because: Exclude<RetentionEnd, { kind: 'in-use' }>['because']): void => {
    if (end.kind === 'at' && eraseAt > end.eraseAt) end = { kind: 'at', eraseAt, because };
  };
  for (const purpose of detail.purposes) later(detail.lastVisitAt + daysFor(purpose, plan) * dayMs, purpose);
  // A visit that is planned gets the shortest time of all to be written down.
  if (detail.nextVisitAt !== null) later(detail.nextVisitAt + retentionDaysMin * dayMs, 'next-visit');
  for (const hold of detail.holds) later(hold.endsAt, 'legal-hold');
  return end;
}

/** The keys of what must be erased by now, longest overdue first. */
export function dueForErasure<Key>(
  details: readonly RetainedDetail<Key>[],
  now: Instant,
  plan: RetentionPlan = {},
): readonly Key[] {
  return details
    .map((detail) => ({ key: detail.key, end: retentionEnd(detail, plan) }))
    .filter((one): one is { key: Key; end: Extract<RetentionEnd, { kind: 'at' }> } => one.end.kind === 'at')
    .filter((one) => one.end.eraseAt <= now)
    .toSorted((a, b) => a.end.eraseAt - b.end.eraseAt)
    .map((one) => one.key);
}

/** What a person who asks to be erased now must be told: the holds that stand against it, and until when. */
export function holdsAgainstErasure(detail: RetainedDetail<unknown>, now: Instant): readonly LegalHold[] {
  return detail.holds.filter((hold) => hold.endsAt > now).toSorted((a, b) => a.endsAt - b.endsAt);
}
