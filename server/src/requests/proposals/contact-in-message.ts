import { parseMail, parsePhone, type PhoneNumber } from '@barnraise/kernel/contact.ts';

import type { KeptMessage } from './proposal-table.ts';

/** Who a message is from, as far as it says: what a form begins with, and what a person corrects. */
export interface MessageContact {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
}

/** What may be a telephone number inside a text: figures with the signs people put between them. */
const phoneShape = /(?<![\d/.])\+?\(?\d[\d\s().-]{5,18}\d(?![\d/])/g;

/**
 * Name, number and address of who wrote a message. A chat names people by what they are called in the exporter's telephone,
 * or by their number; a number in the words themselves comes next ("call me at …").
 */
export function contactInMessage({ author, contact, text }: KeptMessage, country: string): MessageContact {
  const authorPhone = phoneOf(author, country);
  const mail = [contact, author].find((one) => parseMail(one) !== undefined) ?? '';
  const phone = authorPhone ?? phoneOf(contact, country) ?? phoneIn(text, country);
  return {
    name: authorPhone === undefined && author !== mail ? author : '',
    phone: phone ?? '',
    mail,
  };
}

function phoneOf(text: string, country: string): PhoneNumber | undefined {
  return /\d{5}/.test(text.replace(/\D/g, '')) && !text.includes('@') ? parsePhone(text, country) : undefined;
}

function phoneIn(text: string, country: string): PhoneNumber | undefined {
  for (const [shape] of text.slice(0, 2000).matchAll(phoneShape)) {
    const phone = parsePhone(shape, country);
    if (phone) return phone;
  }
  return undefined;
}
