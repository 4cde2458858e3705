// Types, lint, format and boundaries: what must hold before a change is shown to anybody.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const tsc = ['node_modules/@typescript/native/bin/tsc', '-p'];
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types: kernel', [...tsc, 'kernel']],
  ['types: dispatch', [...tsc, 'dispatch']],
  ['types: server', [...tsc, 'server']],
  ['types: tests', [...tsc, 'tests']],
  ['pages: routes', ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']],
  ['pages: types', ['node_modules/svelte-check/bin/svelte-check', '--tsgo', '--fail-on-warnings']],
  ['lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  ['boundaries', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pure', 'tests/']],
];

// The checker of pages keeps copies of those that are gone, and finds fault with them.
rmSync('web/.svelte-kit/.svelte-check', { recursive: true, force: true });

const failed: string[] = [];
for (const [name, args] of steps) {
  const run = spawnSync(process.execPath, withRoot(args), {
    cwd: name.startsWith('pages') ? 'web' : '.',
    encoding: 'utf8',
  });
  console.log(`${run.status === 0 ? 'ok     ' : 'FAILED '} ${name}`);
  if (run.status === 0) continue;
  failed.push(name);
  console.log(run.stdout + run.stderr);
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}

/** Tool paths are relative to the project; steps that run in web/ need them absolute. */
function withRoot(args: readonly string[]): string[] {
  const [tool = '', ...rest] = args;
  return [`${process.cwd()}/${tool}`, ...rest];
}
