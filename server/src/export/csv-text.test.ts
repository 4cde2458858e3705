import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { csvLine } from './csv-text.ts';

it('keeps commas, quotes and line breaks inside their cell', () => {
  const rows = [
    ['a, b', 'say "hi"', 'two\nlines'],
    ['ñandú', '', '3'],
  ];
  expect(parse(rows.map(csvLine).join(''))).toEqual(rows);
});

it.each(['=1+1', '+1', '-1', '@cmd', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠cmd'])(
  'lets a spreadsheet run nothing: %s',
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  },
);

it('leaves numbers below zero as numbers', () => {
  expect(csvLine([-4])).toBe('"-4"\r\n');
});

it('gives every text back, behind an apostrophe at most', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const [row] = parse(csvLine(cells));
      expect(row?.length).toBe(cells.length);
      for (const [index, cell] of cells.entries()) expect([cell, `'${cell}`]).toContain(row?.[index]);
    }),
  );
});
