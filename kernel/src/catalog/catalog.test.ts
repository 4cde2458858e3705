import { describe, expect, it } from 'vitest';
import { kindFaults } from '../kind.ts';
import { mustKnowCodes } from '../must-know.ts';
import { precautions } from '../kind.ts';
import { kindIndex, type PhraseNode } from '../phrase/kind-index.ts';
import { weakPhrases } from '../phrase/weak-phrases.ts';
import { phraseStems } from '../phrase/words.ts';
import { ambiguousPhrases } from './ambiguous-phrases.ts';
import { catalog, catalogKind } from './catalog.ts';
import type { CatalogKind } from './entry.ts';
import { pictureNames } from './pictures.ts';
import { starterKindCodes, starterSets, starterTicks } from './starter-sets.ts';

const languages = ['en', 'es'] as const;

describe('the catalog', () => {
  it('has at least 150 kinds over the five natures, each code once', () => {
    expect(catalog.length).toBeGreaterThanOrEqual(150);
    expect(new Set(catalog.map((kind) => kind.code)).size).toBe(catalog.length);
    expect(new Set(catalog.map((kind) => kind.nature))).toEqual(
      new Set(['goods', 'service', 'work', 'money', 'space']),
    );
  });

  it('has no faulty definition, and a code begins with its nature', () => {
    for (const kind of catalog) {
      expect(kindFaults(kind), kind.code).toEqual([]);
      expect(kind.code.startsWith(`${kind.nature}.`), kind.code).toBe(true);
    }
  });

  it('finds a kind by its code and nothing by another', () => {
    expect(catalogKind('goods.tarp')?.forms.en.other).toBe('tarps');
    expect(catalogKind('own.tarp')).toBeUndefined();
  });

  it.each(languages)('has both forms and at least two synonyms for every kind in %s', (language) => {
    for (const kind of catalog) {
      const { one, other } = kind.forms[language];
      expect(one, kind.code).toMatch(/\S/);
      expect(other, kind.code).toMatch(/\S/);
      expect(kind.names[language].synonyms.length, kind.code).toBeGreaterThanOrEqual(2);
      for (const synonym of kind.names[language].synonyms)
        expect(phraseStems(synonym), `${kind.code}: ${synonym}`).not.toEqual([]);
    }
  });

  it('shows no two kinds under one name', () => {
    for (const language of languages) {
      const names = catalog.map((kind) => kind.names[language].name);
      expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    }
  });

  it('uses only known must-know facts, precautions and pictures', () => {
    for (const kind of catalog) {
      for (const code of kind.mustKnow) expect(mustKnowCodes, kind.code).toContain(code);
      for (const code of kind.precautions) expect(precautions, kind.code).toContain(code);
      expect(pictureNames, kind.code).toContain(kind.picture);
    }
    for (const picture of pictureNames)
      expect(
        catalog.some((kind) => kind.picture === picture),
        picture,
      ).toBe(true);
  });

  it('has exact integer factors that stay safe for a thousand of the unit', () => {
    for (const kind of catalog) {
      for (const unit of kind.entryUnits) {
        expect(Number.isSafeInteger(unit.numerator * 1000), `${kind.code} ${unit.code}`).toBe(true);
        expect(unit.denominator, `${kind.code} ${unit.code}`).toBeGreaterThan(0);
      }
      expect(
        kind.entryUnits.some((unit) => unit.numerator === unit.denominator),
        kind.code,
      ).toBe(true);
    }
  });

  it('knows what a pound, a gallon, a cord, a pack and a dollar are', () => {
    const factor = (code: string, unit: string): readonly [number, number] | undefined => {
      const found = catalogKind(code)?.entryUnits.find((each) => each.code === unit);
      return found && [found.numerator, found.denominator];
    };
    expect(factor('goods.food.staples', 'pound')).toEqual([45_359_237, 100_000]);
    expect(factor('goods.ice', 'bag')).toEqual([453_592_370, 100_000]);
    expect(factor('goods.water.drinking', 'case')).toEqual([12_000, 1]);
    expect(factor('goods.diapers.size-4', 'pack')).toEqual([25, 1]);
    expect(factor('money.help.rent', 'dollar')).toEqual([100, 1]);
    const cord = factor('goods.fuel.firewood', 'cord') ?? [0, 1];
    expect(cord[0] / cord[1]).toBeCloseTo(128 * 28_316.846592, 6);
  });

  it('sends nobody alone into a home to care, and no child to one person', () => {
    expect(catalogKind('service.care.visit')?.precautions).toContain('two-people');
    expect(catalogKind('service.care.child')?.precautions).toContain('never-alone');
    expect(catalogKind('service.tutoring')?.precautions).toContain('never-alone');
  });

  it('keeps the freshness budgets of rescue, shelter, goods and clean-up', () => {
    const minutes = (code: string): number | undefined => catalogKind(code)?.freshnessMinutes;
    expect(minutes('service.rescue.boat')).toBe(30);
    expect(minutes('space.bed.shelter')).toBe(240);
    expect(minutes('goods.food.box')).toBe(1440);
    expect(minutes('work.storm.muck-out')).toBe(10_080);
  });
});

describe('synonyms', () => {
  it('mean one kind in one language, except for the phrases listed as ambiguous, which mean just those', () => {
    const found = new Map<string, readonly string[]>();
    const walk = (node: PhraseNode<CatalogKind>, path: readonly string[]): void => {
      for (const language of languages) {
        const codes = node.meanings
          .filter((meaning) => meaning.languages.includes(language))
          .map((meaning) => meaning.kind.code);
        if (codes.length > 1) found.set(path.join(' '), codes);
      }
      for (const [stem, next] of node.next) walk(next, [...path, stem]);
    };
    walk(kindIndex(catalog).root, []);
    const listed = new Map(
      Object.entries(ambiguousPhrases).map(([phrase, codes]) => [phraseStems(phrase).join(' '), codes]),
    );
    expect(found).toEqual(listed);
  });
});

describe('weak phrases', () => {
  it('are phrases of the catalog', () => {
    const { root } = kindIndex(catalog);
    const names = (phrase: string): boolean => {
      let node: PhraseNode<CatalogKind> | undefined = root;
      for (const stem of phraseStems(phrase)) node = node?.next.get(stem);
      return node !== undefined && node.meanings.length > 0;
    };
    expect(weakPhrases.filter((phrase) => !names(phrase))).toEqual([]);
  });
});

describe('starter sets', () => {
  it.each(starterTicks)('%s refers to about ten kinds that exist', (tick) => {
    expect(starterSets[tick].filter((code) => !catalogKind(code))).toEqual([]);
    expect(starterSets[tick].length).toBeGreaterThanOrEqual(9);
    expect(starterSets[tick].length).toBeLessThanOrEqual(13);
  });

  it('are joined without repeating a kind', () => {
    const codes = starterKindCodes(['pantry', 'drives']);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining([...starterSets.pantry, ...starterSets.drives]));
    expect(starterKindCodes([])).toEqual([]);
  });
});
