import { actorParty, type Actor, hasRole } from './actor.ts';
import type { Commitment } from './commitment.ts';
import type { GroupId, RequestId } from './ids.ts';
import type { Precaution } from './kind.ts';
import type { Need } from './need.ts';
import { sameParty, type Party } from './party.ts';
import type { Request } from './request.ts';
import { within } from './scope.ts';

// Who may do what with requests, offers, needs and commitments; with the group itself: group-policy.ts. Every page, command,
// API call and other group asks one of the two, and nothing is allowed that is not named there. Whether an act is possible
// just now (open, halted, covered) is not asked here: that is the decisions' part.

/** What a policy must know of a need. `sharedWith` are the groups that an agreement shows it to. */
export type NeedFacts = Pick<Need, 'id' | 'audience' | 'teamId' | 'source'> & {
  readonly precautions?: readonly Precaution[];
  readonly sharedWith?: readonly GroupId[];
};

/** Those who answer for requests: they see everything about them and may act for anybody in them. */
export function isCoordinator(actor: Actor): boolean {
  return hasRole(actor, 'steward', 'coordinator');
}

function isOwnRequest(actor: Actor, requestId: RequestId | null): boolean {
  return actor.kind === 'neighbor' && actor.requestId === requestId;
}

function requestOf(need: NeedFacts): RequestId | null {
  return need.source.kind === 'request' ? need.source.requestId : null;
}

// Anybody who comes to the door

/** Asking for help takes no account. Other groups refer requests by agreement instead. */
export function canAsk(actor: Actor): boolean {
  return actor.kind !== 'system' && actor.kind !== 'remote' && within(actor, 'requests:write');
}

export function canOffer(actor: Actor): boolean {
  return actor.kind !== 'system' && actor.kind !== 'remote' && within(actor, 'offers:write');
}

// Requests

/** The inbox and every request in it. */
export function canSeeInbox(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'requests:read');
}

export function canTakeIn(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'requests:write');
}

export function canSeeRequest(actor: Actor, request: Pick<Request, 'id'>): boolean {
  return canSeeInbox(actor) || isOwnRequest(actor, request.id);
}

/** Change, confirm ("still needed", "solved", "wrong") or withdraw a request: who asked, or a coordinator by voice. */
export function canChangeRequest(actor: Actor, request: Pick<Request, 'id'>): boolean {
  return canCloseRequest(actor) || isOwnRequest(actor, request.id);
}

export function canCloseRequest(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'requests:write');
}

/** Notes and the call log of a request. */
export function canWriteNotes(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'requests:write');
}

/** Put a request higher or lower than the rules did. */
export function canSetUrgency(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'requests:write');
}

/** Give a lost private link again, after a call back. */
export function canReissueLink(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

export function canSeeWhoSawDetails(actor: Actor, request: Pick<Request, 'id'>): boolean {
  return canErasePerson(actor, request);
}

/** Erase the person behind a request: the person, or a coordinator who was asked to by voice. */
export function canErasePerson(actor: Actor, request: Pick<Request, 'id'>): boolean {
  return (isCoordinator(actor) && within(actor, 'in-person')) || isOwnRequest(actor, request.id);
}

export function canMergeRequests(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

export function canMergePeople(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

export function canPassOn(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'requests:write');
}

// Offers and places

/** Every offer of the group, and where somebody's place roughly is. */
export function canSeeOffers(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'offers:read');
}

/** Who gave an offer changes it and takes it back; so does a coordinator who was told. */
export function canChangeOffer(actor: Actor, by: Party | null): boolean {
  if (!within(actor, 'offers:write')) return false;
  const own = actorParty(actor);
  return isCoordinator(actor) || (own !== undefined && by !== null && sameParty(own, by));
}

/** From then on it can be asked for. */
export function canTakeInOffers(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'offers:write');
}

export function canSeePlaces(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'places:read');
}

// Needs and commitments

/** The list of what is needed, as far as one may see each. */
export function canListNeeds(actor: Actor): boolean {
  return actor.kind === 'member' && within(actor, 'needs:read');
}

/** Kind, amount, rough area and window of a need. Nothing here opens a detail of the vault. */
export function canSeeNeed(actor: Actor, need: NeedFacts): boolean {
  return isShown(actor, need) && within(actor, 'needs:read');
}

function isShown(actor: Actor, need: NeedFacts): boolean {
  if (isCoordinator(actor) || isOwnRequest(actor, requestOf(need))) return true;
  switch (actor.kind) {
    case 'public':
    case 'neighbor':
      return need.audience === 'public';
    case 'helper':
      return need.audience === 'public' || actor.needId === need.id;
    case 'remote':
      return need.sharedWith?.includes(actor.groupId) ?? false;
    case 'member':
      return isForMember(need, actor.teams);
    case 'system':
      return false;
  }
}

function isForMember(need: NeedFacts, teams: readonly string[]): boolean {
  if (need.audience === 'public' || need.audience === 'members') return true;
  return need.audience === 'team' && need.teamId !== null && teams.includes(need.teamId);
}

/** A need on the public page: its audience is everybody, its request is open, and who asked agreed. */
export function canListPublicly(need: NeedFacts, request: Pick<Request, 'state' | 'sharing'> | null): boolean {
  if (need.audience !== 'public') return false;
  if (request === null) return need.source.kind !== 'request';
  return request.sharing.listedPublicly && (request.state === 'open' || request.state === 'covered');
}

/**
 * Take a part of a need for oneself. Who may see it may, except who asked for it; where the kind wants vetted helpers,
 * only those. Somebody without a login gives name and phone at that moment, and is a helper from then on.
 */
export function canCommit(actor: Actor, need: NeedFacts): boolean {
  if (!isShown(actor, need) || isOwnRequest(actor, requestOf(need)) || !within(actor, 'commitments:write'))
    return false;
  if (!(need.precautions ?? []).includes('vetted')) return true;
  return isCoordinator(actor) || (actor.kind === 'member' && actor.vetted === true);
}

/** "Maria said yes in the chat": commit somebody else. */
export function canCommitFor(actor: Actor, provider: Party): boolean {
  if (!within(actor, 'commitments:write')) return false;
  const own = actorParty(actor);
  return isCoordinator(actor) || (own !== undefined && sameParty(own, provider));
}

/** Accept or decline what was offered. */
export function canChooseOffers(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'commitments:write');
}

/** Start, finish, extend, make smaller or give back a commitment: its provider, or a coordinator who was told. */
export function canStep(actor: Actor, commitment: Pick<Commitment, 'provider'>): boolean {
  return canCommitFor(actor, commitment.provider);
}

/** "No more, please", and lifting it: who asked, a coordinator, and for a drive whoever has to store or account for it. */
export function canHaltNeed(actor: Actor, need: NeedFacts): boolean {
  if (!within(actor, 'needs:write')) return false;
  if (isCoordinator(actor) || isOwnRequest(actor, requestOf(need))) return true;
  return need.source.kind === 'drive' && hasRole(actor, 'quartermaster', 'treasurer');
}

export function canChangeNeed(actor: Actor, need: NeedFacts): boolean {
  return (isCoordinator(actor) && within(actor, 'needs:write')) || isOwnRequest(actor, requestOf(need));
}

/** Put "can you?" to people. */
export function canAskPeople(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'asks:write');
}

/** Who was asked, and what they said. */
export function canSeeAsks(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'asks:read');
}

/** Commitments at all: coordinators all of them, others their own. */
export function canSeeCommitments(actor: Actor): boolean {
  return actor.kind === 'member' && within(actor, 'commitments:read');
}

/** "We already did this": one line, no request before it. */
export function canRecord(actor: Actor): boolean {
  return actor.kind === 'member' && within(actor, 'events:write');
}

/** Write lapses and move up waiting lists with no act of a person before it. */
export function canTidy(actor: Actor): boolean {
  return actor.kind === 'system' || (isCoordinator(actor) && within(actor, 'in-person'));
}
