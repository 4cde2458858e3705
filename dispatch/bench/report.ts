import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../docs/benchmarks.md');

const opening = `# Benchmarks

Every plan in these tables was judged by the checker. One thread. Distances in double precision, not rounded. \`node bench/dispatch.ts TABLE --write\`
makes a table anew; \`node bench/draw-curve.ts\` draws the curve over time.
`;

/** Puts a table into the report, in place of an older one of its name. */
export function writeTable(name: string, markdown: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : opening;
  const begin = `<!-- ${name} -->\n`;
  const end = `<!-- end of ${name} -->\n`;
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const block = `${begin}\n${markdown}\n${end}`;
  const after = from >= 0 ? before.slice(0, from) + block + before.slice(to + end.length) : `${before}\n${block}`;
  writeFileSync(file, after);
}
