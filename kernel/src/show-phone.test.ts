import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { dialingCountries, parsePhone } from './contact.ts';
import { callLinkOf, showPhone } from './show-phone.ts';

describe('a phone number on the screen', () => {
  it.each([
    ['+16085550100', 'US', '(608) 555-0100'],
    ['608.555.0100', 'US', '(608) 555-0100'],
    ['+525512345678', 'US', '+52 55 1234 5678'],
    ['+526641234567', 'US', '+52 664 123 4567'],
    ['+16085550100', 'MX', '+1 608 555 0100'],
    ['+525512345678', 'MX', '55 1234 5678'],
    ['+442079460123', 'GB', '020 7946 0123'],
    ['+447700900123', 'GB', '07700 900123'],
    ['+33612345678', 'FR', '06 12 34 56 78'],
    ['+34612345678', 'ES', '612 345 678'],
    ['+50922345678', 'US', '+509 2234 5678'],
    ['+3934567', 'US', '+39 345 67'],
  ])('%s in %s is %s', (text, country, shown) => {
    expect(showPhone(text, country)).toBe(shown);
  });

  it.each(['', 'ask my sister', '555-0100 ext 4', '12'])('leaves what is no number as it was typed: "%s"', (text) => {
    expect(showPhone(text, 'US')).toBe(text);
  });

  it('can be typed in again, in every country, and calls the same number', () => {
    const number = fc.tuple(
      fc.constantFrom('1', '7', '31', '33', '34', '39', '44', '49', '52', '61', '64', '91', '353', '509', '972'),
      fc.stringMatching(/^[0-9]{6,11}$/),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(...dialingCountries, 'XX'), ([code, rest], country) => {
        const phone = parsePhone(`+${code}${rest}`, country);
        fc.pre(phone !== undefined);
        const shown = showPhone(phone, country);
        expect(parsePhone(shown, country)).toBe(phone);
        expect(callLinkOf(shown, country)).toBe(`tel:${phone}`);
      }),
      propertyRuns(500),
    );
  });
});
