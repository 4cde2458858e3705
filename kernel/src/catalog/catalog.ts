import type { CatalogKind } from './entry.ts';
import { babyKinds } from './goods-baby.ts';
import { clothingKinds } from './goods-clothing.ts';
import { foodKinds } from './goods-food.ts';
import { homeKinds } from './goods-home.ts';
import { hygieneKinds } from './goods-hygiene.ts';
import { loanKinds } from './goods-loan.ts';
import { otherGoodsKinds } from './goods-other.ts';
import { stormKinds } from './goods-storm.ts';
import { moneyKinds, spaceKinds } from './money-and-space.ts';
import { careKinds } from './service-care.ts';
import { paperworkKinds } from './service-paperwork.ts';
import { rescueKinds } from './service-rescue.ts';
import { rideKinds } from './service-rides.ts';
import { repairKinds } from './work-repair.ts';
import { shiftKinds } from './work-shifts.ts';
import { stormWorkKinds } from './work-storm.ts';

/**
 * Every built-in kind, in shelf order. Codes are global and never change or return with another meaning: groups on other
 * servers, old exports and records of years ago know a kind by its code. Names and synonyms may improve.
 */
export const catalog: readonly CatalogKind[] = [
  ...foodKinds,
  ...babyKinds,
  ...hygieneKinds,
  ...clothingKinds,
  ...homeKinds,
  ...stormKinds,
  ...loanKinds,
  ...otherGoodsKinds,
  ...rideKinds,
  ...careKinds,
  ...paperworkKinds,
  ...rescueKinds,
  ...repairKinds,
  ...stormWorkKinds,
  ...shiftKinds,
  ...moneyKinds,
  ...spaceKinds,
];

const byCode = new Map(catalog.map((kind) => [kind.code, kind]));

/** The built-in kind of that code; undefined for a group's own kinds and for codes of a newer release. */
export function catalogKind(code: string): CatalogKind | undefined {
  return byCode.get(code);
}
