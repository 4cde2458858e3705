import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { importMapping } from './mapping.ts';
import { sourceName } from './source-name.ts';

it.each([
  ['Call sheet', 'x.csv', 'call-sheet'],
  ['', 'Familias de Peña (v2).xlsx', 'familias-de-pena-v2'],
  ['  ', 'x.csv', ''],
  ['', '.csv', ''],
])('"%s" from "%s" is known as "%s"', (called, fileName, name) => {
  expect(sourceName(called, fileName)).toBe(name);
});

it('is empty, or a name that a mapping takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 80 }), (called, fileName) => {
      const source = sourceName(called, fileName);
      expect(source === '' || importMapping.shape.source.safeParse(source).success).toBe(true);
    }),
  );
});
