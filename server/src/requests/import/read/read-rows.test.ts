import { describe, expect, it } from 'vitest';

import { readMapping } from '../mapping.ts';
import { dateReader } from './read-date.ts';
import { decodeLine, repairText } from './repair-text.ts';

const at = (text: string): number => Date.parse(text);

describe('dateReader', () => {
  it.each([
    ['DD/MM/YYYY HH:mm', 'UTC', '06/02/2010 13:11', '2010-02-06T13:11:00Z'],
    ['MM/DD/YYYY', 'UTC', '6/2/2010', '2010-06-02T00:00:00Z'],
    ['YYYY-MM-DD hh:mm A', 'America/Chicago', '2017-08-30 09:52 AM', '2017-08-30T14:52:00Z'],
    ['YYYY-MM-DD hh:mm A', 'UTC', '2017-08-30 12:05 AM', '2017-08-30T00:05:00Z'],
    ['YYYY-MM-DD hh:mm A', 'UTC', '2017-08-30 12:05 PM', '2017-08-30T12:05:00Z'],
    ['YYYY-MM-DD hh:mm A', 'UTC', '2017-08-30 17:05 PM', '2017-08-30T17:05:00Z'],
    ['DD.MM.YYYY', 'UTC', '6.2.2010', '2010-02-06T00:00:00Z'],
  ])('%s in %s: %s', (format, zone, text, instant) => {
    expect(dateReader(format, zone)(text)).toBe(at(instant));
  });

  it.each(['31/02/2010 10:00', '06-02-2010 13:11', '13:11', '', '06/13/2010 13:11', '06/02/2010 25:00'])(
    'does not guess at "%s"',
    (text) => {
      expect(dateReader('DD/MM/YYYY HH:mm', 'UTC')(text)).toBeUndefined();
    },
  );
});

describe('broken letters', () => {
  it('reads bytes that are no UTF-8 as windows-1252, and says so', () => {
    const bytes = Buffer.from([0x50, 0x61, 0xf1, 0x61, 0x6c, 0x20, 0x93, 0x61, 0x94]);
    expect(decodeLine(bytes, 'auto')).toEqual({ text: 'Pañal “a”', repaired: true });
    expect(decodeLine(bytes, 'windows-1252')).toEqual({ text: 'Pañal “a”', repaired: false });
    expect(decodeLine(Buffer.from('Pañal'), 'auto')).toEqual({ text: 'Pañal', repaired: false });
  });

  it.each([
    ['Petit-GoÃ¢ve', 'Petit-Goâve'],
    ['don’t', 'don’t'],
    ['donâ€™t', 'don’t'],
    ['BeaugÃ© Ã¨', 'Beaugé è'],
  ])('puts "%s" right', (wrong, right) => {
    expect(repairText(wrong).text).toBe(right);
  });

  it.each(['Ãn', 'São Paulo', 'Âge', '5 € each', 'â'])('leaves "%s" alone', (text) => {
    expect(repairText(text)).toEqual({ text, repaired: false });
  });
});

describe('readMapping', () => {
  it('says in words what is wrong', () => {
    expect(() => readMapping('{')).toThrow(/no JSON/);
    expect(() => readMapping('{"source": "Bad Name", "key": "id", "columns": {}, "colour": 1}')).toThrow(
      /source[^]*colour/,
    );
    expect(() => readMapping('{"source": "a", "key": "id", "columns": {}, "zone": "Mars/Olympus"}')).toThrow(/zone/);
  });
});
