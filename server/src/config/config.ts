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
    allowNewGroups: yesOrNo('ALLOW_NEW_GROUPS', env.allowNewGroups, false),
  };
}

function portFrom(text = '3000'): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT is "${text}". It must be a number from 0 to 65535.`);
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
