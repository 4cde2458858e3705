import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import { expect, it } from 'vitest';

import { amountText } from './amount-text.ts';
import { wordsFor } from './words.ts';

it.each([
  ['as it was entered', 'goods.diapers.any', 125, 'pack', '5 packs'],
  ['half of what was entered, where somebody entered that', 'goods.diapers.any', 50, 'case', '0.5 cases'],
  ['a sum in the usual unit, when it is whole', 'goods.diapers.any', 125, null, '5 packs'],
  ['a sum that is no whole packs, in single things', 'goods.diapers.any', 122, null, '122 diapers, size not known'],
  ['what is only counted', 'goods.food.box', 3, null, '3 food boxes'],
])('shows %s', (_, code, quantity, unit, text) => {
  const kind = catalogKind(code);
  if (!kind) throw new Error(`There is no ${code}.`);
  expect(amountText(wordsFor('en'), kind, quantity, unit)).toBe(text);
});
