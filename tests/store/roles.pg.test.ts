import { afterAll, expect, test } from 'vitest';

import { prepareServer } from '../../server/src/database/connect.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { appRoleProblems, hostedServerSql, requireAppRole } from '../../server/src/database/roles.ts';
import { freshDatabase } from './database.ts';

const { connect } = await freshDatabase();
const admin = openPool(connect.admin, 1);
const role = `barnraise_test_${process.pid}`;
afterAll(async () => {
  await admin.query(`revoke all on database ${connect.app.database} from ${role}; drop role ${role}`);
  await admin.end();
});

const problemsOf = async (user: string): Promise<string> => {
  const pool = openPool({ ...connect.app, user }, 1);
  const problems = await appRoleProblems(pool);
  await pool.end();
  return problems.join(' ');
};

test('the two roles pass for what they are', async () => {
  expect(await problemsOf('barnraise_app')).toBe('');
  expect(await problemsOf('barnraise_owner')).toContain('owns the tables');
  expect(await problemsOf(connect.admin.user ?? '')).toContain('is a superuser');
});

test('a role that bypasses or could lift the protection is found out', async () => {
  await admin.query(
    `create role ${role} login bypassrls; grant connect on database ${connect.app.database} to ${role}`,
  );
  expect(await problemsOf(role)).toContain('BYPASSRLS');
  expect(await problemsOf(role)).toContain('is not "barnraise_app"');
  await admin.query(`alter role ${role} nobypassrls; grant barnraise_app to ${role}; grant barnraise_owner to ${role}`);
  expect(await problemsOf(role)).toContain('could turn their protection off');
  await admin.query(`revoke barnraise_owner from ${role}`);
  expect(await problemsOf(role)).toBe('');
});

test('the program does not start with the wrong role, and says what to run', async () => {
  const pool = openPool(connect.owner, 1);
  await expect(requireAppRole(pool)).rejects.toThrow(hostedServerSql);
  await pool.end();
  const connection = { app: connect.owner, stop: async () => undefined };
  await expect(prepareServer(connection, { dataDir: '/nowhere' })).rejects.toThrow(
    'Barnraise does not start like this',
  );
});
