import { describe, expect, test } from 'vitest';

import { configFromEnv } from './config.ts';
import { readEnv } from './env.ts';
import { secretsFromEnv } from './secrets.ts';

const configOf = (source: Record<string, string>) => configFromEnv(readEnv(source));
const secretsOf = (source: Record<string, string>) => secretsFromEnv(readEnv(source));

describe('config', () => {
  test('starts everything with nothing set', () => {
    const config = configOf({});
    expect(config.http).toEqual({
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://localhost:3000',
      trustProxy: false,
    });
    expect(config.database).toEqual({ kind: 'embedded', namedStatements: true });
    expect(config.dataDir).toBe(`${process.cwd()}/data`);
    expect(config.allowNewGroups).toBe(false);
  });

  test('a variable set to nothing counts as not set', () => {
    expect(configOf({ PORT: '', ORIGIN: ' ', DATABASE_URL: '' })).toEqual(configOf({}));
  });

  test('a named server turns named statements off unless they are asked for', () => {
    const url = 'postgres://barnraise_app@db/barnraise';
    expect(configOf({ DATABASE_URL: url }).database).toEqual({ kind: 'server', namedStatements: false });
    expect(configOf({ DATABASE_URL: url, NAMED_STATEMENTS: 'yes' }).database.namedStatements).toBe(true);
  });

  test.each([
    [{ PORT: '70000' }, 'PORT is "70000". It must be a number from 0 to 65535.'],
    [{ ORIGIN: 'help.example.org' }, 'ORIGIN is "help.example.org".'],
    [{ ORIGIN: 'https://example.org/help' }, 'ORIGIN is "https://example.org/help".'],
    [{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY is "maybe". Write yes or no.'],
    [{ DATABASE_OWNER_URL: 'postgres://x/y' }, 'DATABASE_OWNER_URL is set but DATABASE_URL is not.'],
  ])('refuses %j in a sentence', (source, sentence) => {
    expect(() => configOf(source)).toThrow(sentence);
  });

  test('the config holds no secret', () => {
    const source = {
      DATABASE_URL: 'postgres://a:hunter2@db/x',
      SMTP_URL: 'smtp://a:hunter2@mail',
      BARNRAISE_KEY: 'ab'.repeat(32),
    };
    expect(JSON.stringify(configOf(source))).not.toMatch(/hunter2|abab/);
  });
});

describe('secrets', () => {
  test('reads the key as 32 bytes', () => {
    expect(secretsOf({ BARNRAISE_KEY: 'AB'.repeat(32) }).serverKey).toEqual(Buffer.alloc(32, 0xab));
  });

  test.each([
    ['BARNRAISE_KEY', 'hunter2'],
    ['DATABASE_URL', 'mysql://a:hunter2@db/x'],
    ['SMTP_URL', 'hunter2'],
  ])('a bad secret is not repeated in the message: %s', (name, text) => {
    expect(() => secretsOf({ [name]: text })).toThrow(/^(?!.*hunter2)[A-Z_]+ is not /);
  });
});
