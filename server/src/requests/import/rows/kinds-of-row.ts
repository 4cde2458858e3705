import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { KindMatch } from '@barnraise/kernel/phrase-to-kinds.ts';

import type { GroupKind } from '../../load-kinds.ts';
import { oneUsualUnit } from '../../needs-from-fields.ts';
import type { NewNeed } from '../../new-request.ts';
import type { RowRules } from './read-row.ts';

/** Kinds that the words name, and kinds that a category stands for, each once. What is turned down comes in halted. */
export function kindsOfRow(text: string, categories: string, rules: RowRules): readonly NewNeed[] {
  const needs = new Map<string, NewNeed>();
  const add = (code: string, match?: KindMatch<CatalogKind>): void => {
    const kind = rules.kindFor(code);
    const known = needs.get(code);
    // What is asked for in one place and turned down in another is asked for: a person looks at the words.
    if (!kind || (known && !(known.halted && !match?.negated))) return;
    needs.set(code, needOf(kind, match));
  };
  const { kinds } = rules.mapping;
  for (const category of kinds ? categories.split(kinds.separator) : []) {
    const code = kinds?.codes[category.trim()];
    if (code) add(code);
  }
  for (const match of rules.kindsIn(text)) if (!match.held) add(match.kind.code, match);
  return [...needs.values()];
}

function needOf(kind: GroupKind, match: KindMatch<CatalogKind> | undefined): NewNeed {
  const usual = oneUsualUnit(kind);
  const { amount, negated } = match ?? {};
  const stated =
    amount && amount.quantity !== null && amount.quantity > 0
      ? { quantity: amount.quantity, entered: { figure: amount.figure, unit: amount.unit ?? usual.entered.unit } }
      : {};
  return { ...usual, ...stated, ...(negated && { halted: true }) };
}
