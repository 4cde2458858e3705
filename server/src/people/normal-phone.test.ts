import { describe, expect, test } from 'vitest';

import { normalPhone } from './normal-phone.ts';

describe('normalPhone', () => {
  test.each([
    ['304-555-0142', 'US', '13045550142'],
    ['(304) 555 0142', 'US', '13045550142'],
    ['1 304 555 0142', 'US', '13045550142'],
    ['+1 304.555.0142', 'DE', '13045550142'],
    ['304-555-0142 ext 7', 'US', '13045550142'],
    ['３０４５５５０１４２', 'US', '13045550142'],
    ['030 1234567', 'DE', '49301234567'],
    ['0049 30 1234567', 'US', '49301234567'],
    ['612 34 56 78', 'ES', '34612345678'],
    ['55 1234 5678', 'MX', '525512345678'],
    ['555-0142', 'US', '15550142'],
  ])('reads %j in %s as %s', (text, country, digits) => {
    expect(normalPhone(text, country)).toBe(digits);
  });

  test.each(['', '12', 'call me', 'ask for Ana 5550142', '1'.repeat(20), '+12345678901234567'])(
    'refuses %j',
    (text) => {
      expect(normalPhone(text, 'US')).toBeUndefined();
    },
  );
});
