import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { normalText } from './normal-text.ts';

describe('normalText', () => {
  it.each([
    ["María-José  O'Brien", 'maria jose obrien'],
    ['STRAßE', 'strasse'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'full width'],
    ['Łódź', 'lodz'],
    ['İstanbul ığdır', 'istanbul igdir'],
    ['can’t', 'cant'],
    ['ﬁve', 'five'],
    ['  --  ', ''],
    ['Здравствуйте!', 'здравствуите'],
  ])('%s', (text, normal) => {
    expect(normalText(text)).toBe(normal);
  });

  it('changes nothing the second time', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = normalText(text);
      expect(normalText(once)).toBe(once);
    });
    fc.assert(property, propertyRuns(500));
  });
});
