import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { fromQuantity, type Quantity } from '@barnraise/kernel/quantity.ts';
import { shownUnit } from '@barnraise/server/words/amount-text.ts';

/** A quantity as the figure that a form shows beside the unit. */
export function amountFigure(kind: CatalogKind, quantity: Quantity, unitCode: string): string {
  return fromQuantity(quantity, shownUnit(kind, unitCode)).figure;
}
