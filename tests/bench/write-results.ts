import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { BenchResult } from './bench-result.ts';

const page = path.resolve(import.meta.dirname, '../../docs/benchmarks.md');
const tableOf = /(?<=<!-- results -->\n)[^]*(?=\n<!-- end of results -->)/;

/** Puts a new result in the place of the bench's old one on the page of benchmarks, and makes the table anew. */
export function writeResult(line: string): void {
  const { bench } = JSON.parse(line) as BenchResult;
  const text = readFileSync(page, 'utf8');
  const old = new RegExp(`^\\{"bench":"${bench}".*$`, 'm');
  // The solver's benches have a page of their own.
  if (!old.test(text)) return;
  const updated = text.replace(old, () => line);
  const results = [...updated.matchAll(/^\{"bench".*$/gm)].map(([one]) => JSON.parse(one) as BenchResult);
  writeFileSync(
    page,
    updated.replace(tableOf, () => tableFor(results)),
  );
}

function tableFor(results: readonly BenchResult[]): string {
  const rows = results.map(
    (one) => `| \`${one.bench}\` | ${measured(one)} | ${one.target} | ${one.met ? 'yes' : 'no'} |`,
  );
  return ['| bench | measured | target | met |', '|---|---|---|---|', ...rows].join('\n');
}

/** The figures that the target speaks of, by their names; else the one the bench is about. */
function measured({ value, ratio, target, parts }: BenchResult): string {
  const named = [...target.matchAll(/(\w+) [<>]=/g)].map(([, name = '']) => name);
  const figures = named.flatMap((name) => {
    const figure = name === 'ratio' ? ratio : parts[name];
    return typeof figure === 'number' ? [`${name} ${figure}`] : [];
  });
  return figures.length > 0 ? figures.join(', ') : String(value);
}
