import { statfs } from 'node:fs/promises';

import type { Pool } from 'pg';

import { requireCurrentSchema } from '../database/migrate.ts';
import { appRoleProblems, hostedServerSql } from '../database/roles.ts';
import { tables } from '../database/tables.ts';
import { availableKey, checkOf, storedCheck } from '../database/vault/server-key.ts';
import type { Command } from './command.ts';
import { type ReachedServer, withServer } from './with-server.ts';

export const doctor: Command = {
  usage: '',
  summary: 'Looks whether the server is set up as it has to be, and says what to do.',
  details: 'Changes nothing. The exit code is 1 if anything is wrong.',
  run: async () => {
    let reached = false;
    try {
      return await withServer(async (server) => {
        reached = true;
        return examine(server);
      });
    } catch (error) {
      if (reached) throw error;
      console.log(`WRONG  The database cannot be reached: ${(error as Error).message}`);
      return 1;
    }
  },
};

/** Gives sentences about what is wrong; none when all is well. */
type Check = {
  readonly what: string;
  readonly look: (server: ReachedServer) => Promise<readonly string[]>;
  /** Without this nothing that follows can be said. */
  readonly isGround?: boolean;
};

const checks: readonly Check[] = [
  { what: 'the database answers, and its clock agrees with this machine’s', look: clockProblems, isGround: true },
  { what: 'the program’s role sees only what it may', look: roleProblems },
  { what: 'the tables are up to date', look: ({ app }) => problemOf(requireCurrentSchema(app)), isGround: true },
  { what: 'every group’s rows are protected from every other', look: ({ app }) => protectionProblems(app) },
  { what: 'what is acknowledged is on the disk', look: ({ app }) => durabilityProblems(app) },
  { what: 'the key is here, and is the database’s own', look: keyProblems },
  { what: 'jobs are being done', look: ({ app }) => jobProblems(app) },
  { what: 'there is room on the disk', look: ({ config }) => diskProblems(config.dataDir) },
];

async function examine(server: ReachedServer): Promise<number> {
  let wrong = 0;
  for (const { what, look, isGround } of checks) {
    const problems = await look(server).catch((error: unknown) => [(error as Error).message]);
    console.log(`${problems.length === 0 ? 'ok   ' : 'WRONG'}  ${what}`);
    for (const problem of problems) console.log(`       ${problem.replaceAll('\n', '\n       ')}`);
    wrong += problems.length;
    if (isGround && problems.length > 0) return 1;
  }
  const mail = server.secrets.smtpUrl
    ? 'is set up'
    : 'is not set up (SMTP_URL): people are shown links to copy instead';
  console.log(`note   e-mail ${mail}`);
  return wrong === 0 ? 0 : 1;
}

async function problemOf(work: Promise<unknown>): Promise<readonly string[]> {
  await work;
  return [];
}

async function one<T>(pool: Pool, question: string, values: readonly unknown[] = []): Promise<T> {
  const { rows } = await pool.query(question, [...values]);
  return rows[0] as T;
}

const clockSkewMaxMs = 5000;

async function clockProblems({ app }: ReachedServer): Promise<readonly string[]> {
  const { now } = await one<{ now: number }>(app, 'select clock_timestamp() as now');
  const skewMs = Math.abs(now - Date.now());
  if (skewMs <= clockSkewMaxMs) return [];
  return [`The database's clock is ${Math.round(skewMs / 1000)} s away from this machine's. Set both by NTP.`];
}

async function roleProblems({ app }: ReachedServer): Promise<readonly string[]> {
  const problems = await appRoleProblems(app);
  return problems.length === 0 ? [] : [...problems, `An administrator runs:\n${hostedServerSql}`];
}

async function protectionProblems(app: Pool): Promise<readonly string[]> {
  const expected = Object.entries(tables).flatMap(([name, sort]) => (sort === 'serverWide' ? [] : [name]));
  const { open } = await one<{ open: string[] }>(
    app,
    `select coalesce(array_agg(name), '{}') as open from unnest($1::text[]) as name
     where not exists (
       select from pg_class where relnamespace = 'public'::regnamespace and relname = name and relrowsecurity and relforcerowsecurity
     )`,
    [expected],
  );
  return open.map((name) => `Its owner runs: alter table ${name} enable row level security, force row level security;`);
}

async function durabilityProblems(app: Pool): Promise<readonly string[]> {
  const { off } = await one<{ off: string[] }>(
    app,
    `select coalesce(array_agg(name), '{}') as off from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
  );
  return off.map((name) => `The server runs with ${name} = off: a power cut loses what people were told is saved.`);
}

async function keyProblems({ app, config, secrets }: ReachedServer): Promise<readonly string[]> {
  const check = await storedCheck(app);
  const { key, place } = availableKey(config.dataDir, secrets.serverKey);
  if (check === undefined) return ['The database has no key yet. Start the program or run "barnraise migrate".'];
  if (!key) return [`There is no key in ${place}, and BARNRAISE_KEY is not set.`];
  return checkOf(key) === check ? [] : [`The key in ${place} is another one.`];
}

const waitMaxMinutes = 5;

async function jobProblems(app: Pool): Promise<readonly string[]> {
  const { waiting, failed } = await one<{ waiting: number; failed: number }>(
    app,
    `select count(*) filter (where state in ('created', 'retry') and start_after < now() - make_interval(mins => $1)) as waiting,
       count(*) filter (where state = 'failed' and completed_on > now() - interval '1 day') as failed
     from pgboss.job`,
    [waitMaxMinutes],
  );
  const problems: string[] = [];
  if (waiting > 0)
    problems.push(`${waiting} jobs have waited for more than ${waitMaxMinutes} minutes. Is the worker running?`);
  if (failed > 0) problems.push(`${failed} jobs failed for good within a day. The program's log says why.`);
  return problems;
}

const freeBytesMin = 500_000_000;

async function diskProblems(folder: string): Promise<readonly string[]> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= freeBytesMin) return [];
  return [`Only ${Math.round((bavail * bsize) / 1e6)} MB are free on the disk of ${folder}.`];
}
