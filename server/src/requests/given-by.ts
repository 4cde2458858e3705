import type { KindNature } from '@barnraise/kernel/kind.ts';
import type { EventVerb, LedgerParty } from '@barnraise/kernel/ledger.ts';

/**
 * What the ledger says when somebody helps directly: goods and money come from the world outside the group's own stock
 * and fund, work and service from people's time, and a space is lent.
 */
export function givenBy(nature: KindNature): { readonly verb: EventVerb; readonly from: LedgerParty } {
  switch (nature) {
    case 'goods':
      return { verb: 'handed-out', from: { kind: 'world' } };
    case 'money':
      return { verb: 'paid', from: { kind: 'world' } };
    case 'service':
    case 'work':
      return { verb: 'worked', from: { kind: 'labor' } };
    case 'space':
      return { verb: 'lent', from: { kind: 'world' } };
  }
}
