import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import {
  callLink,
  dialingCountries,
  mailKey,
  mailLink,
  maskPhone,
  parseMail,
  parsePhone,
  textLink,
  whatsAppLink,
  type MailAddress,
  type PhoneNumber,
} from './contact.ts';

describe('parsePhone', () => {
  it.each([
    ['(713) 555-0142', 'US', '+17135550142'],
    ['713.555.0142', 'us', '+17135550142'],
    ['1 713 555 0142', 'US', '+17135550142'],
    ['+52 55 1234 5678', 'US', '+525512345678'],
    ['011 52 55 1234 5678', 'US', '+525512345678'],
    ['55 1234 5678', 'MX', '+525512345678'],
    ['07700 900123', 'GB', '+447700900123'],
    ['0049 30 123456', 'GB', '+4930123456'],
    ['tel:+1-713-555-0142', 'ES', '+17135550142'],
    ['+１７１３５５５０１４２', 'US', '+17135550142'],
    ['612 34 56 78', 'ES', '+34612345678'],
  ])('%s in %s is %s', (text, country, phone) => {
    expect(parsePhone(text, country)).toBe(phone);
  });

  it.each([
    ['555-0142', 'US'],
    ['113 555 0142', 'US'],
    ['713 155 0142', 'US'],
    ['713 555 0142 ext 4', 'US'],
    ['call my sister', 'US'],
    ['+0 713 555 0142', 'US'],
    ['+1234567890123456', 'US'],
    ['', 'US'],
    ['713 555 0142', 'ZZ'],
    ['713;555;0142', 'US'],
  ])('does not take %j in %s', (text, country) => {
    expect(parsePhone(text, country)).toBeUndefined();
  });

  it('reads what it wrote, in every country, and never throws', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()-]{5,18}$/));
    const property = fc.property(text, fc.constantFrom(...dialingCountries), (typed, country) => {
      const phone = parsePhone(typed, country);
      if (phone === undefined) return;
      expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(parsePhone(phone, 'US')).toBe(phone);
    });
    fc.assert(property, propertyRuns(500));
  });
});

describe('parseMail', () => {
  it.each([
    [' Luz.Ortega@Example.ORG ', 'Luz.Ortega@example.org'],
    ['mailto:a+b@mail.example.co.uk', 'a+b@mail.example.co.uk'],
    ["o'hara@example.com", "o'hara@example.com"],
    ['josé@correo.example', 'josé@correo.example'],
  ])('%s', (text, mail) => {
    expect(parseMail(text)).toBe(mail);
  });

  it.each([
    '',
    'a',
    'a@b',
    '@example.com',
    'a@@example.com',
    'a b@example.com',
    '.a@example.com',
    'a..b@example.com',
    'a@-x.com',
    'a@x.com, b@x.com',
    'a@x.com\r\nBcc: b@x.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b.'.repeat(130)}com`,
  ])('does not take %j', (text) => {
    expect(parseMail(text)).toBeUndefined();
  });

  it('knows two spellings of one mailbox', () => {
    expect(mailKey('Luz@example.org' as MailAddress)).toBe(mailKey('luz@example.org' as MailAddress));
  });
});

describe('links', () => {
  const phone = '+17135550142' as PhoneNumber;

  it("open the phone's own app with the text filled in", () => {
    expect(callLink(phone)).toBe('tel:+17135550142');
    expect(textLink(phone, 'I can come at 4 & bring milk')).toBe(
      'sms:+17135550142?body=I%20can%20come%20at%204%20%26%20bring%20milk',
    );
    expect(whatsAppLink(phone, '¿Va bien?')).toBe('https://wa.me/17135550142?text=%C2%BFVa%20bien%3F');
    expect(mailLink('a+b@example.org' as MailAddress, 'Hi', 'x&y')).toBe(
      'mailto:a%2Bb@example.org?subject=Hi&body=x%26y',
    );
  });

  it('never let a text out of its field', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const body = new URL(whatsAppLink(phone, text)).searchParams.get('text');
      expect(body).toBe(text);
      expect(textLink(phone, text).split('?')[1]).not.toMatch(/[&#<>"\s]/);
    });
    fc.assert(property, propertyRuns(300));
  });

  it('hide all but the last two digits', () => {
    expect(maskPhone(phone)).toBe('•••••••••42');
  });
});
