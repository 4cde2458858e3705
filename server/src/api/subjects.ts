import type { Actor } from '@barnraise/kernel/actor.ts';
import { canSeeLedger } from '@barnraise/kernel/group-policy.ts';
import {
  canListNeeds,
  canSeeAsks,
  canSeeCommitments,
  canSeeInbox,
  canSeeOffers,
  canSeePlaces,
} from '@barnraise/kernel/policy.ts';
import { within } from '@barnraise/kernel/scope.ts';

/** What programs read and are told about; each is a table of that name. */
export const subjects = ['kinds', 'requests', 'needs', 'offers', 'asks', 'commitments', 'events', 'places'] as const;
export type Subject = (typeof subjects)[number];

const mayHear: Readonly<Record<Subject, (actor: Actor) => boolean>> = {
  kinds: (actor) => within(actor, 'kinds:read'),
  requests: canSeeInbox,
  needs: canListNeeds,
  offers: canSeeOffers,
  asks: canSeeAsks,
  commitments: canSeeCommitments,
  events: canSeeLedger,
  places: canSeePlaces,
};

/** What an actor is told about when it changes: what it may read. */
export function toldSubjects(actor: Actor): ReadonlySet<string> {
  return new Set(subjects.filter((subject) => mayHear[subject](actor)));
}
