import type { GroupId, TeamId } from '@barnraise/kernel/ids.ts';
import { expect, test } from 'vitest';

import { insertRows } from './insert-rows.ts';

const here = '0190f1f0-0000-7000-8000-000000000001' as GroupId;
const one = '0190f1f0-0000-7000-8000-000000000002' as TeamId;
const at = new Date(0);
const other = '0190f1f0-0000-7000-8000-000000000003' as TeamId;

test('a row is its columns and values, without what was left undefined', () => {
  expect(insertRows('teams', [{ group_id: here, id: one, name: 'Pantry', created_at: undefined }])).toEqual({
    sql: 'insert into teams (group_id, id, name) values ($1, $2, $3)',
    parameters: [here, one, 'Pantry'],
  });
});

test('what only some rows give is the default for the others', () => {
  const rows = [
    { group_id: here, id: one, name: 'Pantry' },
    { id: other, created_at: at, group_id: here, name: 'Drivers' },
  ];
  expect(insertRows('teams', rows)).toEqual({
    sql: 'insert into teams (group_id, id, name, created_at) values ($1, $2, $3, default), ($4, $5, $6, $7)',
    parameters: [here, one, 'Pantry', here, other, 'Drivers', at],
  });
});

test('rows of another shape get a text of their own', () => {
  const narrow = insertRows('teams', [{ group_id: here, id: one, name: 'Pantry' }]);
  const wide = insertRows('teams', [{ group_id: here, id: one, name: 'Pantry', created_at: at }]);
  expect(narrow.sql).not.toBe(wide.sql);
  expect(insertRows('teams', [{ group_id: here, id: other, name: 'Drivers' }]).sql).toBe(narrow.sql);
});

test('a name that is no column is refused', () => {
  const row = { group_id: here, id: one, name: 'Pantry', 'x) values (1); --': 1 };
  expect(() => insertRows('teams', [row])).toThrow('is no column of teams');
});
