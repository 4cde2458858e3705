import { parseId, type Id } from '@barnraise/kernel/ids.ts';
import type { LedgerParty } from '@barnraise/kernel/ledger.ts';

/** A ledger party as the accounts' columns hold it: its kind, and its id where it has one. */
export function ledgerPartyText(party: LedgerParty): string {
  switch (party.kind) {
    case 'team':
      return `team:${party.teamId}`;
    case 'member':
      return `member:${party.memberId}`;
    case 'partner':
      return `partner:${party.partnerId}`;
    case 'remote-group':
      return `remote-group:${party.groupId}`;
    case 'group':
    case 'neighbors':
    case 'world':
    case 'adjustment':
    case 'labor':
      return party.kind;
  }
}

/** The party behind a column's text. Only what `ledgerPartyText` wrote is read, so anything else is a bug. */
export function ledgerPartyFromText(text: string): LedgerParty {
  const [kind = '', id] = text.split(':');
  switch (kind) {
    case 'group':
    case 'neighbors':
    case 'world':
    case 'adjustment':
    case 'labor':
      return { kind };
    case 'team':
      return { kind, teamId: knownId(text, id) };
    case 'member':
      return { kind, memberId: knownId(text, id) };
    case 'partner':
      return { kind, partnerId: knownId(text, id) };
    case 'remote-group':
      return { kind, groupId: knownId(text, id) };
    default:
      throw new Error(`No ledger party is written "${text}"`);
  }
}

/* oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the party's kind names the brand */
function knownId<T extends Id>(text: string, id: string | undefined): T {
  const parsed = parseId<T>(id);
  if (parsed === undefined) throw new Error(`No ledger party is written "${text}"`);
  return parsed;
}
