import type { Actor } from './actor.ts';
import { isLive, type Commitment } from './commitment.ts';
import type { PersonId, RequestId } from './ids.ts';
import { hourMs, type Instant } from './instant.ts';
import { canExportDetails } from './group-policy.ts';
import { canSeeNeed, isCoordinator, type NeedFacts } from './policy.ts';
import { within } from './scope.ts';
import type { Sharing } from './sharing.ts';

/** What the vault keeps of a person in a request, an offer or a commitment. */
export const vaultFields = [
  'name',
  'contact',
  'exact-place',
  'must-know',
  'helper-note',
  'private-note',
  'raw-message',
  'photo',
  'contact-log',
] as const;
export type VaultField = (typeof vaultFields)[number];

/** What somebody opens a detail for. It is written down with the field and the reader, and shown to whom it concerns. */
export const vaultPurposes = [
  'intake',
  'call-back',
  'deliver-help',
  'meet-helper',
  'send-message',
  'safety-alarm',
  'merge-check',
  'own-details',
  'export',
] as const;
export type VaultPurpose = (typeof vaultPurposes)[number];

/** A commitment of the actor in this request, or, for `meet-helper`, of the person whose details are read. */
export type Tie = Pick<Commitment, 'state' | 'leaseUntil' | 'endedAt'>;

/** Whose details, and what binds the actor to them. */
export type VaultSubject = {
  readonly personId: PersonId;
  readonly requestId: RequestId | null;
  readonly sharing: Sharing;
  readonly ties: readonly Tie[];
  /** True when the actor is the person named for the alarm of a visit that is overdue. */
  readonly isAlarmed?: boolean;
};

/** After "done" a helper still sees the details this long: a bag was left, the stove will not light. */
export const graceMs = 12 * hourMs;

const opened: { readonly [Purpose in VaultPurpose]: readonly VaultField[] } = {
  intake: vaultFields,
  'call-back': ['name', 'contact', 'contact-log'],
  'deliver-help': ['name', 'contact', 'exact-place', 'must-know', 'helper-note', 'photo'],
  'meet-helper': ['name', 'contact'],
  'send-message': ['name', 'contact'],
  'safety-alarm': ['name', 'contact', 'exact-place', 'must-know'],
  'merge-check': ['name', 'contact', 'exact-place'],
  'own-details': ['name', 'contact', 'exact-place', 'must-know', 'helper-note', 'raw-message', 'photo', 'contact-log'],
  export: vaultFields,
};

/**
 * May this actor open this field of this person for this purpose, now?
 *
 * A helper may from the moment a commitment of theirs is accepted until its lease is over, it ends otherwise, or the
 * grace after "done" has passed, and only what the person lets helpers see. Coordinators may for the purposes of their
 * work. Everybody may see their own. The supplies lead and the money lead need no names. A program needs the scope for it
 * beside all that.
 */
export function canSeeVault(
  actor: Actor,
  subject: VaultSubject,
  field: VaultField,
  purpose: VaultPurpose,
  now: Instant,
): boolean {
  if (!opened[purpose].includes(field) || !within(actor, 'personal:read')) return false;
  switch (purpose) {
    case 'intake':
    case 'call-back':
    case 'merge-check':
      return isCoordinator(actor);
    case 'deliver-help':
      return isCoordinator(actor) || (mayDeliver(actor) && isTied(subject, now) && isShared(subject.sharing, field));
    case 'meet-helper':
      return mayMeet(actor, subject) && isTied(subject, now) && isShared(subject.sharing, field);
    case 'send-message':
      return actor.kind === 'system' || isCoordinator(actor);
    case 'safety-alarm':
      return actor.kind === 'system' || isCoordinator(actor) || isAlarmed(actor, subject);
    case 'own-details':
      return isOwn(actor, subject);
    case 'export':
      return canExportDetails(actor);
  }
}

/** How exactly an actor may see where a need is. `cell` is the rough area, which is public with the need. */
export function placePrecision(
  actor: Actor,
  need: NeedFacts,
  subject: VaultSubject,
  now: Instant,
): 'exact' | 'cell' | 'none' {
  const purposes: readonly VaultPurpose[] = ['deliver-help', 'own-details'];
  if (purposes.some((purpose) => canSeeVault(actor, subject, 'exact-place', purpose, now))) return 'exact';
  return canSeeNeed(actor, need) ? 'cell' : 'none';
}

/** True while a tie opens anything: live, or done a short while ago. What lapsed or was given back opens nothing. */
export function isTied(subject: Pick<VaultSubject, 'ties'>, now: Instant): boolean {
  return subject.ties.some(
    (tie) => isLive(tie, now) || (tie.state === 'done' && tie.endedAt !== null && now < tie.endedAt + graceMs),
  );
}

/** What the person lets helpers see. What keeps people from harm is always told to those who come. */
function isShared(sharing: Sharing, field: VaultField): boolean {
  switch (field) {
    case 'name':
      return sharing.name === 'helpers';
    case 'contact':
      return sharing.contact === 'helpers';
    case 'exact-place':
      return sharing.exactPlace === 'helpers';
    case 'must-know':
    case 'helper-note':
    case 'photo':
      return true;
    case 'private-note':
    case 'raw-message':
    case 'contact-log':
      return false;
  }
}

/** People who come. Another group is not told who lives where: whom it sends takes the need up by short link. */
function mayDeliver(actor: Actor): boolean {
  return actor.kind === 'member' || actor.kind === 'helper';
}

/** Who asked may know who comes, in their own request. */
function mayMeet(actor: Actor, subject: VaultSubject): boolean {
  return actor.kind === 'neighbor' && subject.requestId !== null && actor.requestId === subject.requestId;
}

function isAlarmed(actor: Actor, subject: VaultSubject): boolean {
  return actor.kind === 'member' && subject.isAlarmed === true;
}

function isOwn(actor: Actor, subject: VaultSubject): boolean {
  if (actor.kind === 'neighbor' || actor.kind === 'helper') return actor.personId === subject.personId;
  return actor.kind === 'member' && actor.personId !== undefined && actor.personId === subject.personId;
}
