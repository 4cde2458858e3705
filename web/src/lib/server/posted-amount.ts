import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { type Quantity, toQuantity } from '@barnraise/kernel/quantity.ts';
import { shownUnit } from '@barnraise/server/words/amount-text.ts';
import type { Words } from '@barnraise/server/words/words.ts';

/** What somebody typed beside a unit, in the kind's base unit; undefined where it is no amount above zero. */
export function postedAmount(figure: string, kind: CatalogKind, unitCode: string, t: Words): Quantity | undefined {
  const unit = shownUnit(kind, unitCode);
  const converted = toQuantity(figure, unit, t.locale === 'es' && figure.includes(',') ? ',' : '.');
  return converted.ok ? converted.value.quantity : undefined;
}
