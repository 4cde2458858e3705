import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { day, line, needed, oneOf, paragraph, several, ticked, timeOfDay } from './posted-field.ts';
import { readForm } from './read-form.ts';

const schema = z.object({
  name: line(10),
  story: needed(paragraph(40)),
  when: oneOf(['now', 'later'], 'now'),
  on: day,
  at: timeOfDay,
  also: several(3),
  agreed: ticked,
});

function post(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  return form;
}

describe('readForm', () => {
  it('tidies what was typed and keeps the line breaks of a paragraph', () => {
    const read = readForm(
      schema,
      post({ name: '  Ana \t R.\u0000 ', story: 'milk\r\n\r\n\r\n\r\nbread  \u202e', also: ['a', 'b', 'a'] }),
    );
    expect(read).toMatchObject({
      ok: true,
      value: { name: 'Ana R.', story: 'milk\n\nbread', when: 'now', on: '', at: '', also: ['a', 'b'], agreed: false },
    });
  });

  it.each([
    ['story', { story: '' }, 'required'],
    ['story', { story: ' \u0007 ' }, 'required'],
    ['name', { story: 'x', name: 'abcdefghijk' }, 'too-long'],
    ['name', { story: 'x', name: 'Jos\uFFFD' }, 'broken-text'],
    ['when', { story: 'x', when: 'never' }, 'choose-one'],
    ['on', { story: 'x', on: '2027-02-30' }, 'not-a-date'],
    ['at', { story: 'x', at: '25:00' }, 'not-a-time'],
  ])('says what is wrong with %s: %j is %s', (field, fields, code) => {
    const read = readForm(schema, post(fields));
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems).toEqual([expect.objectContaining({ field, code })]);
    expect(read.typed).toMatchObject(fields);
  });

  it('takes a lone surrogate for broken text, since no database stores one', () => {
    const read = readForm(schema, post({ story: 'x', name: 'a\uD800' }));
    expect(read.ok).toBe(false);
  });

  it('lets no field stand in for the prototype of the form', () => {
    const read = readForm(schema, post({ story: 'x', __proto__x: 'y' }));
    expect(read.ok && Object.getPrototypeOf(read.typed)).toBe(Object.prototype);
  });
});
