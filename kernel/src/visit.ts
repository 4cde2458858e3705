import type { CommitmentId, MemberId, VisitId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Precaution } from './kind.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

/** Somebody out at somebody's place. A named person is alarmed when they are not out by `dueBackAt`. */
export type Visit = {
  readonly id: VisitId;
  readonly commitmentId: CommitmentId;
  readonly people: number;
  readonly enteredAt: Instant;
  readonly dueBackAt: Instant;
  readonly alarmTo: MemberId;
  /** Set when the alarm for this `dueBackAt` went out; going out later does not take it back. */
  readonly alarmedAt: Instant | null;
  readonly leftAt: Instant | null;
};

export type VisitRefusal =
  | { readonly code: 'needs-two-people'; readonly people: number }
  | { readonly code: 'never-alone' }
  | { readonly code: 'not-vetted' }
  | { readonly code: 'due-back-not-ahead' }
  | { readonly code: 'already-left'; readonly leftAt: Instant };

/** What is said when going in. */
export type GoingIn = {
  readonly id: VisitId;
  readonly commitmentId: CommitmentId;
  readonly people: number;
  /** A second adult, or an open room, makes sure that nobody is alone with the person visited. */
  readonly somebodyElseThere: boolean;
  readonly vetted: boolean;
  readonly dueBackAt: Instant;
  readonly alarmTo: MemberId;
};

/** How many people must go, by the precautions of the kind. */
export function peopleMinimum(precautions: readonly Precaution[]): number {
  return precautions.includes('two-people') ? 2 : 1;
}

/** "Going in": holds the kind's precautions and sets the alarm. */
export function decideGoIn(
  going: GoingIn,
  precautions: readonly Precaution[],
  now: Instant,
): Outcome<Visit, VisitRefusal> {
  const people = peopleMinimum(precautions);
  if (going.people < people) return refuse({ code: 'needs-two-people', people });
  if (precautions.includes('never-alone') && going.people < 2 && !going.somebodyElseThere) {
    return refuse({ code: 'never-alone' });
  }
  if (precautions.includes('vetted') && !going.vetted) return refuse({ code: 'not-vetted' });
  if (going.dueBackAt <= now) return refuse({ code: 'due-back-not-ahead' });
  const { id, commitmentId, dueBackAt, alarmTo } = going;
  return accept({
    id,
    commitmentId,
    people: going.people,
    enteredAt: now,
    dueBackAt,
    alarmTo,
    alarmedAt: null,
    leftAt: null,
  });
}

/** "It takes longer": a later alarm, which goes out even if an earlier one did. */
export function decideStayLonger(visit: Visit, dueBackAt: Instant, now: Instant): Outcome<Visit, VisitRefusal> {
  if (visit.leftAt !== null) return refuse({ code: 'already-left', leftAt: visit.leftAt });
  if (dueBackAt <= now) return refuse({ code: 'due-back-not-ahead' });
  return accept({ ...visit, dueBackAt, alarmedAt: null });
}

/** "Going out". Saying it twice keeps the first time. */
export function goOut(visit: Visit, now: Instant): Visit {
  return visit.leftAt === null ? { ...visit, leftAt: now } : visit;
}

/** Visits whose people are overdue and whose alarm has not gone out, longest overdue first. */
export function alarmsDue(visits: readonly Visit[], now: Instant): readonly Visit[] {
  return visits
    .filter((visit) => visit.leftAt === null && visit.alarmedAt === null && visit.dueBackAt <= now)
    .toSorted((a, b) => a.dueBackAt - b.dueBackAt);
}

export function markAlarmed(visit: Visit, now: Instant): Visit {
  return { ...visit, alarmedAt: now };
}
