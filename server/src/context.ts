import type { Instant } from '@barnraise/kernel/instant.ts';

import { tokenUndoers } from './api/tokens/revoke-token.ts';
import { webhookUndoers } from './api/webhooks/act-on-webhook.ts';
import { type Config, configFromEnv } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { type Secrets, secretsFromEnv } from './config/secrets.ts';
import { connectDatabase, type Connected, type Connection, prepareServer, reachServer } from './database/connect.ts';
import type { Database } from './database/database.ts';
import type { Live } from './database/live.ts';
import { openVault } from './database/vault/open-vault.ts';
import type { Vault } from './database/vault/vault.ts';
import type { Channel } from './messaging/channel.ts';
import { formUndoers } from './forms/form-undoers.ts';
import { mailChannel } from './messaging/mail-channel.ts';
import { noMailChannel } from './messaging/no-mail-channel.ts';
import { messagingUndoers } from './messaging/undo.ts';
import { peopleUndoers } from './people/undo.ts';
import type { Undoers } from './record/undo-act.ts';
import { commitmentUndoers } from './requests/commitment-undoers.ts';
import { requestUndoers } from './requests/request-undoers.ts';

/** Everything a command, a query or a job may need, built once and handed down as one plain object. */
export type Context = {
  readonly config: Config;
  readonly database: Database;
  /** Tells a page's server that its group may have changed. */
  readonly live: Live;
  readonly vault: Vault;
  /** How e-mail leaves; without SMTP_URL messages are only shown on pages. */
  readonly mail: Channel;
  /** How each act is undone, by its verb. */
  readonly undoers: Undoers;
  /** Told what went wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void;
  readonly close: () => Promise<void>;
};

export type ContextOverrides = Partial<Pick<Context, 'vault' | 'mail' | 'undoers' | 'report'>> & {
  readonly secrets?: Secrets;
  /** A server that is running already; it is not stopped here. */
  readonly connection?: Connection;
  /** Another time than the database's, for tests and sample data that tell a story. */
  readonly clock?: () => Instant;
  readonly say?: (line: string) => void;
};

/** Builds the context top down. Tests and tools pass parts of their own; what is passed is not closed here. */
export async function openContext(config: Config, overrides: ContextOverrides = {}): Promise<Context> {
  const say = overrides.say ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const report =
    overrides.report ?? ((error: unknown) => say(error instanceof Error ? String(error.stack) : String(error)));
  const secrets = overrides.secrets ?? {};
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const { database, live, vault } = await openDatabaseAndVault();
    const mail = overrides.mail ?? openMail(config, secrets.smtpUrl);
    if (!overrides.mail) opened.push(async () => mail.close());
    return { config, database, live, vault, mail, undoers: overrides.undoers ?? allUndoers, report, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function openDatabaseAndVault(): Promise<Connected & { readonly vault: Vault }> {
    const connection = overrides.connection ?? (await reachServer(config, secrets, say));
    if (!overrides.connection) opened.push(connection.stop);
    const key = await prepareServer(connection, { dataDir: config.dataDir, given: secrets.serverKey });
    const connected = await connectDatabase(connection, config.database.namedStatements, {
      onError: report,
      clock: overrides.clock,
    });
    opened.push(connected.database.close);
    return { ...connected, vault: overrides.vault ?? openVault(key) };
  }
}

/** Each room brings how its own acts are undone. */
const allUndoers: Undoers = {
  ...messagingUndoers,
  ...peopleUndoers,
  ...requestUndoers,
  ...commitmentUndoers,
  ...tokenUndoers,
  ...webhookUndoers,
  ...formUndoers,
};

function openMail({ mail, http }: Config, smtpUrl: string | undefined): Channel {
  if (smtpUrl === undefined) return noMailChannel();
  return mailChannel({ smtpUrl, from: mail.from, host: new URL(http.origin).hostname });
}

/** The context that the environment describes: what the web server, the worker and the commands start from. */
export async function openContextFromEnv(overrides: ContextOverrides = {}): Promise<Context> {
  const env = readEnv();
  return openContext(configFromEnv(env), { secrets: secretsFromEnv(env), ...overrides });
}
