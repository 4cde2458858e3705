import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { scopes } from '@barnraise/kernel/scope.ts';
import { expect, it } from 'vitest';

import { apiReference } from './api-reference.ts';
import { endpoints } from './endpoints/index.ts';
import { openApiDocument } from './openapi-document.ts';

const file = path.resolve('docs/openapi.json');
const origin = 'https://help.example.org';
const document = openApiDocument(origin);
const text = `${JSON.stringify(document, null, 1)}\n`;

it('is kept beside the papers (REGEN=1 writes it anew)', () => {
  if (process.env['REGEN'] === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('points to nothing that is not there', () => {
  const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map((match) => (match[1] ?? '').split('/'));
  expect(references.length).toBeGreaterThan(40);
  for (const names of references) {
    const found = names.reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], document);
    expect(found, names.join('/')).toBeTypeOf('object');
  }
});

it('has an operation for every scope, and none without words', () => {
  expect(new Set(endpoints.flatMap((one) => one.scopes))).toEqual(new Set(scopes));
  expect(new Set(endpoints.map((one) => one.name)).size).toBe(endpoints.length);
  expect(endpoints.filter((one) => !/^[“A-Z].*[.]$/s.test(one.says))).toEqual([]);
});

it('is laid out for people, field by field', () => {
  const { operations, problems } = apiReference(origin);
  expect(operations).toHaveLength(endpoints.length);
  const create = operations.find(({ name }) => name === 'createRequest');
  const needs = create?.parts.find(({ title }) => title === 'Body')?.fields.find(({ name }) => name === 'needs');
  expect(needs?.fields.map(({ name }) => name)).toEqual(['kind', 'amount', 'unit', 'detail']);
  expect(problems.every(({ says }) => says.length > 10)).toBe(true);
});
