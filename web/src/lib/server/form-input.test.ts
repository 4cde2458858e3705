import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleanText, formKeyOf, readForm } from './form-input.ts';

function post(fields: readonly (readonly [string, string])[]): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request('http://help.example/demo/ask', { method: 'POST', body });
}

describe('readForm', () => {
  it('gives lines, texts and ticks, clean and without surprises', async () => {
    const form = await readForm(
      post([
        ['name', '  Jo\u0000sé \u0007 \t Luis '],
        ['story', ' one\r\ntwo\u2028 '],
        ['reach', 'text'],
        ['reach', ' call '],
        ['reach', ''],
      ]),
    );
    expect(form.text('name')).toBe('José Luis');
    expect(form.lines('story')).toBe('one\ntwo');
    expect(form.several('reach')).toEqual(['text', 'call']);
    expect(form.text('nothing')).toBe('');
    expect(form.has('nothing')).toBe(false);
  });

  it('hands back what was typed, but never a secret', async () => {
    const form = await readForm(
      post([
        ['name', 'Ana'],
        ['pin', '1234'],
        ['kind', 'a'],
        ['kind', 'b'],
      ]),
      {
        secret: ['pin'],
      },
    );
    const refused = form.refuse(400, { problems: { name: 'no' } });
    expect(refused.status).toBe(400);
    expect(refused.data).toEqual({
      problems: { name: 'no' },
      values: { name: ['Ana'], kind: ['a', 'b'] },
      idempotencyKey: form.idempotencyKey,
    });
  });

  it('keeps the key of the act, and makes one where a forged one came', async () => {
    const key = '0198c0de-0000-7000-8000-000000000001';
    expect((await readForm(post([['idempotencyKey', key]]))).idempotencyKey).toBe(key);
    expect((await readForm(post([['idempotencyKey', "x'; drop"]]))).idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('cleanText', () => {
  it('holds for any text: short enough, well formed, no control characters, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 40 }), (text, lengthMax) => {
        const clean = cleanText(text, lengthMax);
        expect(clean.length).toBeLessThanOrEqual(lengthMax);
        expect(clean.isWellFormed()).toBe(true);
        // oxlint-disable-next-line no-control-regex -- their absence is the point
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
        expect(cleanText(clean, lengthMax)).toBe(clean);
      }),
    );
  });
});

it.each(['', '1', 'a-key-of-somebody', '../../etc', '0'.repeat(500)])(
  'takes no key that could be guessed: "%s"',
  (key) => {
    expect(formKeyOf(key)).toMatch(/^[\da-f-]{36}$/);
    expect(formKeyOf(key)).not.toBe(key);
    expect(formKeyOf(key)).not.toBe(formKeyOf(key));
  },
);

it('keeps the key that a page gave its form', () => {
  const key = crypto.randomUUID();
  expect(formKeyOf(key)).toBe(key);
});
