import { type Kysely, sql } from 'kysely';

const words: Readonly<Record<string, string>> = { r: 'select', i: 'insert', u: 'update', d: 'delete' };

/**
 * Puts one table under tenancy: the app role sees and writes only the rows of the group that its transaction names.
 * Without a named group `current_setting` raises an error, so forgetting it can never mean "all groups".
 * The setting is read in a sub-select, which the planner evaluates once per query and can match to an index.
 */
export async function tenantTable(db: Kysely<unknown>, table: string, grants: string): Promise<void> {
  const allowed = grants
    .split('')
    .map((letter) => words[letter])
    .join(', ');
  const condition = `group_id = (select current_setting('barnraise.group_id')::uuid)`;
  for (const statement of [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_of_group on ${table} to barnraise_app using (${condition}) with check (${condition})`,
    `create policy ${table}_of_owner on ${table} to barnraise_owner using (true) with check (true)`,
    `grant ${allowed} on ${table} to barnraise_app`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}
