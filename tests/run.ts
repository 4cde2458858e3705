// Runs every test. --long turns the full counts on (BARNRAISE_LONG=1), other words go to Vitest as they are.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const isLong = args.includes('--long');
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...args.filter((word) => word !== '--long')],
  { stdio: 'inherit', env: { ...process.env, ...(isLong ? { BARNRAISE_LONG: '1' } : {}) } },
);
process.exit(run.status ?? 1);
