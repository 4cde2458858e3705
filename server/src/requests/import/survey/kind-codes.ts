import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import { findKindsIn } from '@barnraise/kernel/phrase-to-kinds.ts';
import { kindIndex } from '@barnraise/kernel/phrase/kind-index.ts';

import type { Categories } from './categories.ts';

const index = kindIndex(catalog);

/** Which kind each category stands for, where its words name just one. */
export function kindCodes({ values }: Categories): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const value of values) {
    const [match, ...others] = findKindsIn(value, index).filter(({ negated, held }) => !negated && !held);
    if (match && match.alternatives.length === 0 && others.every(({ kind }) => kind.code === match.kind.code))
      codes[value] = match.kind.code;
  }
  return codes;
}
