import type { GroupId, MemberId, PartnerId, PersonId } from './ids.ts';

/** Who can need or provide. Somebody who helps through a short link, without a login, is a neighbor who provides. */
export type Party =
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'neighbor'; readonly personId: PersonId }
  | { readonly kind: 'partner'; readonly partnerId: PartnerId }
  | { readonly kind: 'remote-group'; readonly groupId: GroupId };

/** The id inside, whatever kind it is of. */
export function partyId(party: Party): MemberId | PersonId | PartnerId | GroupId {
  switch (party.kind) {
    case 'member':
      return party.memberId;
    case 'neighbor':
      return party.personId;
    case 'partner':
      return party.partnerId;
    case 'remote-group':
      return party.groupId;
  }
}

export function sameParty(a: Party, b: Party): boolean {
  return a.kind === b.kind && partyId(a) === partyId(b);
}
