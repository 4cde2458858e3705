import type { PersonId } from '@barnraise/kernel/ids.ts';
import { locales } from '../words/locale.ts';
import { wordsFor } from '../words/words.ts';
import { describe, expect, test } from 'vitest';

import { type MailFrame, mailTemplates } from './mail-templates.ts';
import { renderMail } from './render-mail.ts';

const frame: MailFrame = { group: 'Mill Creek Neighbors', emergencyNumber: '911', zone: 'America/New_York' };
const at = Date.UTC(2026, 2, 3, 20, 30);
const params = {
  untilAt: at,
  minutes: 15,
  code: 'K7M-2Q',
  whoPersonId: '' as PersonId,
  who: 'Del',
  dueBackAt: at,
  nextLookAt: at,
  what: '2 rides',
  subject: 'Saturday',
  text: 'We meet at eight.\n\nBring gloves.',
};
const link = 'https://help.example/mill-creek/r/abc';

describe.each(locales)('mails in %s', (locale) => {
  const words = wordsFor(locale);

  test.each(Object.keys(mailTemplates) as (keyof typeof mailTemplates)[])('%s says everything', (template) => {
    const body = mailTemplates[template](words, frame, params);
    const mail = renderMail(words, body, { name: 'Ana', group: frame.group, link });
    expect(mail.subject).not.toBe('');
    for (const shown of [mail.subject, mail.text, mail.html]) {
      expect(shown).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.text.split('\n').filter((line) => line === '-- ')).toHaveLength(1);
  });
});

describe('renderMail', () => {
  const words = wordsFor('en');
  const hostile = '<img src=x onerror=alert(1)> & "more"\r\nBcc: all@example.org';

  test('nothing that people wrote becomes markup or a second header line', () => {
    const body = mailTemplates.announcement(words, frame, { subject: hostile, text: hostile });
    const mail = renderMail(words, body, { name: hostile, group: hostile });
    expect(mail.html).not.toContain('<img');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  test('without a name it greets nobody by name, and without a link has no button', () => {
    const body = mailTemplates.announcement(words, frame, { subject: 'Hi', text: 'One\nTwo\n\nThree' });
    const mail = renderMail(words, body, { name: '', group: 'Us' });
    expect(mail.text).toMatch(/^Hello,\n/);
    expect(mail.html).not.toContain('<a ');
    expect(mail.html).toContain('One<br>Two');
  });
});
