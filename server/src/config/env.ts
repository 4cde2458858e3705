/**
 * Everything the program reads from its environment, as one flat list of texts; it decides nothing.
 * This file is the only reader of `process.env`: what is not here cannot be set.
 */
export type Env = {
  readonly port?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly trustProxy?: string;
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
  readonly namedStatements?: string;
  readonly barnraiseKey?: string;
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  readonly allowNewGroups?: string;
  readonly apiCallsPerMinute?: string;
  readonly webhookHosts?: string;
};

/** Reads the list from `source`. A variable that is set to nothing counts as not set. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const text = (name: string): string | undefined => source[name]?.trim() || undefined;
  return {
    port: text('PORT'),
    host: text('HOST'),
    origin: text('ORIGIN'),
    trustProxy: text('TRUST_PROXY'),
    dataDir: text('DATA_DIR'),
    databaseUrl: text('DATABASE_URL'),
    databaseOwnerUrl: text('DATABASE_OWNER_URL'),
    namedStatements: text('NAMED_STATEMENTS'),
    barnraiseKey: text('BARNRAISE_KEY'),
    smtpUrl: text('SMTP_URL'),
    mailFrom: text('MAIL_FROM'),
    allowNewGroups: text('ALLOW_NEW_GROUPS'),
    apiCallsPerMinute: text('API_CALLS_PER_MINUTE'),
    webhookHosts: text('WEBHOOK_HOSTS'),
  };
}
