import { ConfigError } from './config-error.ts';
import type { Env } from './env.ts';

/** What must never be logged; kept apart from the config for that reason. */
export type Secrets = {
  /** The 32 bytes of BARNRAISE_KEY, when the operator keeps the key outside the data folder. */
  readonly serverKey?: Buffer;
  /** Connection as `barnraise_app`. */
  readonly databaseUrl?: string;
  /** Connection as `barnraise_owner`; only migrate, backup and restore need it. */
  readonly databaseOwnerUrl?: string;
  readonly smtpUrl?: string;
};

/** Reads the secrets; throws a {@link ConfigError} that never repeats the secret. */
export function secretsFromEnv(env: Env): Secrets {
  return {
    serverKey: env.barnraiseKey === undefined ? undefined : serverKeyFrom(env.barnraiseKey),
    databaseUrl: urlOf('DATABASE_URL', env.databaseUrl, /^postgres(ql)?:$/),
    databaseOwnerUrl: urlOf('DATABASE_OWNER_URL', env.databaseOwnerUrl, /^postgres(ql)?:$/),
    smtpUrl: urlOf('SMTP_URL', env.smtpUrl, /^smtps?:$/),
  };
}

/** The key as text: 64 hexadecimal digits. */
export function serverKeyFrom(text: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  throw new ConfigError('BARNRAISE_KEY is not 64 hexadecimal digits. Make one with: openssl rand -hex 32');
}

function urlOf(name: string, text: string | undefined, protocol: RegExp): string | undefined {
  if (text === undefined) return undefined;
  if (protocol.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new ConfigError(`${name} is not an address of the right kind. See the operator's guide for an example.`);
}
