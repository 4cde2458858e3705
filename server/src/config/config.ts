import path from 'node:path';

import { ConfigError } from './config-error.ts';
import type { Env } from './env.ts';

/** How the program is set up. Holds no secret, so it may be logged whole. */
export type Config = {
  readonly http: {
    /** 127.0.0.1 by default: a program that was only tried out is not open to the whole network. */
    readonly host: string;
    readonly port: number;
    /** Where people find it, with no slash at the end. Links in messages start with it. */
    readonly origin: string;
    /** True when a proxy in front sets the X-Forwarded headers; else they are ignored. */
    readonly trustProxy: boolean;
  };
  /** Absolute. Keys, person keys and the embedded database live below it. */
  readonly dataDir: string;
  readonly database: { readonly kind: 'embedded' | 'server'; readonly namedStatements: boolean };
  readonly mail: { readonly from: string };
  readonly api: {
    /** How often one token may call; as many at once after a pause of a minute. */
    readonly callsPerMinute: number;
    /**
     * Hosts of one's own that webhooks may go to although they are private or have no https: `crm.internal`,
     * `127.0.0.1:9000`. Everything else must be public and encrypted.
     */
    readonly webhookHosts: readonly string[];
  };
  /** Whether a visitor may start another group once the server has one. */
  readonly allowNewGroups: boolean;
};

/** Fills in the defaults and cross-checks; throws a {@link ConfigError} whose message is a sentence. */
export function configFromEnv(env: Env): Config {
  const port = portFrom(env.port);
  const origin = originFrom(env.origin, port);
  const kind = env.databaseUrl ? 'server' : 'embedded';
  if (env.databaseOwnerUrl && !env.databaseUrl) {
    throw new ConfigError(
      'DATABASE_OWNER_URL is set but DATABASE_URL is not. Set DATABASE_URL too (role barnraise_app), or neither to use the database that comes with the program.',
    );
  }
  return {
    http: { host: env.host ?? '127.0.0.1', port, origin, trustProxy: yesOrNo('TRUST_PROXY', env.trustProxy, false) },
    dataDir: path.resolve(env.dataDir ?? 'data'),
    // A pooler in transaction mode (pgbouncer before 1.21) fails on named statements, and only a named server has one.
    database: { kind, namedStatements: yesOrNo('NAMED_STATEMENTS', env.namedStatements, kind === 'embedded') },
    mail: { from: env.mailFrom ?? `Barnraise <barnraise@${new URL(origin).hostname}>` },
    api: { callsPerMinute: callsFrom(env.apiCallsPerMinute), webhookHosts: hostsFrom(env.webhookHosts) },
    allowNewGroups: yesOrNo('ALLOW_NEW_GROUPS', env.allowNewGroups, false),
  };
}

function portFrom(text = '3000'): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT is "${text}". It must be a number from 0 to 65535.`);
}

function callsFrom(text = '1200'): number {
  const calls = Number(text);
  if (/^\d{1,9}$/.test(text) && calls >= 1) return calls;
  throw new ConfigError(`API_CALLS_PER_MINUTE is "${text}". It must be a number, 1 or more.`);
}

function hostsFrom(text = ''): readonly string[] {
  const hosts = text.split(/[\s,]+/).filter((host) => host !== '');
  const wrong = hosts.find((host) => !/^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host));
  if (wrong === undefined) return hosts.map((host) => host.toLowerCase());
  throw new ConfigError(
    `WEBHOOK_HOSTS has "${wrong}". Write host names with or without a port, like crm.internal:8080.`,
  );
}

function originFrom(text: string | undefined, port: number): string {
  if (text === undefined) return `http://localhost:${port}`;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) return url.origin;
  throw new ConfigError(`ORIGIN is "${text}". Write the address that people type, like https://help.example.org.`);
}

function yesOrNo(name: string, text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined) return otherwise;
  if (/^(1|yes|true|on)$/i.test(text)) return true;
  if (/^(0|no|false|off)$/i.test(text)) return false;
  throw new ConfigError(`${name} is "${text}". Write yes or no.`);
}
