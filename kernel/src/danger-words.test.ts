import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { dangerEntries, dangerLines } from './danger-phrases.ts';
import { alertsDuty, dangerWords, linesToShow } from './danger-words.ts';
import { normalText } from './normal-text.ts';

const found = (text: string) => dangerWords(text).map((match) => (match.sure ? match.code : `${match.code}?`));

describe('dangerWords', () => {
  it.each([
    ['My father is NOT BREATHING!!', ['breathing']],
    ["she can't breathe", ['breathing']],
    ['mi hijo no respira', ['breathing']],
    ['bad chest pain since this morning', ['heart']],
    ['Le duele mucho el pecho', ['heart']],
    ['me duele el pecho', ['heart']],
    ['I think he is having a heart attack', ['heart']],
    ['he had a heart attack in May and cannot drive', ['heart?']],
    ['I want to kill myself', ['suicide']],
    ['Me quiero morir', ['suicide']],
    ['¡ME QUIERO MORIR!', ['suicide']],
    ['there is a gas leak', ['gas']],
    ['Huele a gas en la cocina', ['gas']],
    ['the house is on fire', ['fire']],
    ['hay un incendio', ['fire']],
    ['lost everything in a fire', ['fire?']],
    ['he has a gun', ['weapon']],
    ['my neighbor keeps a gun', ['weapon?']],
    ['took too many pills', ['overdose']],
    ['the water is rising', ['drowning']],
    ['estamos en el techo, el agua está subiendo', ['drowning', 'trapped']],
    ["can't find my daughter", ['child-missing']],
    ['I am afraid of my husband', ['violence-at-home?']],
    ['her water just broke', ['birth']],
    ['the baby drank some bleach', ['poison']],
  ])('%s', (text, codes) => {
    expect(found(text).toSorted()).toEqual(codes.toSorted());
  });

  it.each([
    'Firewood for an old stove',
    'a cord of fire wood',
    'we need a fire extinguisher and a smoke alarm',
    'The fire department lent us two pumps',
    'Sunday potluck at the gun range',
    'does anybody have a nail gun or a glue gun?',
    'the gun club meets on Tuesday',
    'a carbon monoxide detector for the bedroom',
    'gas money to get to dialysis',
    'Labor Day cookout; I can bring chairs',
    'our hot water broke',
    'suicide prevention walk, need twenty volunteers',
    'overdose training kits',
    'camp fire songs',
    'a ride to dialysis on Tuesday and diapers, size 4',
    'Necesito pañales y comida para cinco personas',
    'pistola de silicón para manualidades',
    'the roof leaks and the ceiling collapsed last year',
    '',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says what it found, in normalized words', () => {
    expect(dangerWords('Help: she is  not — breathing')).toEqual([
      { code: 'breathing', line: 'emergency', sure: true, words: 'not breathing' },
    ]);
  });

  it('puts what is sure first', () => {
    expect(found('he keeps a gun, and she is not breathing, and a fire broke out')).toEqual([
      'breathing',
      'weapon?',
      'fire?',
    ]);
    expect(found('afraid of my husband, there is a gas leak')).toEqual(['gas', 'violence-at-home?']);
  });

  it('looks past an exception for a real one', () => {
    expect(found('the gun club is closed and he has a gun')).toEqual(['weapon']);
  });

  it('finds every phrase it was given, whatever stands around it', () => {
    const phrases = dangerEntries.flatMap((entry) =>
      entry.phrases.split(',').map((phrase) => ({ code: entry.code, phrase: phrase.trim().replace(/\s+/g, ' ') })),
    );
    expect(phrases.length).toBeGreaterThan(150);
    const property = fc.property(fc.constantFrom(...phrases), fc.boolean(), ({ code, phrase }, loud) => {
      expect(normalText(phrase)).toBe(phrase);
      const text = `please help ... ${loud ? phrase.toUpperCase() : phrase} ... thank you`;
      expect(dangerWords(text).map((match) => match.code)).toContain(code);
    });
    fc.assert(property, propertyRuns(400));
  });

  it('never throws and never names a code twice', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const codes = found(text);
      expect(new Set(codes).size).toBe(codes.length);
    });
    fc.assert(property, propertyRuns(300));
  });
});

describe('what to show', () => {
  it('puts the emergency number first, and adds the line that helps', () => {
    expect(linesToShow(dangerWords('I want to die'))).toEqual(['emergency', 'crisis']);
    expect(linesToShow(dangerWords('the child drank bleach'))).toEqual(['emergency', 'poison']);
    expect(linesToShow([])).toEqual([]);
  });

  it('wakes whoever is on duty only when it is sure', () => {
    expect(alertsDuty(dangerWords('not breathing'))).toBe(true);
    expect(alertsDuty(dangerWords('we lost everything in a fire'))).toBe(false);
  });

  it('has a line for every danger', () => {
    expect(new Set(dangerEntries.map((entry) => entry.code))).toEqual(new Set(Object.keys(dangerLines)));
  });
});
