import { type Config, configFromEnv } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { type Secrets, secretsFromEnv } from './config/secrets.ts';
import { connectDatabase, type Connection, reachServer } from './database/connect.ts';
import type { Database } from './database/database.ts';
import type { Undoer } from './record/undo-act.ts';

/** Everything a command, a query or a job may need, built once and handed down as one plain object. */
export type Context = {
  readonly config: Config;
  readonly database: Database;
  /** How each act is undone, by its verb. */
  readonly undoers: Readonly<Record<string, Undoer>>;
  /** Told what went wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void;
  close(): Promise<void>;
};

export type ContextOverrides = Partial<Omit<Context, 'config' | 'close'>> & {
  readonly secrets?: Secrets;
  readonly connection?: Connection;
  readonly say?: (line: string) => void;
};

/** Builds the context top down. Tests and tools pass parts of their own; what is passed is not closed here. */
export async function openContext(config: Config, overrides: ContextOverrides = {}): Promise<Context> {
  const say = overrides.say ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const report =
    overrides.report ?? ((error: unknown) => say(error instanceof Error ? String(error.stack) : String(error)));
  const secrets = overrides.secrets ?? {};
  const connection = overrides.database
    ? undefined
    : (overrides.connection ?? (await reachServer(config, secrets, say)));
  const database =
    overrides.database ??
    (await connectDatabase(connection as Connection, config.database.namedStatements, { onError: report }));
  return {
    config,
    database,
    undoers: overrides.undoers ?? {},
    report,
    close: async () => {
      if (!overrides.database) await database.close();
      if (!overrides.connection) await connection?.stop();
    },
  };
}

/** The context that the environment describes: what the web server, the worker and the commands start from. */
export async function openContextFromEnv(overrides: ContextOverrides = {}): Promise<Context> {
  const env = readEnv();
  return openContext(configFromEnv(env), { secrets: secretsFromEnv(env), ...overrides });
}
