import { readFileSync } from 'node:fs';
import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import { describe, expect, it } from 'vitest';
import { kindsPage, kindsPagePath } from './papers/kinds-page.ts';

describe('docs/kinds.md', () => {
  it('is what the catalog says now (node tests/papers/kinds-page.ts writes it)', () => {
    expect(readFileSync(kindsPagePath, 'utf8')).toBe(kindsPage());
  });

  it('has a row for every kind', () => {
    const page = kindsPage();
    for (const kind of catalog) expect(page, kind.code).toContain(`\n| \`${kind.code}\``);
  });
});
