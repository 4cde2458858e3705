import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.ts';

describe('ownWords', () => {
  it.each([
    [
      'a quoted letter',
      'We need two boxes.\n\nOn Tue, 3 Mar 2026 at 14:22, Rosa <rosa@example.org> wrote:\n> What do you need?\n',
      'We need two boxes.',
    ],
    [
      'a head broken over two lines',
      'Two.\n\nOn Tue, 3 Mar 2026 at 14:22, Rosa Ortiz\n<rosa@example.org> wrote:\n> What?',
      'Two.',
    ],
    ['a Spanish head', 'Dos cajas.\n\nEl mar, 3 mar 2026 a las 14:22, Rosa escribió:\n> ¿Qué?', 'Dos cajas.'],
    ['an office program', 'Two.\n\nFrom: Rosa\nSent: Tuesday\nTo: Ana\nSubject: Food\n\nWhat?', 'Two.'],
    ['a signature', 'We need water.\n-- \nAna Ruiz\nMill Lane', 'We need water.'],
    ['a farewell and a name', 'We need water.\n\nBest regards,\nAna\n304 555 0101', 'We need water.'],
    ['a telephone', 'We need water.\n\nSent from my phone', 'We need water.'],
    ['answers between the lines', '> Do you need water?\nYes, two cases\n> Food?\nNo', 'Yes, two cases\nNo'],
  ])('cuts away %s', (_, body, own) => {
    expect(ownWords(body)).toBe(own);
  });

  it('keeps what follows thanks in the middle of a letter', () => {
    const body = 'Thanks\n\nWe have had no heat since Monday and it is getting colder every night, so please come.';
    expect(ownWords(body)).toBe(body);
  });

  it('never throws, and never adds a word', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('> x', '-- ', 'Thanks,', 'From: a', 'Sent: b', 'To: c', 'On a, b wrote:'),
          ),
        ),
        (lines) => {
          const body = lines.join('\n');
          for (const line of ownWords(body).split('\n')) expect(body.replaceAll('\r', '\n')).toContain(line.trim());
        },
      ),
    );
  });
});
