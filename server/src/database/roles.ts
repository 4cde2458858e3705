import type pg from 'pg';

/** The program is connected as somebody it must not be. The message says what to do, with the SQL to run. */
export class RoleError extends Error {
  override readonly name = 'RoleError';
}

/** What an administrator of a hosted server runs once, as a role that may create roles. Works on PostgreSQL 15 and newer. */
export const hostedServerSql = `
create role barnraise_owner login password '…' nosuperuser nobypassrls;
create role barnraise_app login password '…' nosuperuser nobypassrls;
create database barnraise owner barnraise_owner encoding 'UTF8' template template0;
revoke connect, temporary on database barnraise from public;
grant connect on database barnraise to barnraise_app;
alter role barnraise_app set idle_in_transaction_session_timeout = '60s';
-- then: DATABASE_URL=postgres://barnraise_app:…@host/barnraise
--       DATABASE_OWNER_URL=postgres://barnraise_owner:…@host/barnraise`.trim();

/** PostgreSQL 15 is the oldest that the schema and the tests know. */
const oldestVersion = 150_000;

type AppRole = {
  name: string;
  version: number;
  is_superuser: boolean;
  bypasses_rls: boolean;
  is_app: boolean;
  is_owner: boolean;
};

/**
 * What is wrong with the role that web and worker run as, as sentences; empty when all is well. Row-level security is
 * void for superusers, for BYPASSRLS, and for owners that can turn it off: with any of them one group could see another.
 */
export async function appRoleProblems(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<AppRole>(`
    select rolname as name, current_setting('server_version_num')::int as version, rolsuper as is_superuser,
      rolbypassrls as bypasses_rls,
      exists (select from pg_roles where rolname = 'barnraise_app' and pg_has_role(current_user, oid, 'usage')) as is_app,
      exists (select from pg_roles where rolname = 'barnraise_owner' and pg_has_role(current_user, oid, 'member'))
        or exists (
          select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'member')
        ) as is_owner
    from pg_roles where rolname = current_user`);
  const role = rows[0];
  if (!role) return ['The database does not say which role this is.'];
  const problems: string[] = [];
  if (role.version < oldestVersion) problems.push('The PostgreSQL server is older than version 15.');
  if (role.is_superuser) problems.push(`The role "${role.name}" is a superuser, so it would see every group's rows.`);
  else if (role.is_owner)
    problems.push(`The role "${role.name}" owns the tables, so it could turn their protection off.`);
  if (role.bypasses_rls && !role.is_superuser)
    problems.push(`The role "${role.name}" has BYPASSRLS, so it would see every group's rows.`);
  if (!role.is_app) problems.push(`The role "${role.name}" is not "barnraise_app", for which the tables are set up.`);
  return problems;
}

/** Throws a {@link RoleError} with the SQL for a hosted server unless the role is the one it has to be. */
export async function requireAppRole(pool: pg.Pool): Promise<void> {
  const problems = await appRoleProblems(pool);
  if (problems.length === 0) return;
  throw new RoleError(
    [...problems, 'Barnraise does not start like this. An administrator of the server runs:', '', hostedServerSql].join(
      '\n',
    ),
  );
}
