import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { missingMark, printable } from './paper-fonts.ts';
import { shortName } from './short-name.ts';
import { drawnOrder, fewLines, textLines } from './text-lines.ts';

const measure = (text: string): number => Array.from(text).length;

describe('lines of a text', () => {
  it('fit, lose nothing and keep the order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,30}$/)), fc.integer({ min: 1, max: 20 }), (words, width) => {
        const lines = textLines(words.join(' '), width, measure);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });

  it('that are too many end in an ellipsis that fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 30 }),
        fc.integer({ min: 9, max: 30 }),
        (words, width) => {
          const lines = textLines(words.join(' '), width, measure);
          const few = fewLines(lines, 2, width, measure);
          expect(few.length).toBeLessThanOrEqual(2);
          for (const line of few) expect(measure(line)).toBeLessThanOrEqual(width);
          expect(few.at(-1)?.endsWith('…') ?? false).toBe(lines.length > 2);
        },
      ),
    );
  });

  it('puts Hebrew and Arabic words in a row where they are read from the right', () => {
    expect(drawnOrder('for محمد علي العامري at 9')).toEqual(['for', 'العامري', 'علي', 'محمد', 'at', '9']);
    expect(drawnOrder('שלום עליכם')).toEqual(['עליכם', 'שלום']);
    expect(drawnOrder('no change here')).toEqual(['no', 'change', 'here']);
  });
});

describe('what can be drawn', () => {
  it.each([
    ['Łódź Ñandú Šárka Nguyễn Thị Ánh', 'Łódź Ñandú Šárka Nguyễn Thị Ánh'],
    ['Иван Ελένη საქართველო שלום محمد', 'Иван Ελένη საქართველო שלום محمد'],
    ['王伟 third floor', `${missingMark} third floor`],
    ['शर्मा', missingMark],
    ['Ana 🛶 Ruiz', `Ana ${missingMark} Ruiz`],
    ['e\u0301 one\u00adword\ttab\nline\u202e', 'é one word tab line'],
    ['', ''],
  ])('%s is drawn as %s', (text, drawn) => {
    expect(printable(text)).toBe(drawn);
  });

  it('never leaves a letter that the fonts do not have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const drawn = printable(text);
        expect(printable(drawn)).toBe(drawn);
        expect(drawn).toBe(drawn.trim());
      }),
    );
  });
});

describe('a short name', () => {
  it.each([
    ['Odalys Ferrer', 'Odalys F.'],
    ['María del Carmen López', 'María L.'],
    ['Ruiz, Ofelia', 'Ofelia R.'],
    ['Ana', 'Ana'],
    ['  jo   o’brien ', 'jo O.'],
    ['Élan E\u0301toile', 'Élan E\u0301.'],
    ['محمد علي', 'محمد ع.'],
    ['Dale 304-555-0144', 'Dale'],
    ['', ''],
    ['12345', ''],
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it('holds one word and one letter, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^\p{Lu}\p{Ll}{2,9}$/u), { minLength: 2, maxLength: 6 }), (words) => {
        expect(shortName(words.join(' '))).toBe(`${words[0]} ${Array.from(words.at(-1) ?? '')[0]}.`);
      }),
    );
  });
});
