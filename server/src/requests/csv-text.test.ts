import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';

import { csvText } from './csv-text.ts';

it('keeps commas, quotes and line breaks inside their cell', () => {
  const rows = [
    ['a, b', 'say "hi"', 'two\nlines'],
    ['ñandú', '', '3'],
  ];
  expect(parse(csvText(rows), { bom: true })).toEqual(rows);
});

it.each(['=1+1', '+1', '-1', '@cmd', '\t=1'])('lets a spreadsheet run nothing: %s', (text) => {
  expect(csvText([[text]])).toContain(`"'${text}"`);
});

it('leaves numbers below zero as numbers', () => {
  expect(csvText([[-4]])).toContain('"-4"');
});
