import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { kindIndex } from '../phrase/kind-index.ts';
import { classifyMessage } from './classify.ts';
import { scoreNeeds, scoreSorts } from './judge.ts';
import * as judgedChat from './judged-chat.ts';
import * as judgedNeeds from './judged-needs.ts';
import { languageOf } from './language.ts';
import { askLines, neitherLines, offerLines } from './model-lines.ts';

const index = kindIndex(catalog);
const allNeeds = Object.values(judgedNeeds).flat();
const allMessages = Object.values(judgedChat).flat();

describe('free text to needs', () => {
  it('is judged by kinds that there are', () => {
    const codes = new Set([...catalog.map((kind) => kind.code), '*']);
    const named = allNeeds.flatMap(([, needs]) => needs.split(/[ |]/)).map((one) => one.replace(/^\??-?/, ''));
    expect(named.filter((code) => code !== '' && !codes.has(code))).toEqual([]);
    expect(allNeeds.length).toBeGreaterThanOrEqual(100);
  });

  it('finds nine of ten needs, adds few, and misses no halt', () => {
    const { right, missed, extra, halts, haltsMissed } = scoreNeeds(allNeeds, index);
    expect(haltsMissed).toEqual([]);
    expect(halts).toBeGreaterThan(50);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
    expect(right / (right + extra)).toBeGreaterThanOrEqual(0.85);
  });

  it.each(Object.entries(judgedNeeds))('does so in each part: %s', (_, part) => {
    const { right, missed, extra, haltsMissed } = scoreNeeds(part, index);
    expect(haltsMissed).toEqual([]);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.85);
    expect(right / (right + extra)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('messages of a chat', () => {
  it('are sorted as a person sorts them', () => {
    const { messages, right, proposedRight, proposedWrong, notProposed, languageRight } = scoreSorts(
      allMessages,
      index,
    );
    expect(messages).toBeGreaterThanOrEqual(150);
    expect(right / messages).toBeGreaterThanOrEqual(0.9);
    expect(proposedRight / (proposedRight + notProposed)).toBeGreaterThanOrEqual(0.95);
    expect(proposedRight / (proposedRight + proposedWrong)).toBeGreaterThanOrEqual(0.9);
    expect(languageRight / messages).toBeGreaterThanOrEqual(0.9);
  });

  it('are none of those the model was counted from', () => {
    const lines = new Set([askLines, offerLines, neitherLines].flatMap((block) => block.trim().split('\n')));
    expect(allMessages.filter(([, text]) => lines.has(text.toLowerCase()))).toEqual([]);
  });

  it('carry the words that say so, in their order, none over another', () => {
    const text = 'Thanks all! We still need diapers size 4, but NO clothes please';
    const reading = classifyMessage(text, index);
    expect(reading.sort).toBe('ask');
    expect(reading.evidence.map(({ start, end, says }) => `${says}: ${text.slice(start, end)}`)).toEqual([
      'ask: We still need',
      'kind: diapers size 4',
      'halt: clothes',
    ]);
    expect(reading.lines.map(({ kind, halted }) => `${halted ? '-' : ''}${kind.code}`)).toEqual([
      'goods.diapers.size-4',
      '-goods.clothing.any',
    ]);
  });

  it('propose what is offered, and not what is only named beside it', () => {
    const reading = classifyMessage('Anyone need firewood? We have two cords', index);
    expect(reading.sort).toBe('offer');
    expect(reading.lines.map(({ kind }) => kind.code)).toEqual(['goods.fuel.firewood']);
  });

  it('never throw, and their evidence lies inside the text', () => {
    const bits = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'need',
        'does anyone have',
        'free',
        'water',
        'no',
        'gracias',
        '. ',
        '?',
        'ya no',
        'I can drive',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const span of classifyMessage(text, index).evidence) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('never lose a halt in talk', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'please no more %',
          'do not bring any %',
          'no necesitamos %',
          'ya no traigan %',
          '% not needed',
          'stop bringing %',
        ),
        fc.constantFrom('clothes', 'toys', 'water', 'blankets'),
        fc.constantFrom('', 'Thank you all! ', 'Good morning. ', 'See you Sunday. ', 'I can drive tomorrow. '),
        (refusal, thing, before) => {
          const reading = classifyMessage(before + refusal.replace('%', thing), index);
          expect(reading.evidence.some(({ says }) => says === 'halt')).toBe(true);
          expect(reading.sort).not.toBe('neither');
        },
      ),
    );
  });
});

describe('languageOf', () => {
  it.each([
    ['we need water for the kids', 'en'],
    ['necesitamos agua para los niños', 'es'],
    ['nou bezwen dlo tanpri', 'unknown'],
    ['Delmas 33', 'unknown'],
    ['', 'unknown'],
    ['😀', 'unknown'],
  ])('takes %j for %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
