import { createHash } from 'node:crypto';

import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { once } from '../database/idempotency.ts';
import type { Endpoint } from './endpoint.ts';
import type { Program } from './program.ts';

export interface KeyedWrite {
  readonly key: string;
  /** Says what was asked for, so that one key is not used for two different things. */
  readonly fingerprint: string;
}

/** The act that a caller names, and what it asks for. */
export function keyedWrite(
  program: Pick<Program, 'actKey'>,
  endpoint: Endpoint,
  key: string,
  input: { readonly parameters: unknown; readonly body: unknown },
): KeyedWrite {
  const said = JSON.stringify([endpoint.name, input.parameters, input.body]);
  return {
    key: program.actKey(key),
    fingerprint: createHash('sha256').update(said).digest('base64url'),
  };
}

type Kept = { readonly fingerprint: string; readonly value: unknown };

/**
 * The context in which a command runs once for each key. What it decides is written together with the key, in the
 * command's own transaction: a repeat gets the first answer, and of two at once the second waits for the first.
 */
export function oncePerKey(context: Context, { key, fingerprint }: KeyedWrite): Context {
  const { database } = context;
  return {
    ...context,
    database: {
      ...database,
      decide: async <T, R extends Refusal>(
        ...[groupId, work]: Parameters<typeof database.decide<T, R>>
      ): Promise<Outcome<T, R>> => {
        const kept = await database.decide<Kept, R>(groupId, (tx) =>
          once<Kept, R>(tx, key, 'api', async () => {
            const outcome = await work(tx);
            return outcome.ok ? accept({ fingerprint, value: outcome.value }) : outcome;
          }),
        );
        if (!kept.ok) return kept;
        // The door knows this code; no command's own union has to.
        if (kept.value.fingerprint !== fingerprint) return refuse({ code: 'key-reused' }) as unknown as Outcome<T, R>;
        return accept(kept.value.value as T);
      },
    },
  };
}
