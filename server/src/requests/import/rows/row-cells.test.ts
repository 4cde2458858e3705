import { describe, expect, it } from 'vitest';

import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import { kindIndex } from '@barnraise/kernel/phrase/kind-index.ts';
import { findKindsIn } from '@barnraise/kernel/phrase-to-kinds.ts';

import { importSubjects, readMapping } from '../mapping.ts';
import { writerOf } from '../write/writer-of.ts';
import type { RowRules } from './read-row.ts';
import { wordsMax } from './row-cells.ts';
import { asIfSwitchedOn } from './rules-of.ts';
import { showSaid } from './show-said.ts';

const mapping = readMapping(
  JSON.stringify({ source: 'a', key: 'name', columns: { name: 'name', needs: 'needs', words: ['notes', 'more'] } }),
);
const index = kindIndex(catalog);
const kindsIn: RowRules['kindsIn'] = (text) => findKindsIn(text, index);
const rules: RowRules = { mapping, now: 0, language: 'en', kindsIn, kindFor: asIfSwitchedOn };

describe.each(importSubjects.filter((subject) => subject !== 'members'))('a row of %s', (subject) => {
  const read = (row: Record<string, string>) => {
    const reading = writerOf(subject).read({ name: 'Ada', needs: 'blankets', notes: '', more: '', ...row }, rules);
    if ('refusal' in reading) throw new Error(reading.refusal.code);
    return { words: showSaid(subject, reading.said).words, remarks: reading.remarks };
  };

  it('has its words in the order of its columns', () => {
    expect(read({ notes: 'first', more: 'second' })).toEqual({ words: 'blankets\n\nfirst\n\nsecond', remarks: [] });
  });

  it('lies at the point of one cell, and says so where that is none', () => {
    const shown = (spot: string) => {
      const columns = { ...mapping.columns, point: 'spot' };
      const reading = writerOf(subject).read(
        { name: 'Ada', needs: 'blankets', notes: '', more: '', spot },
        {
          ...rules,
          mapping: { ...mapping, columns },
        },
      );
      if ('refusal' in reading) throw new Error(reading.refusal.code);
      return { hasPoint: showSaid(subject, reading.said).hasPoint, remarks: reading.remarks };
    };
    expect(shown('39.3254, -77.7390')).toEqual({ hasPoint: true, remarks: [] });
    expect(shown('')).toEqual({ hasPoint: false, remarks: [] });
    expect(shown('by the mill')).toEqual({ hasPoint: false, remarks: ['point-not-read'] });
  });

  it('says so where words were cut or letters put right', () => {
    const { words, remarks } = read({ notes: 'n'.repeat(3000), more: 'BeaugÃ© '.repeat(300) });
    expect(words).toHaveLength(wordsMax);
    expect(new Set(remarks)).toEqual(new Set(['repaired-letters', 'cut-short']));
  });
});
