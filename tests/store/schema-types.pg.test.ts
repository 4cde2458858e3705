import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { schemaTypes } from '../papers/schema-types.ts';
import { freshDatabase } from './database.ts';

const file = 'server/src/database/schema.ts';
const { owner } = await freshDatabase();

it('has schema types that are what the migrated database really has', async () => {
  const made = await schemaTypes(owner);
  const formatted = execFileSync(process.execPath, ['node_modules/oxfmt/bin/oxfmt', '--stdin-filepath', 'schema.ts'], {
    input: made,
    encoding: 'utf8',
  });
  if (process.env['REGEN']) writeFileSync(file, formatted);
  expect(formatted).toBe(readFileSync(file, 'utf8'));
});
