import type { TokenId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { takeTicket, type TicketLimit } from '../database/limits.ts';

export type TooMany = { readonly code: 'too-many'; readonly retryAfterSeconds: number };

/** Tickets are drawn this many at a time and handed out one by one: else every read would cost a write. */
const handful = 20;
/** What is left of a handful by then goes back to nobody. */
const handfulMs = 30_000;

export interface Turns {
  /** One call of a token, or how long to wait. */
  readonly take: (tokenId: TokenId) => Promise<Outcome<null, TooMany>>;
}

/**
 * How often a token may call. The bucket is the database's, so it holds over all processes and restarts; a process has
 * no more in its hand than a handful of it.
 */
export function openTurns(context: Pick<Context, 'database' | 'config'>): Turns {
  const perMinute = context.config.api.callsPerMinute;
  const limit: TicketLimit = { capacity: perMinute, refillPerMinute: perMinute };
  const cost = Math.min(handful, perMinute);
  const hands = new Map<TokenId, { left: number; until: number }>();
  return {
    take: async (tokenId) => {
      const hand = hands.get(tokenId);
      if (hand && hand.left > 0 && performance.now() < hand.until) {
        hand.left -= 1;
        return accept(null);
      }
      hands.delete(tokenId);
      const many = await takeTicket(context.database, `api:${tokenId}`, cost, limit);
      if (many.ok) {
        hands.set(tokenId, { left: cost - 1, until: performance.now() + handfulMs });
        return accept(null);
      }
      const one = await takeTicket(context.database, `api:${tokenId}`, 1, limit);
      return one.ok ? accept(null) : refuse({ code: 'too-many', retryAfterSeconds: one.retryAfterSeconds });
    },
  };
}

/** Somebody who tries tokens: a few a minute from one address, as a mistyped setting may send them. */
const strangers: TicketLimit = { capacity: 60, refillPerMinute: 30 };

export async function takeStrangersTurn(
  { database }: Pick<Context, 'database'>,
  addressHash: string,
): Promise<Outcome<null, TooMany>> {
  const ticket = await takeTicket(database, `api-stranger:${addressHash}`, 1, strangers);
  return ticket.ok ? accept(null) : refuse({ code: 'too-many', retryAfterSeconds: ticket.retryAfterSeconds });
}
