import { actorParty, actorToken, type Actor, type Role } from './actor.ts';
import type { Commitment } from './commitment.ts';
import type { GroupId, RequestId, TokenId } from './ids.ts';
import type { Precaution } from './kind.ts';
import type { Need } from './need.ts';
import { sameParty, type Party } from './party.ts';
import type { Request } from './request.ts';
import { within } from './scope.ts';

// Who may do what. Every page, command, API call and other group asks here, and nothing is allowed that is not named
// here. Whether an act is possible just now (open, halted, covered) is not asked here: that is the decisions' part.
// Longer than other files on purpose: whoever audits the rights of a role reads one page from top to bottom.

/** What a policy must know of a need. `sharedWith` are the groups that an agreement shows it to. */
export type NeedFacts = Pick<Need, 'id' | 'audience' | 'teamId' | 'source'> & {
  readonly precautions?: readonly Precaution[];
  readonly sharedWith?: readonly GroupId[];
};

function hasRole(actor: Actor, ...allowed: readonly Role[]): boolean {
  return actor.kind === 'member' && allowed.includes(actor.role);
}

/** Those who answer for requests: they see everything about them and may act for anybody in them. */
export function isCoordinator(actor: Actor): boolean {
  return hasRole(actor, 'steward', 'coordinator');
}

function isSteward(actor: Actor): boolean {
  return hasRole(actor, 'steward');
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

// The group

export function canSeeMembers(actor: Actor): boolean {
  return actor.kind === 'member' && within(actor, 'in-person');
}

export function canInvite(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

/** Roles, teams, and who belongs. */
export function canManageMembers(actor: Actor): boolean {
  return isSteward(actor) && within(actor, 'in-person');
}

/** Approve a member for visits that ask for it. */
export function canVet(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

/** Name, zone, area, kinds and pages. */
export function canManageGroup(actor: Actor): boolean {
  return isSteward(actor) && within(actor, 'in-person');
}

export function canManagePrograms(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

export function canManagePartners(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

export function canManageStock(actor: Actor): boolean {
  return hasRole(actor, 'steward', 'quartermaster') && within(actor, 'events:write');
}

export function canManageMoney(actor: Actor): boolean {
  return hasRole(actor, 'steward', 'treasurer') && within(actor, 'events:write');
}

/** Balances and events of goods and money: everybody who belongs, or nobody will trust them. */
export function canSeeLedger(actor: Actor): boolean {
  return actor.kind === 'member' && within(actor, 'events:read');
}

/** Take back an event of the ledger that somebody else wrote: money the treasurer, everything else the supplies lead. */
export function canCorrectEvent(
  actor: Actor,
  event: { readonly isMoney: boolean; readonly by: Party | null },
): boolean {
  if (!within(actor, 'events:write')) return false;
  const own = actorParty(actor);
  if (actor.kind === 'member' && own && event.by && sameParty(own, event.by)) return true;
  return event.isMoney ? canManageMoney(actor) : isCoordinator(actor) || canManageStock(actor);
}

export function canSendToMany(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

/** Emergency mode, roll call and stand-down. */
export function canActivate(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

/** Bring in tables, chats and lists; from a shell of the server, the operator does. */
export function canImport(actor: Actor): boolean {
  return actor.kind === 'system' || (isCoordinator(actor) && within(actor, 'in-person'));
}

/** Make, word, publish and close forms: who takes in what is answered knows best what has to be asked. */
export function canManageForms(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

/** The list of what was answered to a form; each answer is still only for those its question names. */
export function canListAnswers(actor: Actor): boolean {
  return actor.kind === 'member' && within(actor, 'in-person');
}

/** Leave with everything in one file. */
export function canExportGroup(actor: Actor): boolean {
  return isSteward(actor) && within(actor, 'in-person');
}

/** Slips, sheets for whoever drives, work orders for anybody's promise, and typing in what came back on them. */
export function canUsePaper(actor: Actor): boolean {
  return isCoordinator(actor) && within(actor, 'in-person');
}

/** The lists that leave as a table for a spreadsheet. */
export const exportedLists = [
  'requests',
  'needs',
  'commitments',
  'offers',
  'members',
  'messages',
  'events',
  'visits',
  'households',
  'places',
  'imports',
] as const;
export type ExportedList = (typeof exportedLists)[number];

/** Take a list out: who may look at it, and whoever runs the server, from its shell. */
export function canExportList(actor: Actor, list: ExportedList): boolean {
  if (actor.kind === 'system') return true;
  if (!within(actor, 'in-person')) return false;
  switch (list) {
    case 'needs':
      return canListNeeds(actor);
    case 'members':
      return canSeeMembers(actor);
    case 'events':
      return canSeeLedger(actor);
    case 'messages':
      return canSendToMany(actor);
    case 'imports':
      return canImport(actor);
    case 'requests':
    case 'commitments':
    case 'offers':
    case 'visits':
    case 'households':
    case 'places':
      return canSeeInbox(actor);
  }
}

/** Take private details out with a list. Each reading is written down for the person it is about. */
export function canExportDetails(actor: Actor): boolean {
  return actor.kind === 'system' || (isSteward(actor) && within(actor, 'in-person'));
}

export function canSeeAudit(actor: Actor): boolean {
  return isSteward(actor) && within(actor, 'in-person');
}

/** Erase what nothing keeps any more. */
export function canRunRetention(actor: Actor): boolean {
  return actor.kind === 'system';
}

/**
 * Undo an act: who did it, or a coordinator; a program only what it did itself, by the same token. Whether it still can
 * be undone is `decideUndo`'s part.
 */
export function canUndo(actor: Actor, by: Party | null, token: TokenId | null = null): boolean {
  const ownToken = actorToken(actor);
  if (ownToken !== undefined) return ownToken === token;
  const own = actorParty(actor);
  return isCoordinator(actor) || (own !== undefined && by !== null && sameParty(own, by));
}
