import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { en } from '../server/src/words/en/index.ts';

/** Every key of the catalog as `area.name`. */
const keys = Object.entries(en).flatMap(([area, texts]) => Object.keys(texts).map((name) => `${area}.${name}`));

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', 'web/src', 'server/src'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter(
    (file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts') && !/^server\/src\/words\/(en|es)\//.test(file),
  );

const text = sources.flatMap(readIfThere).join('\n');

function readIfThere(file: string): string[] {
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return [];
  }
}

const areas = Object.keys(en).join('|');
const named = new Set(
  [...text.matchAll(new RegExp(`['"\`]((?:${areas})\\.[\\w-]+)['"\`]`, 'g'))].map((match) => match[1] ?? ''),
);
// A key that is put together, as in `request.state-${state}`: each key that begins so is used.
const beginnings = [...text.matchAll(new RegExp(`\`((?:${areas})\\.[\\w-]*)\\$\\{`, 'g'))].map(
  (match) => match[1] ?? '',
);

it('every text of the catalog is said somewhere', () => {
  const unused = keys.filter((key) => !named.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
  expect(unused).toEqual([]);
});

it('every key that the sources name is in the catalog', () => {
  const known = new Set(keys);
  expect([...named].filter((key) => !known.has(key))).toEqual([]);
  expect(beginnings.filter((beginning) => !keys.some((key) => key.startsWith(beginning)))).toEqual([]);
});
