import type { GroupId, MemberId, NeedId, PersonId, RequestId, TeamId, TokenId } from './ids.ts';
import type { Party } from './party.ts';
import type { Scope } from './scope.ts';

/** What a member answers for in the group; everybody else who belongs is a plain member. */
export const roles = ['steward', 'coordinator', 'quartermaster', 'treasurer', 'member'] as const;
export type Role = (typeof roles)[number];

/** Who acts, as far as the server has proof of it. Policies take nothing else about a person. */
export type Actor =
  | { readonly kind: 'public' }
  /** Holds the private link of one request. */
  | { readonly kind: 'neighbor'; readonly requestId: RequestId; readonly personId: PersonId }
  /** Took needs by short link with name and phone, and has no login; `needId` is the need the link is for. */
  | { readonly kind: 'helper'; readonly personId: PersonId; readonly needId?: NeedId }
  | {
      readonly kind: 'member';
      readonly memberId: MemberId;
      readonly role: Role;
      readonly teams: readonly TeamId[];
      /** The person in the vault behind the member, where known: whose own details these are. */
      readonly personId?: PersonId;
      /** True once a coordinator approved this member for visits that ask for it. */
      readonly vetted?: boolean;
      /** Set where a program acts for this member: by which token, and what that token is for (see `within`). */
      readonly token?: { readonly tokenId: TokenId; readonly scopes: readonly Scope[] };
    }
  /** A scheduled job of the program itself. */
  | { readonly kind: 'system' }
  /** Another group, proved by its key. */
  | { readonly kind: 'remote'; readonly groupId: GroupId };

export type MemberActor = Extract<Actor, { kind: 'member' }>;

/** The token by which a program acts, or undefined for people and for the program's own jobs. */
export function actorToken(actor: Actor): TokenId | undefined {
  return actor.kind === 'member' ? actor.token?.tokenId : undefined;
}

/** The party an actor acts as, or undefined for the public and the system. */
export function actorParty(actor: Actor): Party | undefined {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', memberId: actor.memberId };
    case 'neighbor':
    case 'helper':
      return { kind: 'neighbor', personId: actor.personId };
    case 'remote':
      return { kind: 'remote-group', groupId: actor.groupId };
    case 'public':
    case 'system':
      return undefined;
  }
}

/** A member in one of these offices. */
export function hasRole(actor: Actor, ...allowed: readonly Role[]): boolean {
  return actor.kind === 'member' && allowed.includes(actor.role);
}
