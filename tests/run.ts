// Runs every test. --long turns the full counts on (BARNRAISE_LONG=1), other words go to Vitest as they are.
import { spawnSync } from 'node:child_process';

// A fresh clone has no settings of the pages yet, and every tool that reads web/tsconfig.json wants them.
const synced = spawnSync(process.execPath, [`${process.cwd()}/node_modules/@sveltejs/kit/svelte-kit.js`, 'sync'], {
  cwd: 'web',
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (synced.status !== 0) process.exit(synced.status ?? 1);

const args = process.argv.slice(2);
const isLong = args.includes('--long');
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...args.filter((word) => word !== '--long')],
  { stdio: 'inherit', env: { ...process.env, ...(isLong ? { BARNRAISE_LONG: '1' } : {}) } },
);
process.exit(run.status ?? 1);
