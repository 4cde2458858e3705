import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { entryUnit } from '@barnraise/kernel/kind.ts';
import { fromQuantity, type Quantity } from '@barnraise/kernel/quantity.ts';
import type { EntryUnit, UnitCode } from '@barnraise/kernel/unit.ts';

import type { Words } from './words.ts';

/**
 * An amount of a kind as a sentence would say it: "2 food boxes" where single things are counted, else "12 packs" in the
 * unit it was entered in (or the kind's usual one). What nobody entered, a sum or a rest, is never shown as a part of a
 * pack: then the single things are counted. For showing only.
 */
export function amountText(t: Words, kind: CatalogKind, quantity: Quantity, unitCode?: string | null): string {
  const unit = unitCode ? shownUnit(kind, unitCode) : wholeUnit(kind, quantity);
  if (unit.code === 'each') return countedText(t, kind, quantity);
  const { figure } = fromQuantity(quantity, unit);
  return t(`unit.${unit.code}`, { count: Number(figure) });
}

/** The unit amounts of this kind are shown in: the one they were entered in, or the usual one. */
export function shownUnit(kind: CatalogKind, unitCode?: string | null): EntryUnit {
  const unit = (unitCode && entryUnit(kind, unitCode as UnitCode)) || kind.entryUnits[0];
  if (!unit) throw new Error(`The kind ${kind.code} has no unit`);
  return unit;
}

/** The usual unit, or the single thing where an amount of things that are counted is no whole number of it. */
function wholeUnit(kind: CatalogKind, quantity: Quantity): EntryUnit {
  const usual = shownUnit(kind);
  const single = entryUnit(kind, 'each');
  const isWhole = (quantity * usual.denominator) % usual.numerator === 0;
  return isWhole ? usual : (single ?? usual);
}

/** The name of a kind in the reader's language, as a title or a line of a list begins. */
export function kindText(t: Words, kind: Pick<CatalogKind, 'names'>): string {
  const { name } = kind.names[t.locale];
  return name.charAt(0).toLocaleUpperCase(t.locale) + name.slice(1);
}

function countedText(t: Words, kind: CatalogKind, quantity: Quantity): string {
  const forms = kind.forms[t.locale];
  return `${t.number(quantity)} ${quantity === 1 ? forms.one : forms.other}`;
}
