import { actorParty, actorToken, type Actor, hasRole } from './actor.ts';
import type { TokenId } from './ids.ts';
import { sameParty, type Party } from './party.ts';
import { canListNeeds, canSeeInbox, isCoordinator } from './policy.ts';
import { within } from './scope.ts';

// Who may do what with the group itself: its members, its books, what comes in and what leaves. Requests, offers and needs
// have their own part, policy.ts; what it says of the two holds here too.

function isSteward(actor: Actor): boolean {
  return hasRole(actor, 'steward');
}

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
