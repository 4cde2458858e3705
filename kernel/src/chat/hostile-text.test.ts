import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { kindIndex } from '../phrase/kind-index.ts';
import { needsInText } from './needs-in-text.ts';
import { readChat } from './read-chat.ts';

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

it.each([' ', '\t', '\u3000', '<', '<this message was edited> '])(
  'a message with a million of %j in it is read in a moment',
  (piece) => {
    const start = performance.now();
    const read = readChat(`3/1/26, 9:05 AM - Ben: I can${piece.repeat(1_000_000 / piece.length)}drive`);
    expect(performance.now() - start).toBeLessThan(2500);
    expect(read.ok && read.value.messages.length).toBe(1);
  },
);
