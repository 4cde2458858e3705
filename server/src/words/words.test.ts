import { describe, expect, it } from 'vitest';

import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { chooseLocale } from './locale.ts';
import { fillMessage, type Message } from './message.ts';
import { wordsByName } from './words-by-name.ts';
import { wordsFor } from './words.ts';

type Areas = Readonly<Record<string, Readonly<Record<string, Message>>>>;

const forms = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message as object as Record<string, string>);

const parameters = (message: Message): readonly string[] =>
  [
    ...new Set(forms(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))),
  ].sort();

const messages = (areas: Areas): readonly (readonly [key: string, message: Message])[] =>
  Object.entries(areas).flatMap(([area, texts]) =>
    Object.entries(texts).map(([name, message]) => [`${area}.${name}`, message] as const),
  );

describe('the catalog', () => {
  it('says everything in each language, with the same parameters', () => {
    const spanish = new Map(messages(es));
    expect(messages(en).length).toBeGreaterThan(50);
    for (const [key, message] of messages(en)) {
      const translated = spanish.get(key);
      expect(translated, key).toBeDefined();
      expect(parameters(translated ?? ''), key).toEqual(parameters(message));
    }
    expect(spanish.size).toBe(messages(en).length);
  });

  it('leaves no text empty and none with spaces at its ends', () => {
    for (const [key, message] of [...messages(en), ...messages(es)]) {
      for (const text of forms(message)) expect(text.trim() === text && text !== '', `${key}: "${text}"`).toBe(true);
    }
  });
});

describe('words', () => {
  it('fill in parameters and leave an unknown name to be seen', () => {
    expect(fillMessage('{a} and {b}', { a: 'rice' })).toBe('rice and {b}');
    expect(fillMessage('{a}', { a: '{a} $& {b}' })).toBe('{a} $& {b}');
  });

  it('choose the plural form and write numbers as the language does', () => {
    expect(wordsFor('en')('common.problems', { count: 1 })).toBe('One thing needs another look');
    expect(wordsFor('en')('common.problems', { count: 1200 })).toBe('1,200 things need another look');
    expect(wordsFor('es')('common.problems', { count: 12_000 })).toBe('Hay 12.000 cosas que revisar');
  });

  it('write an instant in the zone of the group and the language of the reader', () => {
    const at = Date.UTC(2026, 2, 3, 22, 30);
    expect(wordsFor('en').instant(at, 'America/Chicago', 'dateTime').replaceAll('\u202f', ' ')).toBe(
      'Tue, Mar 3, 4:30 PM',
    );
    expect(wordsFor('es').instant(at, 'Europe/Madrid', 'weekday')).toBe('martes');
  });

  it('never make a thing look older than it is', () => {
    const minute = 60_000;
    expect(wordsFor('en').relative(0, 119 * minute)).toBe('1 hour ago');
    expect(wordsFor('en').relative(0, 59_000)).toBe('this minute');
    expect(wordsFor('en').relative(3 * 24 * 60 * minute, 0)).toBe('in 3 days');
  });

  it('are made once for each language', () => {
    expect(wordsFor('en')).toBe(wordsFor('en'));
    expect(wordsByName('es')).toBe(wordsFor('es'));
  });

  it('can be turned right to left to try the pages', () => {
    const mirror = wordsByName('mirror');
    expect(mirror.direction).toBe('rtl');
    expect(mirror('common.undo')).toContain('Undo');
  });
});

describe('chooseLocale', () => {
  it.each([
    [{ asked: 'es', remembered: 'en', accepted: 'en' }, 'es'],
    [{ asked: 'xx', remembered: 'es', accepted: 'en' }, 'es'],
    [{ accepted: 'es-MX,es;q=0.9,en;q=0.8' }, 'es'],
    [{ accepted: 'fr, en;q=0.4, es;q=0.7' }, 'es'],
    [{ accepted: 'es;q=0, en' }, 'en'],
    [{ accepted: 'fr', usual: 'es' }, 'es'],
    [{ accepted: ';;;q=x,,' }, 'en'],
    [{}, 'en'],
  ] as const)('%j is %s', (hints, locale) => {
    expect(chooseLocale(hints)).toBe(locale);
  });
});
