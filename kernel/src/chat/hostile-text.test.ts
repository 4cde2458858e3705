import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { kindIndex } from '../phrase/kind-index.ts';
import { needsInText } from './needs-in-text.ts';

const index = kindIndex(catalog);

describe('a text of a hundred thousand characters', () => {
  it.each([
    'a',
    'no ',
    'please ',
    'the the ',
    'do not really currently please ',
    'have the a my ',
    'clothes ',
    '🚫 clothes ',
    'no clothes or ',
    'water - no\n',
    'full except ',
    'ride to ',
    'que la lleven ',
    'rather a b c than ',
    'more a b c than ',
    'x@',
    'a.b',
    '(((',
  ])('of %j alone is read in well under a second', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const start = performance.now();
    needsInText(text, index);
    // A step that tries every pair of words would take many times as long, even on a slow machine.
    expect(performance.now() - start).toBeLessThan(2500);
  });
});
