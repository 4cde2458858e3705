import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from './catalog/catalog.ts';
import { findKinds, findKindsIn, type KindMatch } from './phrase-to-kinds.ts';
import { inventedPhrases } from './phrase/invented-phrases.ts';
import { kindIndex } from './phrase/kind-index.ts';
import type { KindDefinition } from './kind.ts';

const index = kindIndex(catalog);

function written(match: KindMatch<KindDefinition>): string {
  const mark = match.negated ? (match.unsure ? '-?' : '-') : match.held ? '~' : '';
  const quantity = match.amount?.quantity ?? null;
  return `${mark}${match.kind.code}${quantity === null ? '' : `=${quantity}`}`;
}

function read(text: string, language?: 'en' | 'es'): string {
  return findKindsIn(text, index, language).map(written).join(' ');
}

describe('findKinds', () => {
  it('has at least 120 phrases to read, in both languages', () => {
    expect(inventedPhrases.length).toBeGreaterThanOrEqual(120);
  });

  it.each(inventedPhrases)('reads %j', (text, found) => {
    expect(read(text)).toBe(found);
  });

  it.each(inventedPhrases)('reads %j in capitals alike', (text, found) => {
    expect(read(text.toUpperCase())).toBe(found);
  });

  it('marks the words of the text as given, accents and all', () => {
    const text = 'Necesito: ¡pañales talla 4, y agua!';
    const places = findKinds(text, catalog).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['pañales talla 4', 'agua']);
  });

  it('gives the other kinds that an ambiguous phrase can mean', () => {
    const [match] = findKinds('pads', catalog);
    expect(match?.kind.code).toBe('goods.period.pads');
    expect(match?.alternatives.map((kind) => kind.code)).toEqual(['goods.bed-pads']);
  });

  it('lets the language settle a word that both have', () => {
    expect(read('gas', 'en')).toBe('goods.fuel.gasoline');
    expect(read('gas', 'es')).toBe('goods.fuel.propane');
    expect(read('pan', 'es')).toBe('goods.food.bread');
    expect(read('pan', 'en')).toBe('goods.household-goods');
  });

  it('keeps the figure and unit as stated where the kind has no such unit', () => {
    const [match] = findKinds('3 pounds of diapers', catalog);
    expect(match?.amount).toEqual({ figure: '3', unit: 'pound', quantity: null });
  });

  it("reads a group's own kinds by their names", () => {
    const own: KindDefinition = {
      ...(catalog[0] as KindDefinition),
      code: 'own.maple-syrup',
      names: { en: { name: 'maple syrup', synonyms: [] }, es: { name: 'jarabe de arce', synonyms: [] } },
    };
    expect(findKinds('two jars of maple syrup and tarps', [own]).map((match) => match.kind.code)).toEqual([
      'own.maple-syrup',
    ]);
    expect(findKinds('jarabe de arce', [own])).toHaveLength(1);
    expect(findKinds('maple syrup', [])).toEqual([]);
  });

  it('finds every built-in kind by its own names', () => {
    for (const kind of catalog) {
      for (const language of ['en', 'es'] as const) {
        const found = findKindsIn(kind.names[language].name, index, language).flatMap((match) => [
          match.kind.code,
          ...match.alternatives.map((other) => other.code),
        ]);
        expect(found, `${kind.code}: ${kind.names[language].name}`).toContain(kind.code);
      }
    }
  });

  it('never throws, and its places follow one another inside the text', () => {
    const bits = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...'no,not,ni,water,diapers,size,4,5,2 boxes,clothes,and,or,except,only,needed,\n,. ,: ,-,(,),½,ropa,sin'.split(
          ',',
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ');
        for (const { start, end } of findKindsIn(text, index)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const starts = findKindsIn(text, index).map((match) => match.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });

  it('never misses a plain halt, whatever else the text lists', () => {
    const refusals = [
      'NO % please',
      'we do not need %',
      '% not needed',
      "don't bring %",
      'no more %',
      'ya no necesitamos %',
      'por favor no traigan %',
      'full on %',
    ];
    const things = ['clothes', 'blankets', 'water', 'canned food', 'toys', 'furniture', 'diapers'];
    fc.assert(
      fc.property(
        fc.constantFrom(...refusals),
        fc.constantFrom(...things),
        fc.uniqueArray(fc.constantFrom('tarps', 'ice', 'soap', 'towels', 'pillows'), { maxLength: 3 }),
        fc.boolean(),
        (refusal, thing, needed, first) => {
          const halt = refusal.replace('%', thing);
          const list = needed.length > 0 ? [`Need ${needed.join(', ')}`] : [];
          const text = (first ? [halt, ...list] : [...list, halt]).join('. ');
          const found = findKindsIn(text, index);
          const refused = findKindsIn(thing, index)[0]?.kind.code;
          expect(found.find((match) => match.kind.code === refused)?.negated, text).toBe(true);
          expect(
            found.filter((match) => !match.negated),
            text,
          ).toHaveLength(needed.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('reads a long text in good time', () => {
    const text = 'no clothes, diapers size 4 or 5, misspeled wordz abundantly, ya no traigan ropa. '.repeat(2_000);
    const before = performance.now();
    expect(findKindsIn(text, index).length).toBeGreaterThan(100);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
