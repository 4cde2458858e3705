import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLocalDate, type LocalDate } from '../time.ts';
import { dayOrderOf, instantOfMessage, timeKey } from './day-order.ts';
import { messageLettersMax, messagesMax, type Chat } from './message.ts';
import { readChat } from './read-chat.ts';

function read(text: string): Chat {
  const chat = readChat(text);
  if (!chat.ok) throw new Error(JSON.stringify(chat.refusal));
  return chat.value;
}

const today = parseLocalDate('2026-11-23') as LocalDate;

describe('whatever comes', () => {
  const words = fc
    .stringMatching(/^[a-zñé ,.!?¿1-9]{1,40}$/)
    .map((text) => text.trim())
    .filter((text) => /[a-z]/.test(text));
  const message = fc.record({
    author: fc.constantFrom('Ana Ruiz', '+1 304 555 0101', 'José', 'Big Lou'),
    minute: fc.integer({ min: 0, max: 60 * 24 * 300 }),
    lines: fc.array(words, { minLength: 1, maxLength: 3 }),
  });
  const chat = fc.array(message, { minLength: 1, maxLength: 12 });
  const begin = Date.UTC(2026, 0, 1);
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const parts = (minute: number) => {
    const date = new Date(begin + minute * 60_000);
    return {
      y: date.getUTCFullYear(),
      m: date.getUTCMonth() + 1,
      d: date.getUTCDate(),
      h: date.getUTCHours(),
      n: date.getUTCMinutes(),
    };
  };
  type Written = { author: string; minute: number; lines: readonly string[] };
  const writers: Readonly<Record<string, (messages: readonly Written[]) => string>> = {
    android: (all) =>
      all
        .map(({ author, minute, lines }) => {
          const { y, m, d, h, n } = parts(minute);
          return `${m}/${d}/${y % 100}, ${h % 12 === 0 ? 12 : h % 12}:${two(n)}\u202F${h < 12 ? 'AM' : 'PM'} - ${author}: ${lines.join('\n')}`;
        })
        .join('\n'),
    iphone: (all) =>
      all
        .map(({ author, minute, lines }) => {
          const { y, m, d, h, n } = parts(minute);
          return `\u200E[${two(d)}/${two(m)}/${y}, ${two(h)}:${two(n)}:00] ${author}: ${lines.join('\r\n')}`;
        })
        .join('\r\n'),
    telegram: (all) =>
      JSON.stringify({
        messages: all.map(({ author, minute, lines }) => ({
          type: 'message',
          date_unixtime: String((begin + minute * 60_000) / 1000),
          from: author,
          text: [lines.join('\n').slice(0, 3), { type: 'bold', text: lines.join('\n').slice(3) }],
        })),
      }),
    html: (all) =>
      `<html>${all
        .map(({ author, minute, lines }) => {
          const { y, m, d, h, n } = parts(minute);
          return `<div class="message default"><div class="date details" title="${two(d)}.${two(m)}.${y} ${two(h)}:${two(n)}:00 UTC+00:00">x</div><div class="from_name">${author}</div><div class="text">${lines.join('<br/>')}</div></div>`;
        })
        .join('')}</html>`,
    signal: (all) =>
      all
        .map(({ author, minute, lines }) =>
          JSON.stringify({
            envelope: {
              sourceName: author,
              dataMessage: { timestamp: begin + minute * 60_000, message: lines.join('\n') },
            },
          }),
        )
        .join('\n'),
  };

  it.each(Object.keys(writers))('comes back from %s as it was written', (name) => {
    fc.assert(
      fc.property(chat, (messages) => {
        const read = readChat(writers[name]?.(messages) ?? '');
        if (!read.ok) throw new Error(read.refusal.code);
        expect(
          read.value.messages.map(({ author, text }) => ({
            author,
            text: text.replaceAll('\r', '').replace(/ +/g, ' '),
          })),
        ).toEqual(messages.map(({ author, lines }) => ({ author, text: lines.join('\n').replace(/ +/g, ' ') })));
        for (const [place, { at }] of read.value.messages.entries()) {
          const order = name === 'android' ? 'month-first' : 'day-first';
          expect(instantOfMessage(at, order, { zone: 'UTC', now: begin + 400 * 86_400_000 })).toBe(
            begin + (messages[place]?.minute ?? 0) * 60_000,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never throws, and keeps to the limits', () => {
    const bits = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '[',
        '{',
        '{"messages":[',
        '"text":',
        '<div class="message ',
        '">',
        '</div>',
        '3/4/26, 10:00 - ',
        'Ana: ',
        '\n',
        '\r\n',
        '[14:05, ',
        '] ',
        'From ',
        '\u200E',
        '<br>',
        '&#x110000;',
        '&amp;',
        '1. ',
        '- ',
      ),
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (pieces) => {
        const read = readChat(pieces.join(''));
        if (!read.ok) return;
        for (const each of read.value.messages) {
          expect(each.text.length).toBeLessThanOrEqual(messageLettersMax);
          dayOrderOf([each], today);
          instantOfMessage(each.at, 'day-first', { zone: 'UTC', now: 0 });
          timeKey(each.at);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a line of a million letters', 'a'.repeat(1_000_000)],
    ['a line of a million figures', '1/'.repeat(500_000)],
    ['a million opened tags', '<div class="message '.repeat(50_000)],
    ['a hundred thousand nested tags', `<html><div class="message x"><div class="text">${'<div>'.repeat(100_000)}`],
    ['deep JSON', `{"messages":${'['.repeat(200_000)}`],
    ['deep JSON in a text', `[${'{"a":'.repeat(100_000)}`],
    ['spaces', ' '.repeat(500_000) + ':'],
    ['brackets', '[3/4/26, '.repeat(100_000)],
  ])('does not hang on %s', (_, text) => {
    expect(() => readChat(text)).not.toThrow();
  });

  it('keeps the newest of very many, and the beginning of a very long one', () => {
    const many = read(
      Array.from({ length: messagesMax + 5 }, (_, no) => `[2026-03-01 09:01] Ana: no ${no}`).join('\n'),
    );
    expect(many).toMatchObject({ cut: 5, shortened: 0 });
    expect(many.messages[0]?.text).toBe('no 5');
    const long = read(`[2026-03-01 09:01] Ana: ${'😀'.repeat(messageLettersMax)}`);
    expect(long.shortened).toBe(1);
    expect(long.messages[0]?.text.isWellFormed()).toBe(true);
  });

  it.each([
    ['{"messages":[', 'export-broken'],
    ['<html><body>hello</body></html>', 'export-broken'],
    ['[[[]]]', 'export-broken'],
  ])('says that an export is broken: %s', (text, code) => {
    expect(readChat(text)).toMatchObject({ ok: false, refusal: { code } });
  });
});
