import { asOwner } from './seed-group.ts';
import type { RunningServer } from './server.ts';

/** Tables that move without anybody having done anything that counts: looking, waiting, sealing. */
const restless = ['rate_limits', 'chain_links', 'sessions', 'vault_readings', 'server_values'];

/** What stands in each table, in short: a refusal must leave all of it as it was, to the last letter. */
export function fingerprint(server: RunningServer): Promise<Record<string, string>> {
  return asOwner(server, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1)`,
      [restless],
    );
    const prints = tables.map(async ({ name }): Promise<[string, string]> => {
      const { rows } = await owner.query<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${name} t`,
      );
      return [name, rows[0]?.print ?? ''];
    });
    return Object.fromEntries(await Promise.all(prints));
  });
}
